import type { PersonId } from '../../domain/person.ts';
import { startOf } from '../../domain/request/queue.ts';
import type { Request } from '../../domain/request/request.ts';
import type { RoadmapMonth } from '../../domain/roadmap/roadmap.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import type { HomeList, HomePages } from '../home/home-visits.ts';
import { type Scoreboard, scoreboardFor } from '../home/scoreboard.ts';
import { type Waiting, waitingOn } from '../home/waiting-on.ts';
import { comingUp } from '../roadmap/see-roadmap.ts';
import type { OutboxEntry } from '../saying/outbox.ts';
import { type Standing, standingFor } from '../settings/change-standing.ts';
import { type StackOverview, stackOverview } from '../stack/look-up-tool.ts';
import { type Queue, queueAt } from './queue.ts';
import { linesOf, type RequestLine } from './request-line.ts';

/** One page of a list; pages count from 0. */
export interface Paged<Line> {
  lines: Line[];
  page: number;
  pages: number;
  total: number;
}

export interface Home {
  reader: { person: PersonId; isMember: boolean; isIt: boolean; isAdmin: boolean };
  /** What cannot go on without them; `isCut` if there is more than was read. */
  waiting: Paged<Waiting> & { isCut: boolean };
  /** Theirs, open first. */
  mine: Paged<RequestLine>;
  /** Other people's that they follow, open first. */
  following: Paged<RequestLine>;
  /** For marketing's lead: all that is open, what waits on marketing first; null for others. */
  marketings: Paged<RequestLine> | null;
  /** For IT: the queue where they left it; null for others. */
  queue: Queue | null;
  /** For both leads; null for others. */
  scoreboard: Scoreboard | null;
  /** The next few things on the roadmap; null for those who are shown nothing. */
  coming: RoadmapMonth[] | null;
  /** Null for those who are shown nothing. */
  stack: StackOverview | null;
  /** What "done" always means, and who may change it. */
  standing: Standing;
  /** For admins: what could not be said; null for others. */
  unsaid: OutboxEntry[] | null;
  triageChannel: string | null;
}

const linesShown = 20;
const comingShown = 4;
/** What is Slack's limit for a view, shared out so that every part keeps its place. */
const pageLength: Record<HomeList, number> = { waiting: 8, mine: 8, following: 5, marketing: 8 };

export async function myRequests(desk: Desk, person: PersonId): Promise<RequestLine[]> {
  return linesOf(desk, await desk.store.requestsOf(person, { limit: linesShown, offset: 0 }));
}

/** Everything that App Home shows to one person. */
export async function homeOf(desk: Desk, person: PersonId, triageChannel: string | null): Promise<Home> {
  const { store, directory, workspace } = desk;
  const [standing, profile] = [await directory.standingOf(person), await directory.person(person)];
  const reader = { ...standing, isAdmin: profile.isAdmin };
  const nothing = { lines: [], page: 0, pages: 1, total: 0 };
  const empty: Home = {
    ...{ reader, mine: nothing, following: nothing, waiting: { ...nothing, isCut: false } },
    ...{
      marketings: null,
      queue: null,
      scoreboard: null,
      coming: null,
      stack: null,
      unsaid: null,
      triageChannel,
    },
    standing: await standingFor(desk, store, person),
  };
  if (!standing.isMember) return empty;
  const pages = (await store.homeVisit(person))?.pages ?? {};
  const place = (await store.queuePlace(person)) ?? startOf('due');
  const leads = await leadsInForce(store, await settingsInForce(desk, store));
  return {
    ...empty,
    waiting: await waitingPage(desk, person, pages),
    mine: await paged(desk, 'mine', pages, {
      total: await store.countRequestsOf(person),
      read: (page) => store.requestsOf(person, page),
    }),
    following: await paged(desk, 'following', pages, {
      total: await store.countFollowedBy(person),
      read: (page) => store.followedBy(person, page),
    }),
    marketings:
      person === leads.marketing
        ? await paged(desk, 'marketing', pages, {
            total: await store.countOpenRequests(workspace),
            read: (page) => store.openByMarketing(workspace, page),
          })
        : null,
    queue: standing.isIt ? await queueAt(desk, person, place) : null,
    scoreboard: await scoreboardFor(desk, person),
    coming: await comingUp(desk, person, comingShown),
    stack: await stackOverview(desk, person),
    unsaid: reader.isAdmin ? await store.deadOutbox(workspace, 5) : null,
  };
}

async function waitingPage(desk: Desk, person: PersonId, pages: HomePages): Promise<Home['waiting']> {
  const { items, isCut } = await waitingOn(desk, desk.store, person);
  const place = placeIn('waiting', pages, items.length);
  const lines = items.slice(place.offset, place.offset + place.limit);
  return { lines, page: place.page, pages: place.pages, total: items.length, isCut };
}

async function paged(
  desk: Desk,
  list: HomeList,
  pages: HomePages,
  { total, read }: { total: number; read: (page: { limit: number; offset: number }) => Promise<Request[]> },
): Promise<Paged<RequestLine>> {
  const { limit, offset, ...place } = placeIn(list, pages, total);
  const lines = total === 0 ? [] : await linesOf(desk, await read({ limit, offset }));
  return { lines, ...place, total };
}

/** A page that is no longer there gives the last one that is. */
function placeIn(list: HomeList, turned: HomePages, total: number) {
  const limit = pageLength[list];
  const pages = Math.max(1, Math.ceil(total / limit));
  const page = Math.min(turned[list] ?? 0, pages - 1);
  return { page, pages, limit, offset: page * limit };
}
