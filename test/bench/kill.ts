/**
 * Three hundred requests while the app is killed with SIGKILL every second or so, its messages become visible late, and
 * Slack now and then fails after it has accepted one. In the end each request must stand there once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { dice } from '../support/dice.ts';
import { type Asked, askUntilTaken, toldIn } from '../support/insistent.ts';
import { killDuring, orderPostFaults, untilSaid } from '../support/killing.ts';
import { counted, mortalApp, openSlack } from '../support/mortal-app.ts';
import type { Report } from './run.ts';

const requests = 300;
const people = ['mia', 'ben', 'lea', 'omar', 'ines', 'tom', 'ada'];
/** In milliseconds. `takes` is long enough that a kill often finds a message on its way. */
const posts = { takes: 80, visibleAfter: 1500, posts: 2 * requests };
const life = { least: 400, most: 1600 };
const thinking = { least: 0, most: 1000 };

export async function run(): Promise<Report> {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  process.stderr.write(`SEED=${seed}\n`);
  const roll = dice(seed);
  const folder = await mkdtemp(join(tmpdir(), 'broker-kill-'));
  const database = join(folder, 'broker.db');
  const count = (query: string) => counted(database, query);
  const sandbox = await openSlack();
  orderPostFaults(sandbox, posts, roll);
  const app = mortalApp(sandbox, database);
  const begun = performance.now();
  try {
    // An orderly end writes the compile cache, which a killed process does not.
    await app.start();
    await app.stop();
    await app.start();

    const asked = Array.from({ length: requests }, (_, index): Asked => {
      const author = sandbox.person(people[index % people.length] ?? 'mia');
      return { author, title: `Wish ${String(index + 1).padStart(3, '0')} of the killing` };
    });
    const asking = people.map(async (name) => {
      for (const { author, title } of asked.filter((one) => one.author.name === name)) {
        await pause(roll(thinking));
        await askUntilTaken(author, title, app);
      }
    });
    const killing = await killDuring(Promise.all(asking), { app, life: () => roll(life), count });
    await untilSaid(count);

    const told = toldIn(sandbox, asked);
    for (const [what, list] of Object.entries(told)) {
      for (const one of list) process.stderr.write(`${what}: ${one}\n`);
    }
    const seconds = Math.round((performance.now() - begun) / 1000);
    return {
      name: 'kill',
      figures: {
        requests: count('select count(*) from request'),
        ...killing,
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
