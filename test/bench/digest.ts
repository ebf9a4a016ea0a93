/**
 * A digest over a history of a million requests, of which 20,000 are of the last quarter. A few dozen lives are really
 * lived through the use cases; the others are their rows, moved in time by SQL. While it is made, people go on asking:
 * their answers must not wait for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { createClock } from '../../src/clock.ts';
import { slotsDue } from '../../src/domain/digest/schedule.ts';
import { openStore } from '../../src/store/open-store.ts';
import { weeklyFigures } from '../../src/usecases/digest/weekly-figures.ts';
import { addOthers } from './digest/add-others.ts';
import { ask, deskOn, liveThrough, monday } from './digest/lives.ts';
import { homeFigures } from './home.ts';
import type { Report } from './run.ts';

const inHistory = 1_000_000;
const inQuarter = 20_000;
const rounds = 7;
const week = 7 * 24 * 60 * 60_000;
const quarter = 13 * week;
const mib = 2 ** 20;

export async function run(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'digest-'));
  const file = join(folder, 'bench.db');
  const clock = createClock(() => monday - quarter);
  const store = await openStore(`file:${file}`, { now: clock.now });
  try {
    const desk = deskOn(store, clock);
    const began = performance.now();
    await liveThrough(desk, clock);
    clock.moveBy(monday - clock.now());
    const database = new Database(file);
    addOthers(database, { inHistory, inQuarter, quarter });
    database.close();
    const build = performance.now() - began;

    const [slot] = slotsDue({ weekday: 'monday', time: '09:00', zone: 'UTC' }, null, clock.now());
    if (!slot) throw new Error('a digest is due');
    const make = () => weeklyFigures(desk, slot, 'UTC');
    const figures = await make();
    const before = process.memoryUsage().rss;
    const times: number[] = [];
    const idle = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) times.push(await timed(make));
    const { user, system } = process.cpuUsage(idle);
    const memory = process.memoryUsage().rss - before;

    const counts: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      counts.push(await timed(() => store.promisesSettled(slot)));
    }

    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await make();
    delay.disable();

    // Moving the write-ahead log into the database makes one commit in hundreds slow, digest or not.
    checkpoint(file);
    const alone = await longestAsk(desk, 120);
    checkpoint(file);
    let isMade = false;
    const making = make().then(() => {
      isMade = true;
    });
    let beside = 0;
    let asked = 0;
    while (!isMade) {
      beside = Math.max(beside, await timed(() => ask(desk)));
      asked += 1;
    }
    await making;
    for (const each of [times, counts]) each.sort((a, b) => a - b);
    return {
      name: 'digest',
      figures: {
        requests: inHistory,
        requests_in_quarter: inQuarter,
        asked_in_week: figures.flow.asked.count,
        open_requests: figures.open.count,
        build_ms: round(build),
        digest_ms: round(times[rounds >> 1] ?? Number.NaN),
        digest_cpu_ms: round((user + system) / 1000 / rounds),
        digest_worst_ms: round(times.at(-1) ?? Number.NaN),
        // What App Home's scoreboard asks of the same history.
        settled_ms: round(counts[rounds >> 1] ?? Number.NaN),
        longest_turn_ms: round(delay.max / 1e6),
        asked_beside: asked,
        ack_alone_worst_ms: round(alone),
        ack_beside_worst_ms: round(beside),
        memory_grown_mib: round(memory / mib),
        peak_mib: round(process.resourceUsage().maxRSS / 1024),
        ...(await homeFigures()),
      },
      ratios: {},
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkpoint(file: string): void {
  const database = new Database(file);
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

async function longestAsk(desk: Parameters<typeof ask>[0], count: number): Promise<number> {
  let longest = 0;
  for (let nth = 0; nth < count; nth += 1) longest = Math.max(longest, await timed(() => ask(desk)));
  return longest;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function round(figure: number): number {
  return Number(figure.toFixed(1));
}
