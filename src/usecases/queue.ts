import type { PersonId } from '../domain/person.ts';
import type { QueueList, QueuePlace } from '../domain/request/queue.ts';
import type { Desk } from './desk.ts';
import { linesOf, type RequestLine } from './request-line.ts';

export const queuePageLength = 10;

/** One page of one of IT's lists, with how much there is in all of them. */
export interface Queue {
  place: QueuePlace;
  lines: RequestLine[];
  counts: Record<QueueList, number>;
  pages: number;
}

/** A page that is no longer there gives the last one that is. */
export async function queueAt(desk: Desk, person: PersonId, place: QueuePlace): Promise<Queue> {
  const { store, workspace } = desk;
  const counts = await store.queueCounts(workspace, person);
  const pages = Math.max(1, Math.ceil(counts[place.list] / queuePageLength));
  const page = Math.min(place.page, pages - 1);
  const requests = await store.queuePage(workspace, person, place.list, {
    limit: queuePageLength,
    offset: page * queuePageLength,
  });
  return { place: { ...place, page }, lines: await linesOf(desk, requests), counts, pages };
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
