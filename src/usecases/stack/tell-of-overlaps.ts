import { localDay } from '../../domain/day.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import { isKept } from '../../domain/stack/kept-pair.ts';
import { overlapsWith } from '../../domain/stack/overlap.ts';
import { isCurrent, type Tool } from '../../domain/stack/tool.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { nextHeard } from '../notices/at-work.ts';
import type { Reading } from '../ports.ts';
import { untilCalm } from '../until-calm.ts';
import type { PairTold } from './overlap-ports.ts';

/** More than this at once is a stack being filled, and no news: its pairs stand with the tools and in the digest. */
const newsUpTo = 50;
const pairsShown = 5;

/** Tools that were recorded or changed and not compared with the others since; as one piece of work. */
export async function overlapsToLookAt({ store, workspace, clock }: Desk): Promise<string[]> {
  const [one] = await store.toolsToCompare(workspace, clock.now(), 1);
  return one ? [one] : [];
}

/** Tells the owners of tools that may do the same job: each pair once, all of a person's in one message, while they work. */
export async function tellOfOverlaps(desk: Desk): Promise<void> {
  const { store, workspace, clock } = desk;
  const changed = await store.toolsToCompare(workspace, clock.now(), newsUpTo + 1);
  if (changed.length > newsUpTo) {
    await store.write((transaction) => transaction.skipComparisons(workspace, clock.now()));
    return;
  }
  const tools = await store.allTools(workspace);
  const pairs = await newPairs(desk, changed, tools);
  const here = await membersAmong(
    desk,
    pairs.flatMap((tools) => tools.flatMap(ownersOf)),
  );
  const told = await store.write(async (transaction) => {
    const now = clock.now();
    const settings = await settingsInForce(desk, transaction);
    const before = await transaction.pairsTold(changed);
    const later: Instant[] = [];
    const said: PairTold[] = [];
    for (const [person, party] of hearersOf(pairs, here)) {
      const news = pairs.filter(
        (tools) => tools.some((tool) => ownersOf(tool).includes(person)) && !wasTold(before, tools, person),
      );
      if (news.length === 0) continue;
      const from = await nextHeard(transaction, { party, person }, settings, now);
      if (from === undefined) continue;
      if (from > now) later.push(from);
      else {
        said.push(...news.map((tools) => ({ tools: idsOf(tools), person })));
        const about = {
          topic: 'overlaps' as const,
          pairs: news.slice(0, pairsShown).map(idsOf),
          more: Math.max(0, news.length - pairsShown),
        };
        const subject = { kind: 'tell' as const, recipient: person, about };
        await transaction.announce([{ id: desk.newId(), workspace, subject, at: now }]);
      }
    }
    await transaction.rememberPairs(said, now);
    const again = later.length > 0 ? Math.min(...later) : null;
    // What was changed while this looked is another tool by now, and waits for a look of its own.
    const asCompared = (await transaction.toolsById(changed)).filter(({ id, revision }) =>
      tools.some((tool) => tool.id === id && tool.revision === revision),
    );
    await transaction.planComparison(asCompared, again);
    return said.length;
  });
  if (told > 0) desk.log.info({ tools: changed.length, told }, 'owners heard of tools that do the same job');
}

/** Both of a pair, in the order of their ids. */
type Pair = readonly [Tool, Tool];

async function newPairs(desk: Desk, changed: readonly string[], tools: readonly Tool[]): Promise<Pair[]> {
  const { store, clock } = desk;
  const today = localDay(clock.now(), (await settingsInForce(desk, store)).hours.marketing.zone);
  const pairs = new Map<string, Pair>();
  for (const id of changed) {
    const one = tools.find((tool) => tool.id === id);
    if (!one || !isCurrent(one)) continue;
    for (const other of await rivalsOf(store, one, tools, today)) {
      const pair: Pair = one.id < other.id ? [one, other] : [other, one];
      pairs.set(idsOf(pair).join(' '), pair);
    }
    // Comparing with a large stack takes long.
    await untilCalm(desk);
  }
  return [...pairs.values()];
}

/** Others that may do its job and were not kept beside it on purpose, the surest first. */
async function rivalsOf(
  reading: Reading,
  one: Tool,
  tools: readonly Tool[],
  today: LocalDate,
): Promise<Tool[]> {
  const found = overlapsWith(one.id, tools);
  const kept = found.length > 0 ? await reading.keptBeside(one.id) : [];
  return found.flatMap(({ tools: [, id] }) => {
    const other = tools.find((tool) => tool.id === id);
    return other && !isKept(kept, one, other, today) ? [other] : [];
  });
}

/** Everybody who owns one of these tools and is still here, each with the side that they own it for. */
function hearersOf(pairs: readonly Pair[], here: ReadonlySet<PersonId>): Map<PersonId, Side> {
  const hearers = new Map<PersonId, Side>();
  for (const { businessOwner, technicalOwner } of pairs.flat()) {
    if (technicalOwner && here.has(technicalOwner)) hearers.set(technicalOwner, 'it');
    if (businessOwner && here.has(businessOwner)) hearers.set(businessOwner, 'marketing');
  }
  return hearers;
}

/** Slack is asked before the transaction, which must not wait for it. */
async function membersAmong(
  { directory }: Desk,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const profiles = await Promise.all([...new Set(people)].map((person) => directory.person(person)));
  return new Set(profiles.filter(({ isMember }) => isMember).map(({ id }) => id));
}

function ownersOf({ businessOwner, technicalOwner }: Tool): PersonId[] {
  return [businessOwner, technicalOwner].filter((owner) => owner !== null);
}

function idsOf([one, other]: Pair): [string, string] {
  return [one.id, other.id];
}

function wasTold(told: readonly PairTold[], pair: Pair, person: PersonId): boolean {
  const key = idsOf(pair).join(' ');
  return told.some((each) => each.person === person && each.tools.join(' ') === key);
}
