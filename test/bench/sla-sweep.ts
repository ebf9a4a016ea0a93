/**
 * A sweep over a database with a million open requests, of which a hundred are due, and over one with a hundredth as
 * many: what is read must cost the same. The hundred are real requests, sent through the use case, and are told as well;
 * the others are rows like theirs that are due later.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createClock, type MovableClock } from '../../src/clock.ts';
import { type PersonId, personId } from '../../src/domain/person.ts';
import { defaultSettings } from '../../src/domain/settings/default-settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { submitRequest } from '../../src/usecases/intake/submit-request.ts';
import type { Store } from '../../src/usecases/ports.ts';
import { requestsToSweep, sweepRequest } from '../../src/usecases/promises/sweep-alerts.ts';

const monday = Date.UTC(2026, 2, 2, 9);
const hour = 60 * 60_000;
const workspace = 'T1';
const mia: PersonId = personId(workspace, 'UMIA');
const due = 100;
const rounds = 21;

export async function sweepFigures(): Promise<Record<string, number>> {
  const small = await sweepAmong(10_000);
  const large = await sweepAmong(1_000_000);
  return {
    sweep_requests: 1_000_000,
    sweep_due: large.found,
    sweep_ms: large.read,
    sweep_10k_ms: small.read,
    sweep_and_tell_ms: large.told,
    sweep_and_tell_10k_ms: small.told,
  };
}

interface Sweep {
  found: number;
  /** Milliseconds to learn who is due, and when to wake next. */
  read: number;
  /** Milliseconds until all of them are reckoned anew and told. */
  told: number;
}

async function sweepAmong(requests: number): Promise<Sweep> {
  const folder = await mkdtemp(join(tmpdir(), 'broker-bench-'));
  const file = join(folder, 'broker.db');
  const clock = createClock(() => monday);
  const store = await openStore(`file:${file}`, { now: clock.now });
  try {
    const desk = deskOn(store, clock);
    await sendDue(desk);
    addOthers(file, requests - due);
    // At risk after three of the four hours of a first reply.
    clock.moveBy(3 * hour);
    return await sweep(desk);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function deskOn(store: Store, clock: MovableClock): Desk {
  let ids = 0;
  const quiet = () => {};
  return {
    workspace,
    store,
    clock,
    fixed: {},
    isCrowded: () => false,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    newId() {
      ids += 1;
      return `ID${String(ids).padStart(24, '0')}`;
    },
    directory: {
      standingOf: async (person) => ({ person, isMember: true, isIt: false }),
      person: async (id) => ({ id, name: id, zone: 'UTC', isMember: true, isAdmin: false, readAt: 0 }),
    },
  };
}

async function sendDue(desk: Desk): Promise<void> {
  await desk.store.write(async (transaction) => {
    await transaction.saveWorkspace({ id: workspace, name: 'Acme', botUserId: 'UBOT', installer: null });
    const document = defaultSettings('UTC');
    await transaction.addSettings(workspace, { version: 1, document, changedBy: null, changedAt: monday });
    const profile = { name: 'Mia', zone: 'UTC', isMember: true, isAdmin: false, readAt: monday };
    await transaction.savePerson({ id: mia, ...profile });
  });
  for (let number = 1; number <= due; number += 1) {
    await submitRequest(desk, {
      ...{ author: mia, requester: mia, kind: 'change', headsUp: false, impact: 2, urgency: 2 },
      brief: { title: `Request ${number}`, outcome: null, link: null },
      ...{ neededBy: '2026-06-01', own: [], cause: `bench:${number}` },
    });
  }
}

/** Open requests with clocks like the first one's, due a week later and on. */
function addOthers(file: string, count: number): void {
  const database = new Database(file);
  const numbers = `with recursive n(i) as (select ${due + 1} union all select i + 1 from n where i < ${due + count})`;
  database.exec(`
    pragma synchronous = off;
    begin;
    ${numbers} insert into request
      select 'M' || printf('%025d', i), workspace_id, i, kind, status, requester, author, assignee, priority, open,
        submitted_at, changed_at, version, '{}'
      from n, (select * from request where number = 1);
    ${numbers} insert into commitment
        (request_id, clock, round, debtor, started_at, budget, due_at, ended_at, settled_at, verdict,
         by_change, next_alert_at, reckoned_with)
      select 'M' || printf('%025d', i), clock, round, debtor, started_at, budget, due_at, ended_at, settled_at, verdict,
        by_change, next_alert_at + ${7 * 24 * hour} + i, reckoned_with
      from n, (select * from commitment where request_id = (select id from request where number = 1));
    commit;
    pragma wal_checkpoint(truncate);
  `);
  database.close();
}

async function sweep(desk: Desk): Promise<Sweep> {
  let found: string[] = [];
  const reads: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    found = await requestsToSweep(desk);
    await desk.store.nextAlertAt();
    reads.push(performance.now() - began);
  }
  const began = performance.now();
  await Promise.all(found.map((request) => sweepRequest(desk, request)));
  const told = performance.now() - began;
  if ((await requestsToSweep(desk)).length > 0) throw new Error('what was told is still due');
  return { found: found.length, read: reads.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN, told };
}
