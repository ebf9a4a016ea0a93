import type { Size } from '../../domain/request/kind.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Launch, LaunchChange } from '../../domain/roadmap/launch.ts';
import type { Month } from '../../domain/roadmap/month.ts';
import type { TopFive } from '../../domain/roadmap/top-five.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { LocalDate } from '../../domain/time.ts';

/** What can be asked of the store about what is planned. */
export interface RoadmapReading {
  launch(id: string): Promise<Launch | null>;
  launches(ids: readonly string[]): Promise<Launch[]>;
  /** Those that were not cancelled, from this day on, the earliest first. */
  upcomingLaunches(workspace: string, from: LocalDate, limit: number): Promise<Launch[]>;
  /** Newest first. */
  launchHistory(launch: string, limit: number): Promise<LaunchChange[]>;
  /** Open first, then in the order of their numbers. */
  requestsOfLaunch(launch: string, limit: number): Promise<Request[]>;
  /** How many open requests each of these launches has; those without any are absent. */
  openRequestsByLaunch(launches: readonly string[]): Promise<Map<string, number>>;
  /** The newest version; `noTopFive` before the first. */
  topFive(workspace: string): Promise<TopFive>;
  /** Requests that are accepted for a day and neither over nor on hold, the earliest day first. */
  plannedRequests(workspace: string, limit: number): Promise<Request[]>;
  /** How much of each size is accepted for each of these months, done or not. */
  plannedSizes(
    workspace: string,
    months: { from: Month; to: Month },
  ): Promise<{ month: Month; size: Size; count: number }[]>;
  /** Tools that are considered, on trial or on their way out, by name. */
  toolsOnTheMove(workspace: string, limit: number): Promise<Tool[]>;
  /** What is on hold, and what was declined as "not now" since this instant, the newest first. */
  notNow(workspace: string, since: number, limit: number): Promise<Request[]>;
}

export interface RoadmapWriting {
  /** Keeps a launch with the change that made it so; throws Conflict if it has moved on from the revision before. */
  saveLaunch(
    launch: Launch,
    change: Omit<LaunchChange, 'revision' | 'name' | 'date' | 'owner'>,
  ): Promise<void>;
  /** Throws if this revision exists. */
  addTopFive(workspace: string, topFive: TopFive): Promise<void>;
}
