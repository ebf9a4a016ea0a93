import type { PersonId, Side } from '../../domain/person.ts';
import { type Quarter, quarterAt } from '../../domain/pulse/quarter.ts';
import { type PulseReading, type PulseScore, pulseReadings } from '../../domain/pulse/reading.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant } from '../../domain/time.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { digestOf } from '../digest/digest-of.ts';
import { dayBegun } from '../notices/day-begins.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading } from '../ports.ts';

/**
 * In a quarter's last two weeks, has everybody who took part in it asked once, on a morning of theirs: the outbox keeps
 * each question only once for each person and quarter.
 */
export async function askPulse(desk: Desk, settings: Settings, since: Instant): Promise<void> {
  const { store, workspace, clock, newId } = desk;
  const quarter = quarterAt(clock.now(), settings.digest.zone);
  if (clock.now() < quarter.asksFrom) return;
  for (const [person, side] of await takingPart(desk, quarter)) {
    if ((await dayBegun(desk, { person, side }, settings, since)) === null) continue;
    // Guests and people who left are not asked.
    if (!(await desk.directory.standingOf(person)).isMember) continue;
    const about = { topic: 'pulse', quarter: quarter.name, side } as const;
    await store.write((transaction) =>
      transaction.announce([
        { id: newId(), workspace, subject: { kind: 'tell', recipient: person, about }, at: clock.now() },
      ]),
    );
  }
}

/** Whoever worked on something is asked for IT, whatever they asked for themselves. */
async function takingPart({ store, workspace }: Desk, { startsAt }: Quarter): Promise<Map<PersonId, Side>> {
  const people = new Map<PersonId, Side>();
  for (const { person, side } of await store.peopleSince(workspace, startsAt)) {
    if (side === 'it' || !people.has(person)) people.set(person, side);
  }
  return people;
}

/**
 * A new ballot for whoever is asked at this moment. Its secret goes into the buttons of their message and is kept
 * nowhere: the database knows only its digest, so that nobody can read there who answered what. Null once it is closed.
 */
export async function newBallot(
  desk: Desk,
  { quarter, side }: { quarter: string; side: Side },
): Promise<{ secret: string; quarter: Quarter } | null> {
  const open = await openQuarter(desk);
  if (open.name !== quarter) return null;
  const secret = desk.newId();
  const ballot = { secret: await digestOf(secret), quarter, side };
  await desk.store.write((transaction) => transaction.addBallot(desk.workspace, ballot));
  return { secret, quarter: open };
}

/** Whoever holds a ballot answers, as often as they change their mind, until the quarter is over. */
export async function castBallot(
  desk: Desk,
  secret: string,
  score: PulseScore,
): Promise<Outcome<{ quarter: Quarter }>> {
  const open = await openQuarter(desk);
  const hidden = await digestOf(secret);
  const isCast = await desk.store.write(async (transaction) => {
    const ballot = await transaction.ballotQuarter(hidden);
    if (ballot?.quarter !== open.name) return false;
    await transaction.castBallot(desk.workspace, { ...ballot, secret: hidden, score });
    return true;
  });
  return isCast ? done({ quarter: open }) : refusal({ code: 'pulse-closed' });
}

/** The quarters that are over, the newest first: what the leads and the digest show. */
export async function readPulse(
  desk: Pick<Desk, 'workspace' | 'clock' | 'fixed'>,
  reading: Reading,
): Promise<PulseReading[]> {
  const { digest } = await settingsInForce(desk, reading);
  const open = quarterAt(desk.clock.now(), digest.zone).name;
  return pulseReadings(await reading.pulseTallies(desk.workspace), open);
}

async function openQuarter(desk: Desk): Promise<Quarter> {
  const { digest } = await settingsInForce(desk, desk.store);
  return quarterAt(desk.clock.now(), digest.zone);
}
