import { decodeText, parseCsv } from '../../domain/csv/csv.ts';
import type { RowFault } from '../../domain/csv/header.ts';
import { localDay } from '../../domain/day.ts';
import {
  type OpenColumn,
  type OpenRow,
  type OpenSheet,
  readOpenSheet,
} from '../../domain/intake/open-sheet.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Request } from '../../domain/request/request.ts';
import { routeOf } from '../../domain/settings/routing.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import type { Reading } from '../ports.ts';
import { fileRequest } from './submit-request.ts';

/** What a file of open requests would make, or has made. */
export interface RequestImport {
  /** Not yet here. Empty where any row is faulty. */
  rows: OpenRow[];
  /** Requests that were made of them; empty in a preview. */
  made: Request[];
  /** Rows that were brought along before. */
  known: number;
  ignored: string[];
  faults: RowFault<OpenColumn>[];
}

type ImportDesk = Pick<Desk, 'workspace' | 'store' | 'directory' | 'clock' | 'newId' | 'fixed'>;

/** What a file would make, with nothing made. People are looked up, so that a preview finds every fault. */
export async function previewRequests(desk: ImportDesk, file: Uint8Array): Promise<RequestImport> {
  const sheet = await readFile(desk, file);
  const faults = [...sheet.faults, ...(await strangersIn(desk, sheet.rows))];
  const { ignored } = sheet;
  if (faults.length > 0) return { rows: [], made: [], known: 0, ignored, faults };
  const rows = await withUsual(desk, await notYetHere(desk, desk.store, sheet.rows));
  return { rows, made: [], known: sheet.rows.length - rows.length, ignored, faults };
}

/**
 * Makes a request of every row that is not here yet, in one transaction: all of them, or nothing where any row is
 * faulty. Their clocks start now, and their cards go out like any others.
 */
export async function importRequests(desk: ImportDesk, file: Uint8Array): Promise<RequestImport> {
  const preview = await previewRequests(desk, file);
  if (preview.rows.length === 0) return preview;
  return desk.store.write(async (transaction) => {
    const settings = await settingsInForce(desk, transaction);
    // Looked at anew, because somebody else may have imported the same file meanwhile.
    const rows = await notYetHere(desk, transaction, preview.rows);
    const made: Request[] = [];
    for (const row of rows) made.push(await fileRequest(desk, transaction, submissionOf(row), settings));
    return { ...preview, rows, made, known: preview.known + preview.rows.length - rows.length };
  });
}

async function readFile(desk: ImportDesk, file: Uint8Array): Promise<OpenSheet> {
  const decoded = decodeText(file);
  const unread = { rows: [], ignored: [] };
  if (!decoded.ok) return { ...unread, faults: [{ line: 1, column: null, message: decoded.message }] };
  const { rows, faults } = parseCsv(decoded.text);
  if (faults.length > 0) return { ...unread, faults: faults.map((fault) => ({ ...fault, column: null })) };
  const { kinds, hours } = await settingsInForce(desk, desk.store);
  const today = localDay(desk.clock.now(), hours.it.zone);
  return readOpenSheet(rows, { workspace: desk.workspace, kinds, today });
}

/** Requesters have to be members, and whoever has it has to be in IT. */
async function strangersIn(
  { directory }: ImportDesk,
  rows: readonly OpenRow[],
): Promise<RowFault<OpenColumn>[]> {
  const standings = new Map<PersonId, Awaited<ReturnType<typeof directory.standingOf>>>();
  for (const person of new Set(rows.flatMap(({ requester, assignee }) => [requester, assignee ?? requester])))
    standings.set(person, await directory.standingOf(person));
  return rows.flatMap(({ line, requester, assignee }): RowFault<OpenColumn>[] => {
    const faults: RowFault<OpenColumn>[] = [];
    if (!standings.get(requester)?.isMember) {
      const message = 'This is no full member of the workspace, or Slack could not be asked.';
      faults.push({ line, column: 'requester', message });
    }
    if (assignee && !standings.get(assignee)?.isIt) {
      const message = 'This is nobody of IT, or Slack could not be asked.';
      faults.push({ line, column: 'assignee', message });
    }
    return faults;
  });
}

/** Whoever usually has requests of a sort has those that nobody has elsewhere, if they are in IT. */
async function withUsual(desk: ImportDesk, rows: readonly OpenRow[]): Promise<OpenRow[]> {
  const { routing } = await settingsInForce(desk, desk.store);
  const usual = async ({ requester, kind, tool }: OpenRow) => {
    const { assignee } = routeOf({ kind, tool }, routing);
    const isTheirs = assignee === null || assignee === requester;
    return !isTheirs && (await desk.directory.standingOf(assignee)).isIt ? assignee : null;
  };
  return Promise.all(rows.map(async (row) => ({ ...row, assignee: row.assignee ?? (await usual(row)) })));
}

async function notYetHere(
  { workspace }: ImportDesk,
  reading: Reading,
  rows: readonly OpenRow[],
): Promise<OpenRow[]> {
  const fresh: OpenRow[] = [];
  for (const row of rows) if (!(await reading.handled(workspace, causeOf(row)))) fresh.push(row);
  return fresh;
}

/** The key by which a row is brought along once, however often its file is imported. */
function causeOf({ ref }: OpenRow): string {
  return `import:${ref}`;
}

function submissionOf(row: OpenRow) {
  const { requester, assignee, kind, title, outcome, link, tool, impact, urgency, neededBy, ref } = row;
  return {
    ...{ author: requester, requester, kind, headsUp: false, impact, urgency, neededBy, own: [] },
    brief: { title, outcome, link, details: { broughtFrom: ref, ...(tool && { tool }) } },
    ...{ brought: { assignee }, cause: causeOf(row) },
  };
}
