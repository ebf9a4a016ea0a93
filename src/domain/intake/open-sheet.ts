import { z } from 'zod';
import { date, fault, isWebAddress, memberId, oneLine, short, text } from '../csv/cells.ts';
import { type CsvRow, plainCell } from '../csv/csv.ts';
import { headerOf, type RowFault } from '../csv/header.ts';
import { type PersonId, personId } from '../person.ts';
import { type RequestKind, requestKinds } from '../request/kind.ts';
import type { Degree } from '../request/priority.ts';
import type { LocalDate } from '../time.ts';

/** What a file of open requests from elsewhere has in its columns; only the first four must be there. */
const columns = [
  'ref',
  'kind',
  'title',
  'requester',
  'assignee',
  'outcome',
  'impact',
  'urgency',
  'needed_by',
  'tool',
  'link',
] as const;
export type OpenColumn = (typeof columns)[number];
const required: readonly OpenColumn[] = ['ref', 'kind', 'title', 'requester'];

/** One request that is open elsewhere. */
export interface OpenRow {
  line: number;
  /** What it is called there; it is brought along once. */
  ref: string;
  kind: RequestKind;
  title: string;
  requester: PersonId;
  assignee: PersonId | null;
  outcome: string | null;
  impact: Degree;
  urgency: Degree;
  neededBy: LocalDate | null;
  tool: string | null;
  link: string | null;
}

export interface OpenSheet {
  rows: OpenRow[];
  /** Columns that are not ours and stay unread. */
  ignored: string[];
  faults: RowFault<OpenColumn>[];
}

export interface KnownOfDesk {
  workspace: string;
  today: LocalDate;
  /** The kinds by the names that people read. */
  kinds: Readonly<Record<RequestKind, { name: string }>>;
}

/** All of them are written in one transaction, for which nobody should wait long. */
export const mostRows = 2000;

/** What a file says, with a fault for each cell that cannot be taken as it is. People are not looked up here. */
export function readOpenSheet([head, ...body]: readonly CsvRow[], known: KnownOfDesk): OpenSheet {
  if (!head) return onlyFault({ line: 1, column: null, message: 'The file is empty.' });
  if (body.length > mostRows) {
    const message = `There are ${body.length} rows. Please keep to ${mostRows} in one file.`;
    return onlyFault({ line: head.line, column: null, message });
  }
  const { at, ignored, faults } = headerOf(head, columns, required);
  if (faults.length > 0) return { rows: [], ignored, faults };
  const schema = rowSchema(known);
  const rows: OpenRow[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of body) {
    if (cells.length !== head.cells.length) {
      const message = `There are ${cells.length} cells, and ${head.cells.length} columns.`;
      faults.push({ line, column: null, message });
      continue;
    }
    const cell = (column: OpenColumn) => plainCell(cells[at.get(column) ?? -1] ?? '');
    const parsed = schema.safeParse(Object.fromEntries(columns.map((column) => [column, cell(column)])));
    if (!parsed.success) faults.push(...faultsOf(line, parsed.error));
    const ref = oneLine(cell('ref'));
    const earlier = lineOf.get(ref);
    if (ref && earlier)
      faults.push({ line, column: 'ref', message: `“${short(ref)}” is in line ${earlier} already.` });
    else lineOf.set(ref, line);
    if (parsed.success) {
      const { needed_by: neededBy, ...row } = parsed.data;
      rows.push({ line, neededBy, ...row });
    }
  }
  return { rows: faults.length > 0 ? [] : rows, ignored, faults };
}

function rowSchema({ workspace, today, kinds }: KnownOfDesk) {
  const line = (most: number) => text(most).transform((typed) => oneLine(typed) || null);
  const given = (most: number, missing: string) =>
    text(most).transform((typed, context) => oneLine(typed) || fault(context, missing));
  const person = memberId.transform((user) => (user === null ? null : personId(workspace, user)));
  return z.object({
    ref: given(100, 'Please say what it is called where it comes from, so that it comes along once.'),
    kind: z.string().transform((typed, context): RequestKind => {
      const word = oneLine(typed).toLowerCase();
      const found = requestKinds.find((kind) => word === kind || word === kinds[kind].name.toLowerCase());
      return found ?? fault(context, `“${short(typed)}” is none of ${requestKinds.join(', ')}.`);
    }),
    title: given(130, 'Please say in a few words what is needed.'),
    requester: person.transform(
      (found, context) => found ?? fault(context, 'Please say who asked, by Slack member ID.'),
    ),
    assignee: person,
    outcome: text(3000).transform((typed) => typed.trim() || null),
    impact: degree,
    urgency: degree,
    needed_by: date.transform((day, context) => {
      if (day === null || day >= today) return day;
      return fault(context, `${day} has passed. Leave it empty, or write the day that counts now.`);
    }),
    tool: line(300),
    link: z.string().transform((typed, context) => {
      const link = typed.trim();
      if (link === '' || (link.length <= 1000 && isWebAddress(link))) return link || null;
      return fault(context, `“${short(link)}” is no address that begins with https:// or http://.`);
    }),
  } satisfies Record<OpenColumn, z.ZodType>);
}

const degreeWords: Record<string, Degree> = { high: 1, medium: 2, low: 3, '1': 1, '2': 2, '3': 3, '': 2 };

const degree = z.string().transform((typed, context): Degree => {
  return degreeWords[typed.trim().toLowerCase()] ?? fault(context, 'Please write high, medium or low.');
});

function faultsOf(line: number, { issues }: z.ZodError): RowFault<OpenColumn>[] {
  const first = new Map<OpenColumn, string>();
  for (const { path, message } of issues) {
    const column = columns.find((each) => each === path[0]);
    if (column && !first.has(column)) first.set(column, message);
  }
  return [...first].map(([column, message]) => ({ line, column, message }));
}

function onlyFault(fault: RowFault<OpenColumn>): OpenSheet {
  return { rows: [], ignored: [], faults: [fault] };
}
