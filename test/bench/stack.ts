/** Ten thousand tools on SQLite: imported from a file as on the command line, searched, and shown in App Home. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { csvRow } from '../../src/domain/csv/csv.ts';
import { categories } from '../../src/domain/stack/category.ts';
import { overlapsWith } from '../../src/domain/stack/overlap.ts';
import { termsOf } from '../../src/domain/stack/words.ts';
import { openStore } from '../../src/store/open-store.ts';
import { importStack } from '../../src/usecases/stack/import-stack.ts';
import { dice } from '../support/dice.ts';
import { heldOut, type LabelledTool, tuning } from './overlap/labelled.ts';
import type { Report } from './run.ts';

const tools = 10_000;
const searches = 2000;
const workspace = 'T1';

export async function run(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'broker-stack-'));
  const store = await openStore(`file:${join(folder, 'broker.db')}`, { now: Date.now });
  try {
    await store.write((transaction) =>
      transaction.saveWorkspace({ id: workspace, name: 'Acme', botUserId: 'UBOT', installer: null }),
    );
    let count = 0;
    const newId = () => {
      count += 1;
      return `TOOL${count}`;
    };
    const words: string[] = [];
    const order = { workspace, file: new TextEncoder().encode(manyTools()), newId, at: 1 };
    const progress = (done: number, all: number) => words.push(`${done} of ${all}`);
    const first = await timed(() => importStack(store, { ...order, progress }));
    const second = await timed(() => importStack(store, { ...order, progress }));
    if (first.value.planned.length !== tools || second.value.planned.length !== 0) {
      throw new Error(`the import went wrong: ${JSON.stringify(first.value.faults.slice(0, 3))}`);
    }
    const times: number[] = [];
    for (const query of queries()) {
      times.push((await timed(() => store.searchTools(workspace, termsOf(query), 21))).ms);
    }
    const home = await timed(() => store.toolCategories(workspace, 3));
    const rivals = await timed(async () => overlapsWith('TOOL1', await store.allTools(workspace)));
    return {
      name: 'stack',
      figures: {
        tools,
        import_s: seconds(first.ms),
        second_import_s: seconds(second.ms),
        progress_lines: words.length,
        searches: times.length,
        search_p50_ms: percentile(times, 0.5),
        search_p95_ms: percentile(times, 0.95),
        search_max_ms: percentile(times, 1),
        home_ms: rounded(home.ms),
        same_job_ms: rounded(rivals.ms),
      },
      ratios: {},
    };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const products = [...tuning.tools, ...heldOut.tools];

function product(index: number): LabelledTool {
  const found = products[index % products.length];
  if (!found) throw new Error('there are no products');
  return found;
}

function manyTools(): string {
  const rows = Array.from({ length: tools }, (_, index) => {
    const { name, category, purpose } = product(index);
    return csvRow([
      `${name} ${index}`,
      categories[category].name,
      purpose,
      `Vendor ${index % 700}`,
      '1200',
      'EUR',
    ]);
  });
  return [csvRow(['name', 'category', 'purpose', 'vendor', 'cost', 'currency']), ...rows].join('');
}

/** Names, single words and whole questions, as people type them. */
function queries(): string[] {
  const roll = dice(8);
  return Array.from({ length: searches }, (_, index) => {
    const { name, purpose } = product(roll({ least: 0, most: products.length - 1 }));
    const word = purpose.split(' ').find((each) => each.length > 4) ?? name;
    return [`${name} ${index}`, word.slice(0, 4), word, purpose][index % 4] ?? word;
  });
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function seconds(ms: number): number {
  return rounded(ms / 1000);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
