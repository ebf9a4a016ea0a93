import { expect, test } from 'vitest';
import { readyEntries } from '../../src/jobs/ready-entries.ts';
import type { OutboxEntry } from '../../src/usecases/saying/outbox.ts';

const now = 1000;

function entry(position: number, facts: Partial<OutboxEntry> & { request?: string } = {}): OutboxEntry {
  const { request = `R${position}`, ...rest } = facts;
  return {
    id: `E${position}`,
    workspace: 'T1',
    subject: { kind: 'upsert', purpose: 'triage-card', request },
    at: 0,
    lane: 'triage',
    position,
    wanted: 1,
    delivered: 0,
    status: 'pending',
    attempts: 0,
    dueAt: 0,
    inDoubt: false,
    claimedBy: null,
    firstClaimedAt: null,
    error: null,
    ...rest,
  };
}

const ready = (entries: OutboxEntry[], busy: string[] = []) =>
  readyEntries(entries, now, new Set(busy)).map(({ id }) => id);

test('one entry a lane, in order', () => {
  expect(ready([entry(1), entry(2), entry(3, { lane: 'dm:T1/U1' })])).toEqual(['E1', 'E3']);
});

test('a lane in which something is under way waits, others go on', () => {
  expect(ready([entry(1), entry(2, { lane: 'dm:T1/U1' })], ['triage'])).toEqual(['E2']);
});

test('an entry that must wait closes its lane behind it, so order holds', () => {
  expect(ready([entry(1, { dueAt: now + 1 }), entry(2)])).toEqual([]);
});

test('an entry in doubt holds back its own request only', () => {
  const doubtful = entry(1, { inDoubt: true, dueAt: now + 1, request: 'R1' });
  expect(ready([doubtful, entry(2, { request: 'R1' }), entry(3, { request: 'R2' })])).toEqual(['E3']);
});

test('an entry in doubt is looked for once its grace is over', () => {
  expect(ready([entry(1, { inDoubt: true, dueAt: now }), entry(2)])).toEqual(['E1']);
});

test('what somebody else has claimed closes its lane', () => {
  expect(ready([entry(1, { status: 'sending', claimedBy: 'other' }), entry(2)])).toEqual([]);
});
