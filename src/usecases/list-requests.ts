import type { PersonId } from '../domain/person.ts';
import { startOf } from '../domain/request/queue.ts';
import { type Standing, standingFor } from './change-standing.ts';
import type { Desk } from './desk.ts';
import { type StackOverview, stackOverview } from './look-up-tool.ts';
import type { OutboxEntry } from './outbox.ts';
import { type Queue, queueAt } from './queue.ts';
import { linesOf, type RequestLine } from './request-line.ts';

export interface Home {
  reader: { person: PersonId; isMember: boolean; isIt: boolean; isAdmin: boolean };
  /** Theirs, open first. */
  mine: RequestLine[];
  /** For IT: what they took; empty for others. */
  taken: RequestLine[];
  /** For IT: the queue where they left it; null for others. */
  queue: Queue | null;
  /** Null for those who are shown nothing. */
  stack: StackOverview | null;
  /** What "done" always means, and who may change it. */
  standing: Standing;
  /** For admins: what could not be said; null for others. */
  unsaid: OutboxEntry[] | null;
  triageChannel: string | null;
}

const linesShown = 20;

export async function myRequests(desk: Desk, person: PersonId): Promise<RequestLine[]> {
  return linesOf(desk, await desk.store.requestsOf(person, { limit: linesShown, offset: 0 }));
}

/** Everything that App Home shows to one person. */
export async function homeOf(desk: Desk, person: PersonId, triageChannel: string | null): Promise<Home> {
  const { store, directory, workspace } = desk;
  const [standing, profile] = [await directory.standingOf(person), await directory.person(person)];
  const reader = { ...standing, isAdmin: profile.isAdmin };
  const done = await standingFor(desk, store, person);
  if (!standing.isMember) {
    return {
      reader,
      mine: [],
      taken: [],
      queue: null,
      standing: done,
      stack: null,
      unsaid: null,
      triageChannel,
    };
  }
  const page = { limit: linesShown, offset: 0 };
  const place = (await store.queuePlace(person)) ?? startOf('due');
  return {
    reader,
    mine: await myRequests(desk, person),
    taken: standing.isIt
      ? await linesOf(desk, await store.queuePage(workspace, person, startOf('mine'), page))
      : [],
    queue: standing.isIt ? await queueAt(desk, person, place) : null,
    stack: await stackOverview(desk, person),
    standing: done,
    unsaid: reader.isAdmin ? await store.deadOutbox(workspace, 5) : null,
    triageChannel,
  };
}
