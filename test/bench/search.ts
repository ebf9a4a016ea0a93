import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, sql } from 'kysely';
import { searchTerms } from '../../src/domain/intake/search-terms.ts';
import type { Session } from '../../src/store/engine/engine.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { reading } from '../../src/store/reading.ts';
import { dice } from '../support/dice.ts';
import { acme, sampleRequest } from '../support/sample-request.ts';
import { pairs } from './alike/labelled.ts';
import type { Report } from './run.ts';

const requests = 100_000;
const batch = 500;
const searches = 400;
const page = 25;

/**
 * Full-text search over 100,000 requests in SQLite, as the window asks for it before a request is sent: titles that share
 * words, and with all words as `find` does. Titles are put together from those of the labelled pairs, so
 * that common words are as common as they are at a desk.
 */
export async function run(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-search-'));
  const url = `file:${join(folder, 'broker.db')}`;
  try {
    await fill(url);
    const database = await openDatabase(url);
    const queries: CompiledQuery[] = [];
    const session: Session = {
      engine: database.engine,
      execute: (query) => {
        queries.push(query);
        return database.committed.execute(query);
      },
    };
    const store = reading(session);
    const roll = dice(2);
    const times: number[] = [];
    for (let at = 0; at < searches; at += 1) {
      const terms = searchTerms(titleFrom(roll));
      const begun = performance.now();
      const ids = await store.searchRequests(acme.id, terms, {
        match: at % 4 === 0 ? 'all' : 'alike',
        limit: page,
      });
      await store.requests(ids);
      times.push(performance.now() - begun);
    }
    await showPlan(session, queries[0]);
    await database.close();
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
    return {
      name: 'search',
      figures: {
        requests,
        searches,
        p50_ms: times[searches / 2] ?? 0,
        p95_ms: p95,
        max_ms: times.at(-1) ?? 0,
      },
      ratios: { p95_to_aim: p95 / 50 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(url: string): Promise<void> {
  const store = await openStore(url, { now: () => 0 });
  const roll = dice(1);
  await store.write((transaction) => transaction.saveWorkspace(acme));
  for (let first = 1; first <= requests; first += batch) {
    await store.write(async (transaction) => {
      for (let number = first; number < first + batch; number += 1) {
        const { request, events } = sampleRequest({ id: `R${number}`, number });
        await transaction.saveRequest(request, events, []);
        const rest = `${titleFrom(roll)} ${titleFrom(roll)}`;
        await transaction.saveSearchText(request, {
          title: searchTerms(titleFrom(roll)),
          rest: searchTerms(rest),
        });
      }
    });
  }
  await store.close();
}

const words = pairs.flatMap(({ a, b }) => [...a.split(' '), ...b.split(' ')]);

function titleFrom(roll: ReturnType<typeof dice>): string {
  return Array.from({ length: 6 }, () => words[roll({ least: 0, most: words.length - 1 })]).join(' ');
}

async function showPlan(session: Session, query: CompiledQuery | undefined): Promise<void> {
  if (!query) throw new Error('nothing was searched');
  const { rows } = await session.execute<{ detail: string }>({
    ...sql<{ detail: string }>`explain`.compile(session.engine.builder),
    ...{ sql: `explain query plan ${query.sql}`, parameters: query.parameters },
  });
  process.stderr.write(`${rows.map(({ detail }) => `  ${detail}`).join('\n')}\n`);
}
