import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/clock.ts';
import { type PersonId, personId } from '../../src/domain/person.ts';
import { defaultSettings } from '../../src/domain/settings/default-settings.ts';
import { homeTab } from '../../src/slack/home/home-tab.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { submitRequest } from '../../src/usecases/intake/submit-request.ts';
import { giveCommand } from '../../src/usecases/request/give-command.ts';
import { homeOf } from '../../src/usecases/request/list-requests.ts';
import type { Report } from './run.ts';

const requests = 500;
const rounds = 100;
const monday = Date.UTC(2026, 2, 2, 9);
const workspace = 'T1';
const mia = personId(workspace, 'UMIA');
const ines = personId(workspace, 'UINES');

export async function run(): Promise<Report> {
  return { name: 'home', figures: await homeFigures(), ratios: {} };
}

/** App Home of somebody who leads marketing and asked for 500 things, a fifth of which wait on them, on SQLite. */
export async function homeFigures(): Promise<{
  home_requests: number;
  home_ms: number;
  home_blocks: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  const clock = createClock(Date.now, monday);
  const store = await openStore(`file:${join(folder, 'bench.db')}`, { now: clock.now });
  let count = 0;
  const quiet = () => {};
  const desk: Desk = {
    ...{ workspace, store, clock, fixed: {}, isCrowded: () => false },
    newId: () => {
      count += 1;
      return `ID${String(count).padStart(24, '0')}`;
    },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    directory: {
      standingOf: async (person) => ({ person, isMember: true, isIt: person === ines }),
      person: async (id) => ({ id, name: 'Name', zone: 'UTC', isMember: true, isAdmin: false, readAt: 0 }),
    },
  };
  await store.write(async (transaction) => {
    await transaction.saveWorkspace({ id: workspace, name: 'Acme', botUserId: 'UBOT', installer: mia });
    const document = { ...defaultSettings('UTC'), leads: { marketing: mia, it: ines } };
    await transaction.addSettings(workspace, { version: 1, document, changedBy: null, changedAt: monday });
  });
  for (let number = 1; number <= requests; number += 1) await file(desk, number);

  const times: number[] = [];
  let blocks = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    blocks = homeTab(await homeOf(desk, mia, null), clock.now()).blocks.length;
    times.push(performance.now() - start);
  }
  await store.close();
  rmSync(folder, { recursive: true });
  const median = times.toSorted((a, b) => a - b)[rounds / 2] ?? 0;
  return { home_requests: requests, home_ms: Number(median.toFixed(2)), home_blocks: blocks };
}

async function file(desk: Desk, number: number): Promise<void> {
  const outcome = await submitRequest(desk, {
    ...{ author: mia, requester: mia, kind: 'change', headsUp: false, impact: 2, urgency: 2, own: [] },
    brief: { title: `Landing page ${number}`, outcome: 'More registrations', link: null },
    ...{ neededBy: '2026-04-01', cause: `bench:${number}` },
  });
  const request = outcome.ok && (await desk.store.requestByNumber(workspace, outcome.value.number));
  if (!request) throw new Error('nothing was filed');
  const give = (person: PersonId, intent: Parameters<typeof giveCommand>[1]['intent']) =>
    giveCommand(desk, { request: request.id, person, intent, cause: `bench:${number}:${intent.type}` });
  if (number % 5 === 0) await give(ines, { type: 'ask', question: 'Which form?' });
  if (number % 2 === 1) await give(mia, { type: 'withdraw', words: null });
}
