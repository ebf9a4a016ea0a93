import { z } from 'zod';
import { type Category, categoryIds } from '../../domain/stack/category.ts';
import { noticeOn } from '../../domain/stack/contract.ts';
import { columns, type ToolChange } from '../../domain/stack/sheet.ts';
import { costPeriods, dataClasses, foldedName, type Tool, toolStates } from '../../domain/stack/tool.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const words = z.string().nullable().default(null);
const day = z.string().nullable().default(null);
const count = z.int().nullable().default(null);

/** What no search reads. A row of before the stack has none of it. */
const detailsSchema = z.object({
  stateReason: words,
  backup: personColumn.nullable().default(null),
  ...{ decides: words, pays: words, holdsData: words, answers: words },
  ...{ vendor: words, agency: words, ownsCode: words, ownsData: words },
  dataClasses: z.array(z.enum(dataClasses)).default([]),
  integrations: z.array(z.string()).default([]),
  seats: count,
  cost: z
    .object({ amount: z.number(), currency: z.string(), period: z.enum(costPeriods) })
    .nullable()
    .default(null),
  ...{ contractStart: day, contractEnd: day, noticeDays: count, securityReview: day },
  links: z.array(z.string()).default([]),
});

const toolRow = z.object({
  id: z.string(),
  workspace: z.string(),
  revision: z.int(),
  name: z.string(),
  category: z.enum(categoryIds),
  purpose: z.string(),
  state: z.enum(toolStates),
  businessOwner: personColumn.nullable(),
  technicalOwner: personColumn.nullable(),
  details: z.string(),
});

/** What `toolFrom` reads. */
export const toolColumns = [
  'tool.id as id',
  'tool.workspace_id as workspace',
  'tool.revision as revision',
  'tool.name as name',
  'tool.category as category',
  'tool.purpose as purpose',
  'tool.state as state',
  'tool.business_owner as businessOwner',
  'tool.technical_owner as technicalOwner',
  'tool.details as details',
] as const;

export function toolFrom(row: unknown): Tool {
  const { details, ...facts } = toolRow.parse(row);
  return { ...facts, ...detailsSchema.parse(JSON.parse(details)) };
}

export function rowOfTool(tool: Tool): Schema['tool'] {
  const { id, workspace, revision, name, category, purpose, state, businessOwner, technicalOwner } = tool;
  return {
    ...{ id, workspace_id: workspace, revision, name, sort_name: foldedName(name), category, purpose, state },
    ...{ business_owner: businessOwner, technical_owner: technicalOwner, notice_on: noticeOn(tool) },
    details: JSON.stringify(detailsSchema.parse(tool)),
    // At once, because it is another tool now.
    compare_at: 0,
  };
}

const changeRow = z.object({
  revision: z.int(),
  at: instantColumn,
  by: personColumn.nullable(),
  request: z.string().nullable(),
  changes: z.string(),
});

const cellChanges = z.array(z.object({ column: z.enum(columns), before: z.string(), after: z.string() }));

export function toolChangeFrom(row: unknown): ToolChange {
  const { changes, ...facts } = changeRow.parse(row);
  return { ...facts, changes: cellChanges.parse(JSON.parse(changes)) };
}

const categoryRow = z.object({ category: z.enum(categoryIds), name: z.string(), count: z.int() });

export function categoryRowFrom(row: unknown): { category: Category; name: string; count: number } {
  return categoryRow.parse(row);
}
