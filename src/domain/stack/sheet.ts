import { type PersonId, userOf } from '../person.ts';
import type { Instant } from '../time.ts';
import { categories } from './category.ts';
import type { Tool } from './tool.ts';

/**
 * A tool as a row of texts: what a form holds, what a CSV file has in its columns, and what the history compares. The
 * order is that of the export.
 */
export const columns = [
  'name',
  'category',
  'purpose',
  'state',
  'state_reason',
  'business_owner',
  'technical_owner',
  'backup',
  'decides',
  'pays',
  'holds_data',
  'answers',
  'vendor',
  'agency',
  'owns_code',
  'owns_data',
  'data_classes',
  'integrations',
  'seats',
  'cost',
  'currency',
  'period',
  'contract_start',
  'contract_end',
  'notice_days',
  'security_review',
  'links',
] as const;
export type Column = (typeof columns)[number];

/** Empty where nothing is recorded. */
export type Sheet = Record<Column, string>;

/** Columns that hold somebody of the workspace, by user id. */
export const personColumns: readonly Column[] = ['business_owner', 'technical_owner', 'backup'];

/** Joins the parts of a column that holds several; names of tools never contain it. */
export const separator = '; ';

/** `nameOf` gives the name of another tool by its id. */
export function sheetOf(tool: Tool, nameOf: (tool: string) => string | undefined): Sheet {
  const { cost } = tool;
  const person = (id: Tool['backup']) => (id ? userOf(id) : '');
  return {
    name: tool.name,
    category: categories[tool.category].name,
    purpose: tool.purpose,
    state: tool.state,
    state_reason: tool.stateReason ?? '',
    business_owner: person(tool.businessOwner),
    technical_owner: person(tool.technicalOwner),
    backup: person(tool.backup),
    decides: tool.decides ?? '',
    pays: tool.pays ?? '',
    holds_data: tool.holdsData ?? '',
    answers: tool.answers ?? '',
    vendor: tool.vendor ?? '',
    agency: tool.agency ?? '',
    owns_code: tool.ownsCode ?? '',
    owns_data: tool.ownsData ?? '',
    data_classes: tool.dataClasses.join(separator),
    integrations: namesOf(tool.integrations, nameOf).join(separator),
    seats: tool.seats === null ? '' : String(tool.seats),
    cost: cost ? String(cost.amount) : '',
    currency: cost?.currency ?? '',
    period: cost?.period ?? '',
    contract_start: tool.contractStart ?? '',
    contract_end: tool.contractEnd ?? '',
    notice_days: tool.noticeDays === null ? '' : String(tool.noticeDays),
    security_review: tool.securityReview ?? '',
    links: tool.links.join(separator),
  };
}

export const blankSheet: Sheet = Object.fromEntries(columns.map((column) => [column, ''])) as Sheet;

function namesOf(ids: readonly string[], nameOf: (tool: string) => string | undefined): string[] {
  return ids.flatMap((id) => nameOf(id) ?? []).sort((a, b) => (a < b ? -1 : 1));
}

/** One cell that was changed. */
export interface CellChange {
  column: Column;
  before: string;
  after: string;
}

export function changesBetween(before: Sheet, after: Sheet): CellChange[] {
  return columns
    .filter((column) => before[column] !== after[column])
    .map((column) => ({ column, before: before[column], after: after[column] }));
}

/** The sheet as it was before these changes; oldest first. */
export function undone(sheet: Sheet, changes: readonly CellChange[]): Sheet {
  const earlier = { ...sheet };
  for (const { column, before } of [...changes].reverse()) earlier[column] = before;
  return earlier;
}

/** One entry of a tool's history. */
export interface ToolChange {
  /** The revision that it made. */
  revision: number;
  at: Instant;
  /** Null if it came over the command line. */
  by: PersonId | null;
  /** The request that brought it about; null where somebody changed it by hand. */
  request: string | null;
  changes: CellChange[];
}

export type NewToolChange = Omit<ToolChange, 'revision' | 'request'> & { request?: string };
