/**
 * Three hundred requests while the app is killed with SIGKILL every second or so, its messages become visible late, and
 * Slack now and then fails after it has accepted one. In the end each request must stand there once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Asked, askUntilTaken, toldIn } from '../support/insistent.ts';
import { counted, type MortalApp, mortalApp, openSlack } from '../support/mortal-app.ts';
import type { Report } from './run.ts';

const requests = 300;
const people = ['mia', 'ben', 'lea', 'omar', 'ines', 'tom', 'ada'];
const visibleAfter = 1500;
/** Long enough that a kill often finds a message on its way. */
const slackTakes = 100;
const faultsOrdered = 60;
/** Between two wishes of one person. */
const thinking = { least: 200, most: 1600 };
const lives = { least: 400, most: 1600 };

const unsaid = `select count(*) from outbox where status in ('pending', 'sending', 'looking-up')`;
/** Claimed to be sent, and no ts recorded. */
const onItsWay = `select count(*) from outbox where status = 'sending' and delivered = 0`;

export async function run(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'broker-kill-'));
  const database = join(folder, 'broker.db');
  const sandbox = await openSlack();
  orderFaults(sandbox);
  const app = mortalApp(sandbox, database);
  const begun = performance.now();
  try {
    // An orderly end writes the compile cache, which a killed process does not.
    await app.start();
    await app.stop();
    await app.start();
    const { asked, kills, ambiguous } = await askWhileKilling(sandbox, app, database);
    while (counted(database, unsaid) > 0) await pause(50);
    const told = toldIn(sandbox, asked);
    for (const [what, list] of Object.entries(told)) {
      for (const one of list) process.stderr.write(`${what}: ${one}\n`);
    }
    const seconds = Math.round((performance.now() - begun) / 1000);
    return {
      name: 'kill',
      figures: {
        requests: counted(database, 'select count(*) from request'),
        kills,
        ambiguous,
        lost: told.lost.length,
        doubled: told.doubled.length + told.stray.length,
        seconds,
      },
      ratios: {},
    };
  } finally {
    await app.kill();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function askWhileKilling(
  sandbox: Sandbox,
  app: MortalApp,
  database: string,
): Promise<{ asked: Asked[]; kills: number; ambiguous: number }> {
  const asked = Array.from({ length: requests }, (_, index): Asked => {
    const author = sandbox.person(people[index % people.length] ?? 'mia');
    return { author, title: `Wish ${String(index + 1).padStart(3, '0')} of the killing` };
  });
  let isAsking = true;
  const asking = Promise.all(people.map((name) => askAll(asked.filter(by(name)), app))).finally(() => {
    isAsking = false;
  });
  let kills = 0;
  let ambiguous = 0;
  const killing = async () => {
    while (isAsking) {
      await pause(between(lives));
      await app.kill();
      kills += 1;
      if (counted(database, onItsWay) > 0) ambiguous += 1;
      await app.start();
    }
  };
  await Promise.all([asking, killing()]);
  return { asked, kills, ambiguous };
}

const by = (name: string) => (one: Asked) => one.author.name === name;

async function askAll(asked: readonly Asked[], app: MortalApp): Promise<void> {
  for (const { author, title } of asked) {
    await pause(between(thinking));
    await askUntilTaken(author, title, app);
  }
}

/** One post in ten is accepted and then looks failed; all are slow and become visible late. */
function orderFaults({ control }: Sandbox): void {
  control({ fault: { kind: 'visible-late', milliseconds: visibleAfter } });
  const slow = { kind: 'slow', method: 'chat.postMessage', milliseconds: slackTakes } as const;
  for (let fault = 0; fault < faultsOrdered; fault += 1) {
    control({ fault: { ...slow, times: between({ least: 1, most: 17 }) } });
    control({
      fault:
        Math.random() < 0.5
          ? { kind: 'accept-then-reset', method: 'chat.postMessage', times: 1 }
          : { kind: 'error-500', method: 'chat.postMessage', times: 1, afterAccepting: true },
    });
  }
  control({ fault: slow });
}

function between({ least, most }: { least: number; most: number }): number {
  return Math.floor(least + Math.random() * (most - least + 1));
}
