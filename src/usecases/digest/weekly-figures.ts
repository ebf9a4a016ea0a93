import { daysAfter, localDay } from '../../domain/day.ts';
import { asOf } from '../../domain/digest/as-of.ts';
import type { Figures } from '../../domain/digest/figures.ts';
import { daysLookedAhead } from '../../domain/digest/open.ts';
import { type Slot, within } from '../../domain/digest/schedule.ts';
import { promiseKey, type RequestFacts } from '../../domain/digest/tally.ts';
import { weekTally } from '../../domain/digest/week.ts';
import { type Brief, briefSchema } from '../../domain/request/brief.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import { monthOf } from '../../domain/roadmap/month.ts';
import { ballMoves } from '../../domain/sla/ledger.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import type { Reading } from '../ports.ts';
import { policiesOn } from '../promises/promises.ts';
import { readPulse } from '../pulse/pulse.ts';
import { capacityReading } from '../roadmap/capacity.ts';
import { renewalsAhead } from '../stack/renewals.ts';

/** So many requests are read and counted before whoever waits has their turn: a few milliseconds. */
const together = 40;
/** How far ahead renewals stand in it. */
export const renewalDays = 90;
const renewalsKept = 100;
const launchesRead = 50;

/**
 * The figures of a week, from the history alone. It reads in slices and gives way between them, so that nobody who acts
 * meanwhile waits for it, and holds no more than a slice and its figures.
 */
export async function weeklyFigures(desk: Desk, slot: Slot, zone: string): Promise<Figures> {
  const { store, workspace, clock } = desk;
  const now = clock.now();
  const today = localDay(now, zone);
  const policies = await policiesOn(store, { workspace, submittedAt: slot.before.from }, now);
  const tally = weekTally(slot, { zone, today, policies });
  const requests = await store.requestsInPlay(workspace, slot.before.from);
  for (let first = 0; first < requests.length; first += together) {
    for (const facts of await factsOf(store, slot, requests.slice(first, first + together))) {
      tally.add({ ...facts, commitments: asOf(facts.commitments, policies, now) });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const renewals = (await renewalsAhead(desk, renewalDays)).slice(0, renewalsKept);
  const until = daysAfter(today, daysLookedAhead);
  const launches = await store.upcomingLaunches(workspace, today, launchesRead);
  const months = { from: monthOf(today), count: 2 };
  return tally.figures({
    renewals: renewals.map(({ tool, noticeOn }) => ({ tool: tool.id, noticeOn })),
    launches: launches.filter(({ date }) => date < until).map(({ id, date }) => ({ launch: id, on: date })),
    pulse: await newestPulse(desk),
    load: await capacityReading(store, workspace, await settingsInForce(desk, store), months),
  });
}

async function newestPulse(desk: Desk): Promise<Figures['pulse']> {
  const [newest] = await readPulse(desk, desk.store);
  if (!newest || (!newest.sides.it && !newest.sides.marketing)) return null;
  return { quarter: newest.quarter, ...newest.sides, gap: newest.gap };
}

async function factsOf(reading: Reading, slot: Slot, ids: readonly string[]): Promise<RequestFacts[]> {
  const requests = await reading.requests(ids);
  const told = requests.filter((request) => !wasOver(request, slot));
  const histories = await reading.historiesOf(told.map(({ id }) => id));
  const commitments = await reading.allCommitmentsOf(ids);
  const warned = await reading.warnedOf(requests.filter(isOpen).map(({ id }) => id));
  const counted = requests.filter(({ kind, submittedAt }) => kind === 'tool' && within(slot, submittedAt));
  const briefs = await reading.words(counted.map(({ brief }) => brief));
  return requests.map((request) => {
    const history = histories.get(request.id) ?? [];
    return {
      ...{ request, history, commitments: commitments.get(request.id) ?? [] },
      moves: ballMoves(request, history),
      warned: new Set(warned.get(request.id)?.map(promiseKey)),
      brief: briefOf(briefs.get(request.brief)),
    };
  });
}

/** Closed before the week, and never opened again: nothing of it but its promises of the week before is told. */
function wasOver(request: Request, { from }: Slot): boolean {
  return !isOpen(request) && request.changedAt < from && request.cycle === 1;
}

function briefOf(body: string | undefined): Brief | null {
  return body === undefined ? null : briefSchema.parse(JSON.parse(body));
}
