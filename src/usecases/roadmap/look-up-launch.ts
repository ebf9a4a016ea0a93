import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import { isOpen } from '../../domain/request/request.ts';
import type { Leads } from '../../domain/request/rights.ts';
import { type Launch, type LaunchChange, mayKeepLaunch } from '../../domain/roadmap/launch.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { linesOf, type RequestLine } from '../request/request-line.ts';
import { todayOf } from '../today.ts';

/** As many as a menu has room for, with one place for none of them. */
const mostLaunches = 99;
/** Of one launch; what is moved with it and what is shown of it are the same. */
export const mostOfLaunch = 500;
const linesShown = 25;
const changesShown = 20;

export interface LaunchList {
  today: LocalDate;
  launches: { launch: Launch; open: number }[];
  /** Whether this reader may add one. */
  mayAdd: boolean;
}

/** The launches that are still to come, each with how many open requests are for it. */
export async function seeLaunches(desk: Desk, person: PersonId): Promise<Outcome<LaunchList>> {
  const { store, workspace } = desk;
  const standing = await desk.directory.standingOf(person);
  if (!standing.isMember) return refusal(refused('outsider'));
  const today = await todayOf(desk, person);
  const launches = await store.upcomingLaunches(workspace, today, mostLaunches);
  const open = await store.openRequestsByLaunch(launches.map(({ id }) => id));
  return done({
    today,
    launches: launches.map((launch) => ({ launch, open: open.get(launch.id) ?? 0 })),
    mayAdd: mayKeepLaunch(standing, await leadsOf(desk), null),
  });
}

export interface LaunchView {
  launch: Launch;
  today: LocalDate;
  /** Newest first. */
  history: LaunchChange[];
  /** Open first. */
  requests: RequestLine[];
  open: number;
  mayChange: boolean;
}

export async function seeLaunch(desk: Desk, person: PersonId, id: string): Promise<Outcome<LaunchView>> {
  const { store } = desk;
  const standing = await desk.directory.standingOf(person);
  if (!standing.isMember) return refusal(refused('outsider'));
  const launch = await store.launch(id);
  if (launch?.workspace !== desk.workspace) return refusal({ code: 'no-such-launch' });
  const requests = await store.requestsOfLaunch(id, mostOfLaunch);
  return done({
    launch,
    today: await todayOf(desk, person),
    history: await store.launchHistory(id, changesShown),
    requests: await linesOf(desk, requests.slice(0, linesShown)),
    open: requests.filter(isOpen).length,
    mayChange: !launch.cancelled && mayKeepLaunch(standing, await leadsOf(desk), launch),
  });
}

async function leadsOf(desk: Desk): Promise<Leads> {
  return leadsInForce(desk.store, await settingsInForce(desk, desk.store));
}

/** Those that a request can be for. */
export async function launchesToPick(desk: Desk, today: LocalDate): Promise<Launch[]> {
  return desk.store.upcomingLaunches(desk.workspace, today, mostLaunches);
}
