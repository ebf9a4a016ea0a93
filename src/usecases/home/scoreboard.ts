import { countsAs } from '../../domain/digest/promises.ts';
import { weekSoFar } from '../../domain/digest/schedule.ts';
import { type PersonId, type Side, sides } from '../../domain/person.ts';
import type { PulseReading } from '../../domain/pulse/reading.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { readPulse } from '../pulse/pulse.ts';
import { dictionary } from '../terms/terms.ts';

/** What the two leads look at together. */
export interface Scoreboard {
  /** Of the promises that were settled this week and count, how many were kept: the digest's figures, so far. */
  promises: Record<Side, { kept: number; all: number }>;
  /** Words of the dictionary that do not count yet, of how many. */
  terms: { open: number; all: number };
  /** The newest first; empty before the first quarter is over. */
  pulse: PulseReading[];
}

const quartersShown = 4;

/** Null for everybody but the leads. */
export async function scoreboardFor(desk: Desk, person: PersonId): Promise<Scoreboard | null> {
  const { store, workspace, clock } = desk;
  const settings = await settingsInForce(desk, store);
  const leads = await leadsInForce(store, settings);
  if (person !== leads.marketing && person !== leads.it) return null;
  const settled = await store.promisesSettled(weekSoFar(settings.digest, clock.now()));
  const promises = { marketing: { kept: 0, all: 0 }, it: { kept: 0, all: 0 } };
  for (const { count, ...promise } of settled) {
    const side = sides.find((each) => each === promise.debtor);
    const counts = countsAs(promise);
    if (!side || (counts !== 'kept' && counts !== 'late')) continue;
    promises[side].all += count;
    if (counts === 'kept') promises[side].kept += count;
  }
  const terms = await dictionary(store, workspace);
  const agreed = terms.filter((term) => term.agreed.marketing && term.agreed.it);
  const pulse = (await readPulse(desk, store)).slice(0, quartersShown);
  return { promises, terms: { open: terms.length - agreed.length, all: terms.length }, pulse };
}
