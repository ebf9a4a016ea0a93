import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import type { DigestLocation } from '../usecases/digest/digests.ts';
import type { Restoration } from '../usecases/keeping/keeping-ports.ts';
import { type OutboxResult, type Store, StoreBusy, type Transaction } from '../usecases/ports.ts';
import type { MessageLocation } from '../usecases/records.ts';
import type { OutboxEntry } from '../usecases/saying/outbox.ts';
import { type Found, graceMs, type Said, type Speaker } from '../usecases/saying/speaker.ts';
import { fromLostTime } from './lost-time.ts';
import { readyEntries } from './ready-entries.ts';

const atOnce = 16;
const atOnceInACrowd = 1;
/** …and a rest after each, because every card costs two commits. */
const restInACrowdMs = 100;
const entriesRead = 400;
const entriesReadPerLane = 20;
const firstRetryMs = 1000;
const longestRetryMs = 60_000;
/** However busy it is: so often own claims are renewed, those of the dead released, and everything is looked at. */
const upkeepMs = 30_000;

export interface OutboxDeliveryOptions {
  store: Store;
  speaker: Speaker;
  clock: Clock;
  log: Log;
  /** Names this process in its claims. */
  instance: string;
  /** Claims of other processes are dead after this: 0 where there can be no other. */
  claimsOutliveMs: number;
  /** True while many people wait for an answer at once: what is to be said gives way to them. */
  isCrowded: () => boolean;
  /** Called in the transaction in which an entry is given up. */
  givenUp: (transaction: Transaction, entry: OutboxEntry, reason: string) => Promise<void>;
  /** Called in the transaction in which a new message's place is to be recorded. */
  placed: (transaction: Transaction, location: MessageLocation) => Promise<void>;
  /** Called once a new message's place is recorded. */
  recorded: (location: MessageLocation) => Promise<void>;
}

export interface OutboxDelivery {
  /** `restoration` is how the database came back from a copy, if it did. */
  start(restoration: Restoration | null): Promise<void>;
  /** Something was committed, or may have become due. */
  wake(): void;
  /** Why Slack takes nothing from us, as of the last attempt; null while it does. */
  barred(): string | null;
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/** Says what was committed, once, in order, whatever happens in between. See `Transaction.announce`. */
export function createOutboxDelivery(options: OutboxDeliveryOptions): OutboxDelivery {
  const { store, speaker, clock, log, instance } = options;
  const underWay = new Map<string, Promise<void>>();
  let state: 'stopped' | 'idle' | 'looking' | 'look again' = 'stopped';
  let cancelTimer: Cancel = () => {};
  let cancelUpkeep: Cancel = () => {};
  let bar: { until: number; error: string } | null = null;
  let restUntil = Number.NEGATIVE_INFINITY;
  let restoration: Restoration | null = null;

  async function start(restored: Restoration | null): Promise<void> {
    restoration = restored;
    await settleClaims();
    state = 'idle';
    planUpkeep();
    wake();
  }

  /** By a timer of its own: that of the next look is set anew by every commit. */
  function planUpkeep(): void {
    cancelUpkeep = clock.at(clock.now() + upkeepMs, () => {
      settleClaims()
        .catch((error) => log.warn({ error: String(error) }, 'claims could not be renewed or released'))
        .finally(() => {
          if (state === 'stopped') return;
          planUpkeep();
          wake();
        });
    });
  }

  /** Own claims live on; what a process that died had claimed is in doubt from now on. */
  async function settleClaims(): Promise<void> {
    const now = clock.now();
    const { claimsOutliveMs } = options;
    // Where there can be no other, its clock may have been ahead.
    const before = claimsOutliveMs === 0 ? Number.MAX_SAFE_INTEGER : now - claimsOutliveMs;
    const released = await store.write(async (transaction) => {
      // A large file takes longer than the claims of the dead are respected.
      if (underWay.size > 0) await transaction.renewClaims(instance, now);
      return transaction.releaseClaims({ than: instance, before }, now + graceMs);
    });
    if (released > 0) log.info({ released }, 'claims of a process that is gone were released');
  }

  function wake(): void {
    if (state === 'stopped') return;
    if (state !== 'idle') {
      state = 'look again';
      return;
    }
    state = 'looking';
    look().catch((error) => {
      log.error({ error }, 'the outbox could not be read');
      if (state !== 'stopped') state = 'idle';
      setTimer(clock.now() + firstRetryMs);
    });
  }

  async function look(): Promise<void> {
    const isCrowded = options.isCrowded();
    const room = isCrowded ? atOnceInACrowd : atOnce;
    if (underWay.size >= room) {
      // Whichever ends first looks again.
      state = 'idle';
      return;
    }
    const now = clock.now();
    if (isCrowded && now < restUntil) {
      state = 'idle';
      setTimer(restUntil);
      return;
    }
    if (bar && now < bar.until) {
      state = 'idle';
      setTimer(bar.until);
      return;
    }
    const entries = await store.openOutbox(entriesRead, entriesReadPerLane);
    for (const entry of readyEntries(entries, now, new Set(underWay.keys()))) {
      // While everything is refused, one entry at a time finds out whether it still is.
      if (underWay.size >= (bar ? 1 : room)) break;
      underWay.set(entry.lane, turn(entry));
      if (isCrowded) restUntil = now + restInACrowdMs;
    }
    const due = await store.nextOutboxDue(now);
    const again = state === 'look again';
    if (state === 'stopped') return;
    state = 'idle';
    if (due !== null) setTimer(due);
    if (again) wake();
  }

  function setTimer(instant: number): void {
    cancelTimer();
    if (state !== 'stopped') cancelTimer = clock.at(instant, wake);
  }

  /** One entry's turn in its lane. */
  async function turn(entry: OutboxEntry): Promise<void> {
    try {
      const lost = fromLostTime(entry, restoration, clock.now());
      if ((!lost && !entry.inDoubt) || (await lookUp(lost ?? entry, lost !== null))) await say(entry);
    } catch (error) {
      log.error({ error, entry: entry.id }, 'an outbox entry failed');
      const result = { result: 'later', dueAt: backoff(entry), inDoubt: true, error: String(error) } as const;
      await settle(entry, result, null).catch((failed) =>
        log.error({ error: failed }, 'nor could that be kept'),
      );
    } finally {
      underWay.delete(entry.lane);
      wake();
    }
  }

  /** True if the entry is proved unsaid and may be said. */
  async function lookUp(entry: OutboxEntry, isFromLostTime: boolean): Promise<boolean> {
    if (!(await claim(entry, 'looking-up'))) return false;
    const found: Found = await speaker.find(entry);
    switch (found.result) {
      case 'found': {
        log.info({ entry: entry.id }, 'an earlier attempt had reached Slack');
        // What it shows was true in the time that is lost: it stands where it should, and is edited.
        const revision = isFromLostTime && entry.subject.kind === 'upsert' ? 0 : found.revision;
        await settle(entry, { result: 'said', revision, at: clock.now() }, found.location);
        return false;
      }
      case 'later':
        await settle(entry, { ...later(entry, found), inDoubt: true }, null);
        return false;
      case 'absent':
        return settle(
          entry,
          { result: 'later', dueAt: clock.now(), inDoubt: false, error: 'not found' },
          null,
        );
    }
  }

  async function say(entry: OutboxEntry): Promise<void> {
    if (!(await claim(entry, 'sending'))) return;
    // Read after the claim: whatever is wanted by now is what will be rendered.
    const claimed = (await store.outboxEntry(entry.id)) ?? entry;
    const { wanted: revision } = claimed;
    const said: Said = await speaker.say(claimed);
    if (said.result !== 'barred' && said.result !== 'unknown') bar = null;
    switch (said.result) {
      case 'said':
        await settle(entry, { result: 'said', revision, at: clock.now() }, said.location);
        break;
      case 'later':
        log.debug({ entry: entry.id, error: said.error }, 'said later');
        await settle(entry, { ...later(entry, said), inDoubt: false }, null);
        break;
      case 'barred': {
        const { afterMs, error } = said;
        if (!bar) log.error({ error }, 'Slack takes nothing from this app; what is to be said is kept');
        bar = { until: clock.now() + afterMs, error };
        await settle(entry, { result: 'later', dueAt: bar.until, inDoubt: false, error }, null);
        break;
      }
      case 'unknown':
        log.warn({ entry: entry.id, error: said.error }, 'it is not known whether Slack took it');
        await settle(
          entry,
          { result: 'later', dueAt: clock.now() + graceMs, inDoubt: true, error: said.error },
          null,
        );
        break;
      case 'dead':
        log.error({ entry: entry.id, subject: entry.subject, reason: said.reason }, 'it cannot be said');
        await settle(entry, { result: 'dead', reason: said.reason, at: clock.now() }, null);
        break;
    }
  }

  async function claim(entry: OutboxEntry, phase: 'sending' | 'looking-up'): Promise<boolean> {
    return store.write((transaction) =>
      transaction.claimOutbox(entry.id, { by: instance, at: clock.now(), phase }),
    );
  }

  async function settle(
    entry: OutboxEntry,
    result: OutboxResult,
    location: MessageLocation | DigestLocation | null,
  ): Promise<boolean> {
    const settled = await untilWritten(async (transaction) => {
      const held = await transaction.settleOutbox(entry.id, instance, result);
      if (held && result.result === 'dead') await options.givenUp(transaction, entry, result.reason);
      if (held && location) await place(transaction, location);
      return held;
    });
    if (settled && location && 'request' in location) await options.recorded(location);
    return settled;
  }

  /** What Slack answered must not be forgotten because the database is busy or full: this waits until it is not. */
  async function untilWritten<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await store.write(work);
      } catch (error) {
        if (state === 'stopped' || !(error instanceof StoreBusy)) throw error;
        log.warn({ error: error.message }, 'an outcome waits for the database');
        await new Promise<void>((resolve) => clock.at(clock.now() + firstRetryMs, resolve));
      }
    }
  }

  function place(transaction: Transaction, location: MessageLocation | DigestLocation): Promise<void> {
    return 'request' in location
      ? options.placed(transaction, location)
      : transaction.saveDigestLocation(location);
  }

  function later(entry: OutboxEntry, { afterMs, error }: { afterMs: number | null; error: string }) {
    const dueAt = afterMs === null ? backoff(entry) : clock.now() + afterMs;
    return { result: 'later' as const, dueAt, error };
  }

  function backoff({ attempts }: OutboxEntry): number {
    return clock.now() + Math.min(firstRetryMs * 2 ** Math.min(attempts, 10), longestRetryMs);
  }

  return {
    start,
    wake,
    barred: () => bar?.error ?? null,
    async stop() {
      state = 'stopped';
      cancelTimer();
      cancelUpkeep();
      await Promise.allSettled(underWay.values());
    },
  };
}
