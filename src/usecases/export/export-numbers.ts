import {
  type ExportFormat,
  type ExportRow,
  type ExportSubject,
  historyColumns,
  requestColumns,
} from '../../domain/export/columns.ts';
import { historyRow, requestRow } from '../../domain/export/rows.ts';
import { exportHead, exportLine } from '../../domain/export/write.ts';
import type { PersonId } from '../../domain/person.ts';
import { briefSchema } from '../../domain/request/brief.ts';
import type { Request } from '../../domain/request/request.ts';
import { staysWithIt } from '../../domain/request/words.ts';
import { sheetOf, columns as stackColumns } from '../../domain/stack/sheet.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading } from '../ports.ts';
import { mayConfigure } from '../settings/configure-desk.ts';
import type { ExportOrder } from './export-ports.ts';

/** A part of the file, with how far it is. `all` counts requests or tools. */
export interface ExportPart {
  text: string;
  done: number;
  all: number;
}

/** So many are read at once; others get their turn in between. */
const atOnce = 200;

/** The leads and the admins may take the numbers out; what IT notes for itself is there for IT's own among them. */
export async function mayExport(
  desk: Desk,
  person: PersonId,
): Promise<Outcome<{ sees: ExportOrder['sees'] }>> {
  const leads = await leadsInForce(desk.store, await settingsInForce(desk, desk.store));
  const isLead = person === leads.marketing || person === leads.it;
  const { isMember, isIt } = await desk.directory.standingOf(person);
  if (!isMember || !(isLead || (await mayConfigure(desk, person))))
    return refusal({ code: 'leads-and-admins' });
  return done({ sees: isIt || person === leads.it ? 'all' : 'shared' });
}

/** The file is made when its turn comes. */
export async function orderExport(
  desk: Desk,
  order: { person: PersonId; cause: string; what: ExportSubject; format: ExportFormat },
): Promise<Outcome<null>> {
  const { person, cause, what, format } = order;
  const allowed = await mayExport(desk, person);
  if (!allowed.ok) return allowed;
  const { sees } = allowed.value;
  await desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return;
    const at = desk.clock.now();
    const subject = { kind: 'export', recipient: person, what, format, sees } as const;
    await transaction.announce([{ id: desk.newId(), workspace: desk.workspace, subject, at }]);
    await transaction.remember(desk.workspace, cause, what, at);
  });
  desk.log.info({ person, what, format }, 'numbers were asked for');
  return done(null);
}

/** The file, part by part: as much is in memory as one part needs, however long it is. */
export async function* exportParts(
  store: Reading,
  workspace: string,
  order: ExportOrder,
): AsyncGenerator<ExportPart> {
  const { what, format } = order;
  const columns = columnsOf(what);
  yield { text: exportHead(format, columns), done: 0, all: 0 };
  const parts = what === 'stack' ? stackRows(store, workspace) : requestRows(store, workspace, order);
  for await (const { rows, done, all } of parts) {
    yield { text: rows.map((row) => exportLine(format, columns, row)).join(''), done, all };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function columnsOf(what: ExportSubject): readonly string[] {
  switch (what) {
    case 'requests':
      return requestColumns;
    case 'history':
      return historyColumns;
    case 'stack':
      return ['id', ...stackColumns];
  }
}

interface Rows {
  rows: ExportRow[];
  done: number;
  all: number;
}

async function* requestRows(
  store: Reading,
  workspace: string,
  { what, sees }: ExportOrder,
): AsyncGenerator<Rows> {
  const all = await store.countRequests(workspace);
  let done = 0;
  for (let after = 0; ; ) {
    const requests = await store.requestsAfter(workspace, after, atOnce);
    const last = requests.at(-1);
    if (!last) return;
    after = last.number;
    done += requests.length;
    const rows =
      what === 'history' ? await historiesIn(store, requests, sees) : await requestsIn(store, requests);
    yield { rows, done, all: Math.max(all, done) };
  }
}

async function requestsIn(store: Reading, requests: readonly Request[]): Promise<ExportRow[]> {
  const briefs = await store.words(requests.map(({ brief }) => brief));
  const commitments = await store.allCommitmentsOf(requests.map(({ id }) => id));
  const nameOf = await namesIn(
    store,
    requests.flatMap(({ requester, assignee }) => [requester, assignee]),
  );
  return requests.map((request) => {
    const document = briefs.get(request.brief);
    const brief =
      document === undefined ? { title: '', outcome: null } : briefSchema.parse(JSON.parse(document));
    return requestRow(request, brief, commitments.get(request.id) ?? [], nameOf);
  });
}

async function historiesIn(
  store: Reading,
  requests: readonly Request[],
  sees: ExportOrder['sees'],
): Promise<ExportRow[]> {
  const histories = await store.historiesOf(requests.map(({ id }) => id));
  const events = [...histories.values()].flat();
  const nameOf = await namesIn(
    store,
    events.map(({ actor }) => actor),
  );
  return requests.flatMap((request) =>
    (histories.get(request.id) ?? [])
      .filter((event) => sees === 'all' || !staysWithIt(event))
      .map((event) => historyRow(request, event, nameOf)),
  );
}

async function* stackRows(store: Reading, workspace: string): AsyncGenerator<Rows> {
  const tools = await store.allTools(workspace);
  const names = new Map(tools.map(({ id, name }) => [id, name]));
  for (let from = 0; from < tools.length; from += atOnce) {
    const next = tools.slice(from, from + atOnce);
    const rows = next.map((tool) => ({ id: tool.id, ...sheetOf(tool, (id) => names.get(id)) }));
    yield { rows, done: from + next.length, all: tools.length };
  }
}

async function namesIn(
  store: Reading,
  people: readonly (PersonId | null)[],
): Promise<(person: PersonId) => string | null> {
  const known = await store.people([...new Set(people)].filter((person) => person !== null));
  return (person) => known.get(person)?.name ?? null;
}
