import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import { type Faults, parseSheet, type ToolFacts } from '../../domain/stack/parse-sheet.ts';
import {
  blankSheet,
  type CellChange,
  changesBetween,
  columns,
  type Sheet,
  sheetOf,
  undone,
} from '../../domain/stack/sheet.ts';
import { foldedName, type Tool } from '../../domain/stack/tool.ts';
import type { Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { sheetIn } from './tool-sheet.ts';

export interface ToolEntry {
  person: PersonId;
  /** The delivery that carried it: the same one again has no second effect. */
  cause: string;
  /** Null for a new one. */
  tool: string | null;
  /** The revision that was on the screen; 0 for a new one. */
  seen: number;
  /** What was on the screen when it was sent; columns that were not are left as they are. */
  typed: Partial<Sheet>;
}

export type Recorded =
  | { kind: 'recorded'; tool: string }
  | { kind: 'faulty'; faults: Faults }
  | { kind: 'moved-on'; tool: Tool; since: Difference[]; merged: Sheet };

/** A cell that somebody else changed meanwhile. */
export interface Difference extends CellChange {
  by: PersonId | null;
  /** What this person wrote there, if they changed it too. */
  yours: string | null;
}

/** Somebody records a tool or changes one. Every full member may: the stack is everybody's, and its history says who. */
export async function recordTool(desk: Desk, entry: ToolEntry): Promise<Outcome<Recorded>> {
  const { isMember } = await desk.directory.standingOf(entry.person);
  if (!isMember) return refusal(refused('outsider'));
  const outcome = await desk.store.write((transaction) => record(desk, entry, transaction));
  if (outcome.ok && outcome.value.kind === 'recorded') {
    desk.log.info({ tool: outcome.value.tool, person: entry.person, cause: entry.cause }, 'tool recorded');
  }
  return outcome;
}

async function record(desk: Desk, entry: ToolEntry, transaction: Transaction): Promise<Outcome<Recorded>> {
  const { person, cause, seen, typed } = entry;
  const earlier = await transaction.handled(desk.workspace, cause);
  if (earlier) return done({ kind: 'recorded', tool: earlier });
  const before = entry.tool === null ? null : await transaction.tool(entry.tool);
  if (entry.tool !== null && before?.workspace !== desk.workspace) return refusal({ code: 'no-such-tool' });

  const current = before ? await sheetIn(transaction, before) : blankSheet;
  if (before && before.revision !== seen) {
    return done({ kind: 'moved-on', tool: before, ...(await merge(transaction, before, current, entry)) });
  }
  const parsed = parseSheet({ ...current, ...typed }, desk.workspace);
  if (!parsed.ok) return done({ kind: 'faulty', faults: parsed.faults });
  const resolved = await resolve(transaction, desk.workspace, parsed.facts, before);
  if (!resolved.ok) return done({ kind: 'faulty', faults: resolved.faults });

  const tool: Tool = {
    ...resolved.facts,
    id: before?.id ?? desk.newId(),
    workspace: desk.workspace,
    revision: (before?.revision ?? 0) + 1,
  };
  const changes = changesBetween(
    current,
    sheetOf(tool, (id) => resolved.names.get(id)),
  );
  const at = desk.clock.now();
  if (changes.length === 0) return done({ kind: 'recorded', tool: tool.id });
  await transaction.saveTools([{ tool, change: { at, by: person, changes } }]);
  await transaction.remember(desk.workspace, cause, tool.id, at);
  return done({ kind: 'recorded', tool: tool.id });
}

/** What only the whole stack can tell: that the name is free, and which tools the integrations are. */
async function resolve(
  transaction: Transaction,
  workspace: string,
  facts: ToolFacts,
  before: Tool | null,
): Promise<{ ok: true; facts: ToolFacts; names: Map<string, string> } | { ok: false; faults: Faults }> {
  const found = await transaction.toolsByName(workspace, [facts.name, ...facts.integrations]);
  const named = (name: string) => found.find((each) => foldedName(each.name) === foldedName(name));
  const same = named(facts.name);
  if (same && same.id !== before?.id) {
    return { ok: false, faults: { name: `“${same.name}” is in the stack already. Please change it there.` } };
  }
  const unknown = facts.integrations.find((name) => !named(name));
  if (unknown) {
    return { ok: false, faults: { integrations: `There is no tool “${unknown}” in the stack yet.` } };
  }
  const others = facts.integrations.flatMap((name) => named(name) ?? []);
  if (others.some(({ id }) => id === before?.id)) {
    return { ok: false, faults: { integrations: 'A tool does not integrate with itself.' } };
  }
  const integrations = others.map(({ id }) => id);
  return {
    ok: true,
    facts: { ...facts, integrations },
    names: new Map(found.map(({ id, name }) => [id, name])),
  };
}

/** Cells that this person left as they found them take what is there now; the others stay as they wrote them. */
async function merge(
  transaction: Transaction,
  before: Tool,
  current: Sheet,
  { seen, typed }: ToolEntry,
): Promise<{ since: Difference[]; merged: Sheet }> {
  const missed = before.revision - seen;
  const changes = (await transaction.toolHistory(before.id, missed)).reverse();
  const found = undone(
    current,
    changes.flatMap((change) => change.changes),
  );
  const merged = { ...current };
  for (const column of columns) {
    const yours = typed[column];
    if (yours !== undefined && yours !== found[column]) merged[column] = yours;
  }
  const since = changesBetween(found, current).map(({ column, before, after }) => ({
    ...{ column, before, after },
    by: changes.findLast((change) => change.changes.some((each) => each.column === column))?.by ?? null,
    yours: merged[column] === after ? null : merged[column],
  }));
  return { since, merged };
}
