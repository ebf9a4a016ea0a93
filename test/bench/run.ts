/**
 * `npm run --silent bench -- NAME [--json]` runs one bench. The last line is its report as JSON; without `--json` a
 * table stands before it.
 */
import { parseArgs } from 'node:util';

export interface Report {
  name: string;
  /** What was measured; the unit ends the name (`…_ms`), counts and rates aside. */
  figures: Record<string, number>;
  /** What has an aim: ours against theirs. */
  ratios: Record<string, number>;
}

const benches: Record<string, { about: string; load: () => Promise<{ run(): Promise<Report> }> }> = {
  ack: {
    about: 'signed commands, durable submissions and the start, side by side with bare Bolt',
    load: () => import('./ack.ts'),
  },
  alike: {
    about: 'look-alikes told from other wishes, on labelled pairs the matcher was not tuned on',
    load: () => import('./alike.ts'),
  },
  home: {
    about: 'App Home of a person with 500 requests, without Slack’s part',
    load: () => import('./home.ts'),
  },
  digest: {
    about: 'a weekly digest over a million requests, and how long others wait while it is made',
    load: () => import('./digest.ts'),
  },
  kill: {
    about: '300 requests while the app is killed every second: none lost, none told twice',
    load: () => import('./kill.ts'),
  },
  page: {
    about: 'the sandbox’s page: until it can be used, and scrolling a channel of 5,000 messages',
    load: () => import('./page.ts'),
  },
  overlap: {
    about: 'tools that do the same job, found among real products that were labelled beforehand',
    load: () => import('./overlap.ts'),
  },
  search: {
    about: 'full-text search over 100,000 requests, as the window asks for it',
    load: () => import('./search.ts'),
  },
  queue: {
    about: 'one page of IT’s queue, and App Home with it, among 1,000 open requests',
    load: () => import('./queue.ts'),
  },
  sla: {
    about: 'working minutes against other libraries, clocks reckoned anew, a sweep among a million requests',
    load: () => import('./sla.ts'),
  },
  stack: {
    about: '10,000 tools: import, search and App Home',
    load: () => import('./stack.ts'),
  },
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [name = ''] = positionals;
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) {
    const list = Object.entries(benches).map(([known, { about }]) => `  ${known.padEnd(7)} ${about}`);
    process.stderr.write(`Usage: npm run --silent bench -- NAME [--json]\n\n${list.join('\n')}\n`);
    process.exitCode = 2;
    return;
  }
  const { run } = await bench.load();
  const report = await run();
  if (!values.json) process.stdout.write(`${table(report)}\n`);
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

function table({ figures, ratios }: Report): string {
  const lines = ([title, facts]: [string, Record<string, number>]) => [
    title,
    ...Object.entries(facts).map(([name, fact]) => `  ${name.padEnd(28)} ${fact.toLocaleString('en')}`),
    '',
  ];
  const parts: [string, Record<string, number>][] = [
    ['Figures', figures],
    ['Ratios', ratios],
  ];
  return parts
    .filter(([, facts]) => Object.keys(facts).length > 0)
    .flatMap(lines)
    .join('\n');
}

await main();
