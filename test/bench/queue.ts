import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/clock.ts';
import { type PersonId, personId } from '../../src/domain/person.ts';
import { queueOrders, startOf } from '../../src/domain/request/queue.ts';
import { defaultSettings } from '../../src/domain/settings/default-settings.ts';
import { homeTab } from '../../src/slack/home/home-tab.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { submitRequest } from '../../src/usecases/intake/submit-request.ts';
import { giveCommand } from '../../src/usecases/request/give-command.ts';
import { homeOf } from '../../src/usecases/request/list-requests.ts';
import { queueAt } from '../../src/usecases/request/queue.ts';
import type { Report } from './run.ts';

const open = 1000;
const rounds = 200;
const monday = Date.UTC(2026, 2, 2, 9);
const workspace = 'T1';
const mia = personId(workspace, 'UMIA');
const inIt = ['UINES', 'UTOM', 'UOMAR'].map((user) => personId(workspace, user));

/** How long one page of the queue takes, with all its counts, on SQLite. */
export async function run(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'queue-'));
  const clock = createClock(Date.now, monday);
  const store = await openStore(`file:${join(folder, 'bench.db')}`, { now: clock.now });
  let count = 0;
  const quiet = () => {};
  const desk: Desk = {
    ...{ workspace, store, clock, fixed: {}, isCrowded: () => false },
    newId: () => `ID${String(++count).padStart(24, '0')}`,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    directory: {
      standingOf: async (person) => ({ person, isMember: true, isIt: inIt.includes(person) }),
      person: async (id) => ({ id, name: 'Name', zone: 'UTC', isMember: true, isAdmin: false, readAt: 0 }),
    },
  };
  await store.write(async (transaction) => {
    await transaction.saveWorkspace({ id: workspace, name: 'Acme', botUserId: 'UBOT', installer: mia });
    const document = defaultSettings('UTC');
    await transaction.addSettings(workspace, { version: 1, document, changedBy: null, changedAt: monday });
  });
  for (let number = 1; number <= open; number += 1) await file(desk, number);

  const [reader = mia] = inIt;
  const lists = ['due', 'mine', 'unclaimed', 'marketing', 'others'] as const;
  const queue = await medianOf((round) =>
    queueAt(desk, reader, { ...startOf(lists[round % lists.length] ?? 'due'), page: round % 7 }),
  );
  const narrowed = await medianOf((round) =>
    queueAt(desk, reader, {
      ...startOf(lists[round % lists.length] ?? 'due'),
      ...{ kind: 'change', priority: 3, order: queueOrders[round % queueOrders.length] ?? 'due' },
    }),
  );
  let blocks = 0;
  const home = await medianOf(async () => {
    blocks = homeTab(await homeOf(desk, reader, null), clock.now()).blocks.length;
  });
  await store.close();
  rmSync(folder, { recursive: true });
  return {
    name: 'queue',
    figures: { open_requests: open, queue_ms: queue, narrowed_ms: narrowed, home_ms: home, blocks },
    ratios: {},
  };
}

async function file(desk: Desk, number: number): Promise<void> {
  const outcome = await submitRequest(desk, {
    ...{ author: mia, requester: mia, kind: 'change', headsUp: false, impact: 2, urgency: 2, own: [] },
    brief: { title: `Landing page ${number}`, outcome: 'More registrations', link: null },
    ...{ neededBy: '2026-04-01', cause: `bench:${number}` },
  });
  const request = outcome.ok && (await desk.store.requestByNumber(workspace, outcome.value.number));
  if (!request) throw new Error('nothing was filed');
  const give = async (person: PersonId, intent: Parameters<typeof giveCommand>[1]['intent']) => {
    const cause = `bench:${number}:${intent.type}`;
    await giveCommand(desk, { request: request.id, person, intent, cause });
  };
  const person = inIt[number % inIt.length] ?? mia;
  if (number % 2 === 0) await give(person, { type: 'claim' });
  if (number % 5 === 0) await give(person, { type: 'ask', question: 'Which form?' });
  const waitsFor = { party: 'third-party', name: 'Acme' } as const;
  if (number % 7 === 0)
    await give(person, { type: 'hold', waitsFor, reason: 'A port', reviewOn: '2026-03-09' });
}

async function medianOf(work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return Number((times[rounds / 2] ?? 0).toFixed(2));
}
