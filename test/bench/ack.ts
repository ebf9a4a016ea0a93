/**
 * What it costs to answer Slack, against bare Bolt in the same process layout: the app in a child process, the load from
 * here, one fake Slack beside them. The machine is noisy, so rounds of the two take turns and the ratio is the median of
 * the rounds' ratios. While submissions come in, our app also tells Slack of them, as it does in earnest: one card at a
 * time while many wait for an ack, the rest after the round.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, bareBolt, broker, freePort, type Slack, startFakeSlack } from './ack/apps.ts';
import { type Measured, median, type SignedRequest } from './ack/load.ts';
import { slashCommand, submission } from './ack/payloads.ts';
import type { Report } from './run.ts';

const starts = 7;
const rounds = 9;
const commandsARound = 1500;
const submissionsARound = 400;

type Name = 'bare' | 'broker';
type Apps = Record<Name, App>;
type Results<T> = Record<Name, T[]>;

export async function run(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'broker-ack-'));
  const slack = await startFakeSlack();
  const ours = broker(slack, folder, await freePort());
  const started = [ours];
  try {
    const { help, view } = await greet(ours, slack);
    const theirs = bareBolt(slack, folder, await freePort(), help);
    started.push(theirs);
    return await compare({ bare: theirs, broker: ours }, help, view);
  } finally {
    for (const app of started) {
      await app.load.close();
      await app.stop();
    }
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What our app says to `help`, which the other one will say too, and the modal that it opens. */
async function greet(app: App, slack: Slack): Promise<{ help: string; view: string }> {
  await app.start(slashCommand('help'));
  const help = await app.load.send(slashCommand('help'));
  await app.load.send(slashCommand('something new'));
  const view = await slack.lastView();
  await app.stop();
  return { help, view };
}

async function compare(apps: Apps, help: string, view: string): Promise<Report> {
  const coldStarts = await startRepeatedly(apps);
  const commands = await inTurns(apps, commandsARound, () => slashCommand('help'), help);
  const before = { bare: apps.bare.stored(), broker: apps.broker.stored() };
  const submissions = await inTurns(apps, submissionsARound, () => submission(view), '');
  for (const name of ['bare', 'broker'] as const) {
    const kept = apps[name].stored() - before[name];
    const acked = submissionsARound * (rounds + 1);
    if (kept !== acked) throw new Error(`${name} acked ${acked} submissions and kept ${kept}`);
  }
  return report(coldStarts, commands, submissions);
}

/** Starts both again and again; the first time fills the compile cache and does not count. Leaves both running. */
async function startRepeatedly(apps: Apps): Promise<Results<number>> {
  const taken: Results<number> = { bare: [], broker: [] };
  for (let start = 0; start <= starts; start += 1) {
    for (const name of ['bare', 'broker'] as const) {
      await apps[name].stop();
      const milliseconds = await apps[name].start(slashCommand('help'));
      if (start > 0) taken[name].push(milliseconds);
    }
  }
  return taken;
}

/** Rounds of each in turn, who begins changing; the first of each is the warm-up. */
async function inTurns(
  apps: Apps,
  count: number,
  request: () => SignedRequest,
  answer: string,
): Promise<Results<Measured>> {
  const results: Results<Measured> = { bare: [], broker: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const order: Name[] = round % 2 === 0 ? ['bare', 'broker'] : ['broker', 'bare'];
    for (const name of order) {
      const measured = await apps[name].load.measure(Array.from({ length: count }, request), answer);
      if (round > 0) results[name].push(measured);
      // What one still has to deliver must not slow down the other.
      await apps[name].idle();
    }
  }
  return results;
}

function report(
  starts: Results<number>,
  commands: Results<Measured>,
  submissions: Results<Measured>,
): Report {
  const figures: Record<string, number> = {};
  for (const name of ['bare', 'broker'] as const) {
    for (const [what, results] of Object.entries({ command: commands, submission: submissions })) {
      for (const [unit, of] of Object.entries(units)) {
        figures[`${name}_${what}_${unit}`] = rounded(median(results[name].map(of)));
      }
    }
    figures[`${name}_cold_start_ms`] = rounded(median(starts[name]));
  }
  return {
    name: 'ack',
    figures,
    ratios: {
      command: ratio(commands, ({ rps }) => rps),
      submission: ratio(submissions, ({ rps }) => rps),
      command_p99: ratio(commands, ({ p99 }) => p99),
      submission_p99: ratio(submissions, ({ p99 }) => p99),
      cold_start: ratio(starts, (milliseconds) => milliseconds),
    },
  };
}

const units: Record<string, (measured: Measured) => number> = {
  rps: ({ rps }) => rps,
  p50_ms: ({ p50 }) => p50,
  p99_ms: ({ p99 }) => p99,
};

/** The median over the rounds of ours against theirs. */
function ratio<T>({ bare, broker }: Results<T>, of: (result: T) => number): number {
  const ratios = broker.map((result, round) => {
    const other = bare[round];
    return other === undefined ? Number.NaN : of(result) / of(other);
  });
  return rounded(median(ratios));
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
