import type { Fault } from '../../../src/sandbox/client-api.ts';
import { SlackSaid } from '../../../src/sandbox/driver/screen.ts';
import type { Broker } from '../../support/broker.ts';
import { until } from '../../support/until.ts';
import type { Chance } from './chance.ts';
import { deedsIn } from './deeds.ts';
import { everyMessage } from './laws.ts';

const minute = 60_000;
const hour = 60 * minute;

const faults: Fault[] = [
  { kind: 'accept-then-reset', method: 'chat.postMessage', times: 1 },
  { kind: 'accept-then-reset', method: 'chat.update', times: 1 },
  { kind: 'error-500', method: 'chat.postMessage', times: 2, afterAccepting: true },
  { kind: 'error-500', method: 'chat.postMessage', times: 1 },
  { kind: 'error', method: 'chat.postMessage', code: 'fatal_error', times: 1, afterAccepting: true },
  { kind: 'rate-limit', method: 'chat.postMessage', retryAfter: '30', times: 1 },
  { kind: 'rate-limit', method: 'chat.update', retryAfter: null, times: 1 },
  { kind: 'visible-late', milliseconds: 30 },
  { kind: 'slow', method: 'chat.postMessage', milliseconds: 20, times: 2 },
  { kind: 'redeliver', what: 'event', times: 2 },
  { kind: 'redeliver', what: 'interaction', times: 2 },
  { kind: 'redeliver', what: 'command', times: 1 },
  { kind: 'drop-socket' },
];

/** Slack said no, or what somebody wanted to press has just gone. */
function isOfTheDay(error: unknown): boolean {
  if (error instanceof SlackSaid) return true;
  const gone = /sees no (button|element|field)|was deleted|is closed|offers no option/;
  return error instanceof Error && gone.test(error.message);
}

/** Live on Socket Mode again after a drop; HTTP has nothing to drop. */
const isReachable = ({ address, sandbox }: Broker) => address !== null || sandbox.connections() > 0;

/** What shows late does so by the wall's time: all of it has to have shown before seconds or hours pass at once. */
async function pass(broker: Broker, milliseconds: number): Promise<void> {
  await until(() => {
    const isShown = everyMessage(broker).every(({ visibleFrom }) => visibleFrom <= Date.now());
    if (isShown) broker.clock.moveBy(milliseconds);
    return isShown;
  });
}

/** So many things that happen by chance, some of them at once. */
export async function happen(broker: Broker, chance: Chance, times: number): Promise<void> {
  const { sandbox, clock } = broker;
  let written = 0;
  const deeds = deedsIn(broker, {
    chance,
    now: clock.now,
    words: () => `words${++written} thing${chance.roll(1, 9)}`,
  });
  const happenings: { weight: number; run(): Promise<unknown> }[] = [
    { weight: 14, run: deeds.press },
    { weight: 5, run: () => Promise.all([deeds.press(), deeds.press()]) },
    { weight: 1, run: deeds.ask },
    { weight: 3, run: deeds.answerPrompt },
    { weight: 4, run: deeds.write },
    { weight: 5, run: deeds.mark },
    { weight: 3, run: deeds.change },
    { weight: 3, run: () => pass(broker, chance.roll(1, 300) * minute) },
    { weight: 1, run: () => pass(broker, chance.roll(1, 6) * 12 * hour) },
    { weight: 1, run: () => broker.restart() },
    {
      weight: 8,
      async run() {
        const fault = chance.oneOf(faults);
        if (fault && isReachable(broker)) sandbox.control({ fault });
      },
    },
  ];
  const drawn = happenings.flatMap(({ weight, run }) => Array.from({ length: weight }, () => run));
  for (let step = 0; step < times; step += 1) {
    const run = step < 2 ? deeds.ask : chance.oneOf(drawn);
    try {
      await run?.();
    } catch (error) {
      if (!isOfTheDay(error)) throw error;
      // Whoever reads that the app is not reachable goes on once it is.
      await until(() => isReachable(broker));
    }
    if (chance.onceIn(2)) await sandbox.idle();
  }
}

/** No more faults, and three more days: everything that was committed is said, and nothing is due. */
export async function calmDown(broker: Broker): Promise<void> {
  const { sandbox, store, clock } = broker;
  sandbox.control({ clearFaults: true });
  for (let day = 0; day < 3; day += 1) {
    await pass(broker, day * 24 * hour);
    await until(async () => {
      await sandbox.idle();
      await pass(broker, 1000);
      const now = clock.now();
      const due = [await store.nextAlertAt(), await store.nextStepDue(sandbox.teamId)];
      const left = (await store.openOutbox(1)).length + (await store.unfinishedEvents(1)).length;
      return left === 0 && due.every((each) => each === null || each > now);
    });
  }
}
