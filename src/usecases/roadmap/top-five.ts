import type { PersonId } from '../../domain/person.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import { mostInTopFive, type TopFive } from '../../domain/roadmap/top-five.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading } from '../ports.ts';
import { linesOf, type RequestLine } from '../request/request-line.ts';
import { cards } from '../saying/announce.ts';
import type { NewOutboxEntry } from '../saying/outbox.ts';

/** The open ones of marketing's top five, in their order. */
export async function openTopFive(reading: Reading, workspace: string): Promise<Request[]> {
  const { requests } = await reading.topFive(workspace);
  return requests.length === 0 ? [] : (await reading.requests(requests)).filter(isOpen);
}

/** From 1; null if it is none of them. Those above it that were closed since do not count. */
export async function placeInTopFive(reading: Reading, request: Request): Promise<number | null> {
  if (!isOpen(request)) return null;
  const { requests } = await reading.topFive(request.workspace);
  if (!requests.includes(request.id)) return null;
  const open = (await reading.requests(requests)).filter(isOpen);
  return open.findIndex(({ id }) => id === request.id) + 1;
}

export interface TopFiveView {
  /** As it is now, with the open ones alone. */
  chosen: RequestLine[];
  revision: number;
  changedBy: PersonId | null;
  /** What can be chosen: open requests that ask for something, those chosen already first, then by priority. */
  choices: RequestLine[];
}

/** A menu has room for no more. */
const mostChoices = 100;

export async function seeTopFive(desk: Desk, person: PersonId): Promise<Outcome<TopFiveView>> {
  const { store, workspace } = desk;
  if (!(await leads(desk, store, person))) return refusal({ code: 'not-marketings-lead' });
  const { revision, by } = await store.topFive(workspace);
  const chosen = await openTopFive(store, workspace);
  const known = new Set(chosen.map(({ id }) => id));
  const open = await store.openRequests(workspace, { limit: mostChoices, offset: 0 });
  const others = open.filter(({ id, headsUp }) => !headsUp && !known.has(id));
  const lines = await linesOf(desk, [...chosen, ...others].slice(0, mostChoices));
  return done({ revision, changedBy: by, chosen: lines.slice(0, chosen.length), choices: lines });
}

async function leads(desk: Desk, reading: Reading, person: PersonId): Promise<boolean> {
  const { isMember } = await desk.directory.standingOf(person);
  const { marketing } = await leadsInForce(reading, await settingsInForce(desk, reading));
  return isMember && marketing === person;
}

export interface TopFiveOrder {
  person: PersonId;
  cause: string;
  /** The revision that was on the screen. */
  seen: number;
  /** Ids of requests in their order. */
  requests: readonly string[];
}

export type OrderedTopFive = { kind: 'ordered'; count: number } | { kind: 'moved-on' };

/** Marketing's lead says what comes first. IT sees it in its queue and on the cards. */
export async function orderTopFive(
  desk: Desk,
  { person, cause, seen, requests }: TopFiveOrder,
): Promise<Outcome<OrderedTopFive>> {
  const { workspace, store, clock, newId } = desk;
  if (!(await leads(desk, store, person))) return refusal({ code: 'not-marketings-lead' });
  const wanted = [...new Set(requests)].slice(0, mostInTopFive);
  const outcome = await store.write(async (transaction): Promise<OrderedTopFive> => {
    const earlier = await transaction.handled(workspace, cause);
    if (earlier) return { kind: 'ordered', count: Number(earlier) };
    const before = await transaction.topFive(workspace);
    if (before.revision !== seen) return { kind: 'moved-on' };
    const found = (await transaction.requests(wanted)).filter(
      (request) => request.workspace === workspace && isOpen(request),
    );
    const at = clock.now();
    const after: TopFive = { revision: seen + 1, requests: found.map(({ id }) => id), by: person, at };
    await transaction.addTopFive(workspace, after);
    const touched = await transaction.requests([...new Set([...before.requests, ...after.requests])]);
    await transaction.announce(cardsOf(touched.filter(isOpen), newId, at));
    await transaction.remember(workspace, cause, String(found.length), at);
    return { kind: 'ordered', count: found.length };
  });
  if (outcome.kind === 'ordered') desk.log.info({ person, count: outcome.count }, 'the top five is in order');
  return done(outcome);
}

/** When one of them closes, those below it move up: their cards say so. */
export async function cardsThatMoveUp(
  reading: Reading,
  closed: Request,
  newId: () => string,
): Promise<NewOutboxEntry[]> {
  const { requests } = await reading.topFive(closed.workspace);
  const below = requests.slice(requests.indexOf(closed.id) + 1);
  if (!requests.includes(closed.id) || below.length === 0) return [];
  return cardsOf((await reading.requests(below)).filter(isOpen), newId, closed.changedAt);
}

function cardsOf(requests: readonly Request[], newId: () => string, at: number): NewOutboxEntry[] {
  return requests.flatMap((request) =>
    cards(null, request).map((subject) => ({ id: newId(), workspace: request.workspace, subject, at })),
  );
}
