import type { PersonId } from '../domain/person.ts';
import { briefSchema } from '../domain/request/brief.ts';
import type { Request } from '../domain/request/request.ts';
import type { Calendar } from '../domain/sla/calendar.ts';
import type { Commitment } from '../domain/sla/commitment.ts';
import { elapsed } from '../domain/sla/elapsed.ts';
import { type Standing, standingFor } from './change-standing.ts';
import { type Desk, settingsInForce } from './desk.ts';
import { type StackOverview, stackOverview } from './look-up-tool.ts';
import type { OutboxEntry } from './outbox.ts';

/** A request as one line of a list. */
export interface RequestLine {
  request: Request;
  title: string;
  /** What is owed next, if anything. */
  next: Commitment | null;
  /** The working time until then, and the calendar that it is counted in. */
  left: { time: number; calendar: Calendar } | null;
}

export interface Home {
  reader: { person: PersonId; isMember: boolean; isIt: boolean; isAdmin: boolean };
  /** Theirs, open first. */
  mine: RequestLine[];
  /** For IT: what is open, most pressing first; null for others. */
  queue: { lines: RequestLine[]; open: number } | null;
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
    return { reader, mine: [], queue: null, standing: done, stack: null, unsaid: null, triageChannel };
  }
  const page = { limit: linesShown, offset: 0 };
  const queue = standing.isIt
    ? {
        lines: await linesOf(desk, await store.openRequests(workspace, page)),
        open: await store.countOpenRequests(workspace),
      }
    : null;
  return {
    reader,
    mine: await myRequests(desk, person),
    queue,
    stack: await stackOverview(desk, person),
    standing: done,
    unsaid: reader.isAdmin ? await store.deadOutbox(workspace, 5) : null,
    triageChannel,
  };
}

export async function linesOf(desk: Desk, requests: readonly Request[]): Promise<RequestLine[]> {
  const { store, clock } = desk;
  const { hours } = await settingsInForce(desk, store);
  const briefs = await store.words(requests.map(({ brief }) => brief));
  const owed = await store.openCommitments(requests.map(({ id }) => id));
  return requests.map((request) => {
    const brief = briefs.get(request.brief);
    const next = nextOwed(owed.get(request.id) ?? []);
    const calendar = hours[next?.debtor === 'marketing' ? 'marketing' : 'it'];
    const dueAt = next?.dueAt ?? null;
    return {
      request,
      title: brief === undefined ? '(no longer kept)' : briefSchema.parse(JSON.parse(brief)).title,
      next,
      left: dueAt === null ? null : { time: elapsed(clock.now(), dueAt, calendar), calendar },
    };
  });
}

/** The commitment that is due first. */
export function nextOwed(commitments: readonly Commitment[]): Commitment | null {
  const due = (commitment: Commitment) => commitment.dueAt ?? Number.POSITIVE_INFINITY;
  const owed = commitments.filter(({ endedAt, dueAt }) => endedAt === null && dueAt !== null);
  return owed.sort((a, b) => due(a) - due(b))[0] ?? null;
}
