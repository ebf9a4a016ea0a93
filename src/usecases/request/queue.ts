import type { PersonId } from '../../domain/person.ts';
import { passes, type QueueList, type QueuePlace } from '../../domain/request/queue.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { openTopFive } from '../roadmap/top-five.ts';
import { linesOf, type RequestLine } from './request-line.ts';

export const queuePageLength = 10;

/** One page of one of IT's lists, with how much there is in all of them. */
export interface Queue {
  place: QueuePlace;
  lines: RequestLine[];
  /** Of what passes the filter. */
  counts: Record<QueueList, number>;
  pages: number;
  /** Who has something open, by name, with how much; who has most comes first. */
  people: Load[];
  kinds: Settings['kinds'];
}

export interface Load {
  person: PersonId;
  name: string | null;
  count: number;
}

/** A page that is no longer there gives the last one that is. */
export async function queueAt(desk: Desk, person: PersonId, place: QueuePlace): Promise<Queue> {
  const { store, workspace } = desk;
  const topFive = (await openTopFive(store, workspace)).filter((request) => passes(place, request));
  const counts = { ...(await store.queueCounts(workspace, person, place)), 'top-five': topFive.length };
  const pages = Math.max(1, Math.ceil(counts[place.list] / queuePageLength));
  const page = Math.min(place.page, pages - 1);
  const requests = await requestsAt(desk, person, place, {
    limit: queuePageLength,
    offset: page * queuePageLength,
  });
  const { kinds } = await settingsInForce(desk, store);
  return {
    place: { ...place, page },
    lines: await linesOf(desk, requests),
    ...{ counts, pages, kinds },
    people: await peopleWithLoad(desk),
  };
}

/** Some of a list's requests, in its order. */
export async function requestsAt(
  { store, workspace }: Desk,
  person: PersonId,
  { list, page: _, ...rest }: QueuePlace,
  page: { limit: number; offset: number },
): Promise<Request[]> {
  if (list !== 'top-five') return store.queuePage(workspace, person, { list, ...rest }, page);
  return (await openTopFive(store, workspace)).filter((request) => passes(rest, request));
}

async function peopleWithLoad({ store, workspace }: Desk): Promise<Load[]> {
  const load = [...(await store.openLoad(workspace))];
  const taken = load.flatMap(([person, count]) => (person === null ? [] : [{ person, count }]));
  const known = await store.people(taken.map(({ person }) => person));
  return taken
    .map(({ person, count }) => ({ person, count, name: known.get(person)?.name ?? null }))
    .sort((one, other) => other.count - one.count);
}

/** Turns App Home of one person to another place of the queue. */
export async function turnHomeTo(desk: Desk, person: PersonId, place: QueuePlace): Promise<void> {
  const subject = { kind: 'upsert', purpose: 'home', recipient: person } as const;
  const entry = { id: desk.newId(), workspace: desk.workspace, subject, at: desk.clock.now() };
  await desk.store.write(async (transaction) => {
    await transaction.saveQueuePlace(desk.workspace, person, place);
    await transaction.announce([entry]);
  });
}
