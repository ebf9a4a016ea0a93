import { type AgendaItem, type Choice, choices } from '../../domain/digest/agenda.ts';
import type { Digest, PlacedItem } from '../../domain/digest/digest.ts';
import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { type AnyRefusal, done, type Outcome, refusal } from '../outcome.ts';
import type { Reading, Transaction } from '../ports.ts';
import { digestEntries } from './make-digest.ts';
import { showAnew } from './show-decided.ts';

interface Order {
  person: PersonId;
  cause: string;
  week: string;
}

/** A lead decides a question of the digest, once for both: every place at which it stands shows it. */
export async function decideItem(
  desk: Desk,
  order: Order & { position: number; choice: string },
): Promise<Outcome<null>> {
  return asLead(desk, order, async (transaction, digest) => {
    const placed = digest.agenda.find(({ position }) => position === order.position);
    const choice = placed && choiceOf(placed.item, order.choice);
    if (!placed || !choice) return { code: 'no-such-digest' };
    if (placed.decided) return { code: 'already-decided', by: placed.decided.by };
    const decision = { ...placed, choice, by: order.person, at: desk.clock.now() };
    await transaction.decideItem(desk.workspace, digest.week, decision);
    await keepWith(transaction, decision);
    return null;
  });
}

/** A digest that went to the leads alone is told to all, once. */
export async function publishDigest(desk: Desk, order: Order): Promise<Outcome<null>> {
  return asLead(desk, order, async (transaction, digest) => {
    if (digest.published) return { code: 'already-published', by: digest.published.by };
    if (!digest.isPrivate) return { code: 'no-such-digest' };
    const { channel } = (await settingsInForce(desk, transaction)).digest;
    if (!channel) return { code: 'no-digest-channel' };
    await transaction.publishDigest(desk.workspace, digest.week, {
      by: order.person,
      at: desk.clock.now(),
    });
    await transaction.announce(digestEntries(desk, digest, 'channel'));
    return null;
  });
}

async function asLead(
  desk: Desk,
  { person, cause, week }: Order,
  act: (transaction: Transaction, digest: Digest) => Promise<AnyRefusal | null>,
): Promise<Outcome<null>> {
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  const outcome = await desk.store.write(async (transaction): Promise<Outcome<null>> => {
    if (await transaction.handled(desk.workspace, cause)) return done(null);
    if (!(await isLead(desk, transaction, person))) return refusal({ code: 'leads-decide' });
    const digest = await transaction.digest(desk.workspace, week);
    if (!digest) return refusal({ code: 'no-such-digest' });
    const why = await act(transaction, digest);
    if (why) return refusal(why);
    await showAnew(desk, transaction, await transaction.digestLocations(desk.workspace, week));
    await transaction.remember(desk.workspace, cause, week, desk.clock.now());
    return done(null);
  });
  desk.log.info({ week, cause, ok: outcome.ok }, 'a lead acted on the digest');
  return outcome;
}

export async function isLead(desk: Desk, reading: Reading, person: PersonId): Promise<boolean> {
  const leads = await leadsInForce(reading, await settingsInForce(desk, reading));
  return person === leads.marketing || person === leads.it;
}

function choiceOf(item: AgendaItem, chosen: string): Choice | null {
  return choices[item.kind].find((choice: Choice) => choice === chosen) ?? null;
}

/** What the decision changes elsewhere, in the same transaction. */
async function keepWith(
  transaction: Transaction,
  { item, choice, by, at }: PlacedItem & { choice: Choice; by: PersonId; at: number },
): Promise<void> {
  if (item.kind !== 'overlap' || choice !== 'keep') return;
  const [tool, other] = item.tools;
  await transaction.keepBoth(tool, { other, because: 'Decided in the weekly digest.', by, at });
}
