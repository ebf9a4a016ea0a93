import { assertNever } from '../../domain/assert-never.ts';
import type { News } from '../../usecases/news.ts';
import type { OutboxResult, Transaction } from '../../usecases/ports.ts';
import { laneOf, type NewOutboxEntry, subjectKey } from '../../usecases/saying/outbox.ts';
import { nextValue } from '../counters.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { flag } from '../row-values.ts';
import type { Schema } from '../schema.ts';

type OutboxRow = Schema['outbox'];
type Claim = { id: string; by: string; at: number; phase: 'sending' | 'looking-up' };
type Settled = { id: string; by: string };

/**
 * An entry that is being said stays claimed and is wanted once more; one that waits for its next attempt (a rate
 * limit, a grace) goes on waiting; one that was said or is dead is due at once.
 */
const upsertEntries = statementOfRows((db, rows: Given<OutboxRow>[]) =>
  db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'subject_key']).doUpdateSet((row) => ({
        // What was never said keeps its place: lines in its thread stand behind it.
        position: row
          .case()
          .when('outbox.delivered', '=', 0)
          .then(row.ref('outbox.position'))
          .else(row.ref('excluded.position'))
          .end(),
        announced_at: row.ref('excluded.announced_at'),
        wanted: row('outbox.wanted', '+', 1),
        attempts: 0,
        status: row
          .case()
          .when('outbox.status', 'in', ['sending', 'looking-up'])
          .then(row.ref('outbox.status'))
          .else('pending' as const)
          .end(),
        due_at: row
          .case()
          .when(
            row.and([
              row('outbox.status', 'not in', ['said', 'dead']),
              row('outbox.due_at', '>', row.ref('excluded.due_at')),
            ]),
          )
          .then(row.ref('outbox.due_at'))
          .else(row.ref('excluded.due_at'))
          .end(),
      })),
    ),
);

const insertEntries = statementOfRows((db, rows: Given<OutboxRow>[]) =>
  db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'subject_key']).doNothing()),
);

const claim = statement((db, { id, by, at, phase }: Given<Claim>) =>
  db
    .updateTable('outbox')
    .set((row) => ({
      status: phase,
      claimed_by: by,
      claimed_at: at,
      first_claimed_at: row.fn.coalesce('first_claimed_at', at),
      attempts: row('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('status', '=', 'pending'),
);

const unclaimed = { claimed_by: null, claimed_at: null };

const settleSaid = statement(
  (db, { id, by, revision, at }: Given<Settled & { revision: number; at: number }>) =>
    db
      .updateTable('outbox')
      .set((row) => ({
        ...unclaimed,
        status: row
          .case()
          .when('wanted', '>', revision)
          .then('pending' as const)
          .else('said' as const)
          .end(),
        delivered: revision,
        in_doubt: 0,
        due_at: at,
        settled_at: at,
        error: null,
      }))
      .where('id', '=', id)
      .where('claimed_by', '=', by)
      .returning('status'),
);

const settleLater = statement(
  (db, given: Given<Settled & { dueAt: number; inDoubt: number; error: string }>) =>
    db
      .updateTable('outbox')
      .set({
        ...unclaimed,
        status: 'pending',
        due_at: given.dueAt,
        in_doubt: given.inDoubt,
        error: given.error,
      })
      .where('id', '=', given.id)
      .where('claimed_by', '=', given.by),
);

const settleDead = statement((db, { id, by, reason, at }: Given<Settled & { reason: string; at: number }>) =>
  db
    .updateTable('outbox')
    .set({ ...unclaimed, status: 'dead', error: reason, settled_at: at })
    .where('id', '=', id)
    .where('claimed_by', '=', by),
);

// Index outbox_status.
const release = statement(
  (db, { than, before, dueAt }: Given<{ than: string; before: number; dueAt: number }>) =>
    db
      .updateTable('outbox')
      .set((row) => ({
        ...unclaimed,
        status: 'pending',
        due_at: dueAt,
        in_doubt: row.case().when('status', '=', 'sending').then(1).else(row.ref('in_doubt')).end(),
      }))
      .where('status', 'in', ['sending', 'looking-up'])
      .where('claimed_by', '<>', than)
      .where('claimed_at', '<', before),
);

// Index outbox_status.
const renew = statement((db, { by, at }: Given<{ by: string; at: number }>) =>
  db
    .updateTable('outbox')
    .set({ claimed_at: at })
    .where('status', 'in', ['sending', 'looking-up'])
    .where('claimed_by', '=', by),
);

// Index outbox_status. One reason at a time: they are few.
const revive = statement(
  (db, { workspace, reason, dueAt }: Given<{ workspace: string; reason: string; dueAt: number }>) =>
    db
      .updateTable('outbox')
      .set({ status: 'pending', due_at: dueAt, attempts: 0 })
      .where('status', '=', 'dead')
      .where('workspace_id', '=', workspace)
      .where('error', '=', reason),
);

type OutboxWriting = Pick<
  Transaction,
  'announce' | 'claimOutbox' | 'settleOutbox' | 'releaseClaims' | 'renewClaims' | 'reviveOutbox'
>;

export function outboxWriting(session: Session, news: News): OutboxWriting {
  /** Whoever delivers has to look again if anything became pending. */
  function tell(affected: bigint | undefined): number {
    if (affected) news.outbox = true;
    return Number(affected ?? 0n);
  }

  return {
    async announce(entries) {
      for (const [workspace, ofWorkspace] of Map.groupBy(entries, (entry) => entry.workspace)) {
        const last = await nextValue(session, workspace, 'outbox', ofWorkspace.length);
        const first = last - ofWorkspace.length + 1;
        const rows = (isUpsert: boolean) =>
          distinct(
            ofWorkspace.flatMap((entry, index) =>
              (entry.subject.kind === 'upsert') === isUpsert ? [rowOf(entry, first + index)] : [],
            ),
          );
        tell((await upsertEntries(session, rows(true))).numAffectedRows);
        tell((await insertEntries(session, rows(false))).numAffectedRows);
      }
    },
    async claimOutbox(id, { by, at, phase }) {
      return (await claim(session, { id, by, at, phase })).numAffectedRows === 1n;
    },
    async settleOutbox(id, claimedBy, result) {
      return settle(session, { id, by: claimedBy }, result, tell);
    },
    async releaseClaims({ than, before }, dueAt) {
      return tell((await release(session, { than, before, dueAt })).numAffectedRows);
    },
    async renewClaims(by, at) {
      await renew(session, { by, at });
    },
    async reviveOutbox(workspace, reasons, dueAt) {
      let revived = 0;
      for (const reason of new Set(reasons)) {
        revived += tell((await revive(session, { workspace, reason, dueAt })).numAffectedRows);
      }
      return revived;
    },
  };
}

async function settle(
  session: Session,
  claimed: Settled,
  outcome: OutboxResult,
  tell: (affected: bigint) => void,
): Promise<boolean> {
  switch (outcome.result) {
    case 'said': {
      const { revision, at } = outcome;
      const [settled] = (await settleSaid(session, { ...claimed, revision, at })).rows;
      if (settled?.status === 'pending') tell(1n);
      return settled !== undefined;
    }
    case 'later': {
      const { dueAt, inDoubt, error } = outcome;
      const later = { ...claimed, dueAt, inDoubt: flag(inDoubt), error };
      return (await settleLater(session, later)).numAffectedRows === 1n;
    }
    case 'dead': {
      const { reason, at } = outcome;
      return (await settleDead(session, { ...claimed, reason, at })).numAffectedRows === 1n;
    }
    default:
      return assertNever(outcome);
  }
}

function rowOf({ id, workspace, subject, at }: NewOutboxEntry, position: number): OutboxRow {
  return {
    ...{
      id,
      workspace_id: workspace,
      subject_key: subjectKey(subject, id),
      subject: JSON.stringify(subject),
    },
    ...{ lane: laneOf(subject, id), position, announced_at: at, due_at: at },
    ...{ wanted: 1, delivered: 0, status: 'pending', attempts: 0, in_doubt: 0, error: null },
    ...{ claimed_by: null, claimed_at: null, first_claimed_at: null, settled_at: null },
  };
}

/** One statement cannot touch a row twice. */
function distinct(rows: OutboxRow[]): OutboxRow[] {
  return [...new Map(rows.map((row) => [row.subject_key, row])).values()];
}
