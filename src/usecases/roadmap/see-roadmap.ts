import type { PersonId } from '../../domain/person.ts';
import { type Brief, briefSchema } from '../../domain/request/brief.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Request } from '../../domain/request/request.ts';
import type { MonthLoad } from '../../domain/roadmap/capacity.ts';
import { type Month, monthOf } from '../../domain/roadmap/month.ts';
import { type Doing, type Plan, planOfRequest, planOfTool } from '../../domain/roadmap/plan.ts';
import { byMonth, entriesOf, type Known, type RoadmapMonth } from '../../domain/roadmap/roadmap.ts';
import type { LocalDate } from '../../domain/time.ts';
import { dayMs } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { todayOf } from '../today.ts';
import { capacityReading } from './capacity.ts';

/** What somebody looks at; pages count from 0. */
export interface RoadmapPlace {
  doing: Doing | null;
  page: number;
}

/** What is not done now, and why. */
export interface NotNow {
  request: Request;
  title: string;
  /** As it was typed; null if it is no longer kept. */
  because: string | null;
}

export interface RoadmapView {
  today: LocalDate;
  place: RoadmapPlace;
  pages: number;
  months: RoadmapMonth[];
  /** How many open requests are for each launch of this page. */
  openByLaunch: ReadonlyMap<string, number>;
  loads: ReadonlyMap<Month, MonthLoad>;
  /** On the last page; the newest first. */
  notNow: NotNow[];
  /** Whether this reader orders the top five, or states the capacity. */
  leads: { marketing: boolean; it: boolean };
}

const pageLength = 30;
/** More than anybody reads, and little enough to be read at once. */
const most = { requests: 500, tools: 200, launches: 100 };
const notNowShown = 15;
const notNowDays = 180;
const loadMonths = 12;

/** What comes and what does not, one page at a time. A page that is no longer there gives the last one that is. */
export async function seeRoadmap(
  desk: Desk,
  person: PersonId,
  place: RoadmapPlace,
): Promise<Outcome<RoadmapView>> {
  const { store, workspace, clock } = desk;
  if (!(await desk.directory.standingOf(person)).isMember) return refusal(refused('outsider'));
  const today = await todayOf(desk, person);
  const settings = await settingsInForce(desk, store);
  const entries = entriesOf(await known(desk, today, most), today, place.doing);
  const pages = Math.max(1, Math.ceil(entries.length / pageLength));
  const page = Math.min(place.page, pages - 1);
  const shown = entries.slice(page * pageLength, (page + 1) * pageLength);
  const launches = shown.flatMap((entry) => (entry.what === 'launch' ? [entry.launch.id] : []));
  const thisMonth = monthOf(today);
  const loads = await capacityReading(store, workspace, settings, { from: thisMonth, count: loadMonths });
  const held = page + 1 < pages ? [] : await store.notNow(workspace, clock.now() - notNowDays * dayMs, 100);
  const leads = await leadsInForce(store, settings);
  return done({
    ...{ today, pages, place: { ...place, page } },
    months: byMonth(shown, today),
    openByLaunch: await store.openRequestsByLaunch(launches),
    loads: new Map(loads.map((load) => [load.month, load])),
    notNow: await reasons(desk, held.slice(0, notNowShown)),
    leads: { marketing: leads.marketing === person, it: leads.it === person },
  });
}

/** The next few things that have a day; tools stand in a list of their own where this is shown. */
export async function comingUp(desk: Desk, person: PersonId, count: number): Promise<RoadmapMonth[]> {
  const today = await todayOf(desk, person);
  const first = await known(desk, today, { requests: count, tools: 0, launches: count });
  return byMonth(entriesOf(first, today).slice(0, count), today);
}

async function known(desk: Desk, today: LocalDate, limits: typeof most): Promise<Known> {
  const { store, workspace } = desk;
  const { freezes } = await settingsInForce(desk, store);
  const accepted = await store.plannedRequests(workspace, limits.requests);
  const briefs = await briefsOf(desk, accepted);
  const requests = accepted.flatMap((request) => {
    const brief = briefs.get(request.id);
    return brief ? [{ brief, plan: planOfRequest(request, brief) }] : [];
  });
  // A tool that an accepted request is about stands there once, with the day that was agreed.
  const planned = new Set(requests.map(({ brief }) => brief.tool));
  const moving = limits.tools === 0 ? [] : await store.toolsOnTheMove(workspace, limits.tools);
  const tools = moving.filter(({ id }) => !planned.has(id));
  return {
    plans: [
      ...requests.map(({ plan }) => plan),
      ...tools.map((tool) => planOfTool(tool, today)).filter((plan): plan is Plan => plan !== null),
    ],
    launches: await store.upcomingLaunches(workspace, today, limits.launches),
    freezes,
  };
}

async function reasons(desk: Desk, requests: readonly Request[]): Promise<NotNow[]> {
  const briefs = await briefsOf(desk, requests);
  const words = await desk.store.words(requests.flatMap(reasonOf));
  return requests.map((request) => {
    const [body = ''] = reasonOf(request);
    return {
      request,
      title: briefs.get(request.id)?.title ?? '(no longer kept)',
      because: words.get(body) ?? null,
    };
  });
}

function reasonOf({ state }: Request): string[] {
  if (state.status === 'on-hold') return [state.reason];
  return state.status === 'declined' ? [state.words] : [];
}

/** By request id; those whose words are no longer kept are absent. */
async function briefsOf(desk: Desk, requests: readonly Request[]): Promise<Map<string, Brief>> {
  const words = await desk.store.words(requests.map(({ brief }) => brief));
  return new Map(
    requests.flatMap(({ id, brief }) => {
      const text = words.get(brief);
      return text === undefined ? [] : [[id, briefSchema.parse(JSON.parse(text))] as const];
    }),
  );
}
