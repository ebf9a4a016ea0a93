import type { PersonId } from '../../domain/person.ts';
import type { GivenFile } from '../../domain/request/given-file.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { ImportPlan } from '../../domain/stack/import-plan.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { mayConfigure } from '../settings/configure-desk.ts';
import { importWithin, previewImport } from './import-stack.ts';
import type { ImportState, ImportSummary, StackImport } from './stack-import-ports.ts';

const importsRead = 10;
const linesShown = 15;
/** A file that could not be read for so long is given up. */
const patienceMs = 10 * 60_000;

/** The bytes of a file; null if it is gone or may not be read. Throws where trying again may help. */
export type ReadFile = (file: GivenFile) => Promise<Uint8Array | null>;

/** A lead or an admin hands in a file. It is read after this, and nothing is written before they say so. */
export async function orderImport(
  desk: Desk,
  order: { person: PersonId; cause: string; file: GivenFile },
): Promise<Outcome<null>> {
  const { person, cause, file } = order;
  const barred = await barrier(desk, person);
  if (barred) return barred;
  await desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return;
    const askedAt = desk.clock.now();
    const asked: StackImport = { id: desk.newId(), person, file, state: 'asked', askedAt, summary: null };
    await transaction.saveStackImport(desk.workspace, asked);
    await transaction.remember(desk.workspace, cause, asked.id, askedAt);
  });
  return done(null);
}

/** Whoever handed the file in has seen what it changes, and wants it. Once. */
export async function confirmImport(
  desk: Desk,
  { person, id }: { person: PersonId; id: string },
): Promise<Outcome<StackImport>> {
  const barred = await barrier(desk, person);
  if (barred) return barred;
  return desk.store.write(async (transaction): Promise<Outcome<StackImport>> => {
    const shown = await transaction.stackImport(id);
    if (shown?.person !== person) return refusal({ code: 'import-over' });
    if (shown.state !== 'shown') return refusal({ code: 'import-over' });
    const wanted: StackImport = { ...shown, state: 'wanted' };
    await transaction.saveStackImport(desk.workspace, wanted);
    return done(wanted);
  });
}

async function barrier(
  desk: Desk,
  person: PersonId,
): Promise<{ ok: false; refusal: ReturnType<typeof refusal>['refusal'] } | null> {
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  const leads = await leadsInForce(desk.store, await settingsInForce(desk, desk.store));
  const isLead = person === leads.marketing || person === leads.it;
  return isLead || (await mayConfigure(desk, person)) ? null : refusal({ code: 'leads-and-admins' });
}

export function importsToDo({ store, workspace }: Desk): Promise<string[]> {
  return store.stackImportsToDo(workspace, importsRead);
}

/** Reads one file, and shows what it changes or writes it: all of it, or nothing where a row is faulty. */
export async function takeImport(desk: Desk, id: string, read: ReadFile): Promise<void> {
  const found = await desk.store.stackImport(id);
  if (!found || (found.state !== 'asked' && found.state !== 'wanted')) return;
  const bytes = await bytesOf(desk, found, read);
  const at = desk.clock.now();
  const order = { workspace: desk.workspace, file: bytes ?? new Uint8Array(), newId: desk.newId, at };
  const { person, state } = found;
  const taken = await desk.store.write(async (transaction) => {
    const now = await transaction.stackImport(id);
    // Another instance was faster.
    if (now?.state !== state) return null;
    if (!bytes) return settle(desk, transaction, found, 'unreadable', null);
    const plan =
      state === 'wanted'
        ? await importWithin(transaction, { ...order, by: person, progress: () => {} })
        : await previewImport(transaction, order);
    const after = plan.faults.length > 0 ? 'faulty' : state === 'wanted' ? 'done' : 'shown';
    return settle(desk, transaction, found, after, summaryOf(plan));
  });
  if (taken) desk.log.info({ import: id, state: taken }, 'a file for the stack was looked at');
}

/** Null once nothing is to be hoped for any more. */
async function bytesOf(
  desk: Desk,
  { file, askedAt }: StackImport,
  read: ReadFile,
): Promise<Uint8Array | null> {
  try {
    return await read(file);
  } catch (error) {
    if (desk.clock.now() - askedAt < patienceMs) throw error;
    return null;
  }
}

async function settle(
  desk: Desk,
  transaction: Transaction,
  before: StackImport,
  state: ImportState,
  summary: ImportSummary | null,
): Promise<ImportState> {
  await transaction.saveStackImport(desk.workspace, { ...before, state, summary });
  const about = { topic: 'stack-import' as const, id: before.id, state };
  const subject = { kind: 'tell' as const, recipient: before.person, about };
  await transaction.announce([
    { id: desk.newId(), workspace: desk.workspace, subject, at: desk.clock.now() },
  ]);
  return state;
}

function summaryOf({ planned, unchanged, ignored, faults }: ImportPlan): ImportSummary {
  const lines =
    faults.length > 0
      ? faults.map(({ line, column, message }) => `Line ${line}${column ? `, ${column}` : ''}: ${message}`)
      : planned.map(({ tool, isNew, changes }) =>
          isNew
            ? `+ ${tool.name}`
            : `~ ${tool.name}: ${changes.map(({ column, before, after }) => `${column}: ${before || 'nothing'} → ${after || 'nothing'}`).join('; ')}`,
        );
  return {
    added: planned.filter(({ isNew }) => isNew).length,
    changed: planned.filter(({ isNew }) => !isNew).length,
    ...{ unchanged, ignored, faults: faults.length },
    lines: lines.slice(0, linesShown).map((line) => line.slice(0, 300)),
  };
}
