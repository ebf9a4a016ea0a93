import { daysAfter, daysUntil } from '../day.ts';
import type { PersonId } from '../person.ts';
import type { Leads, Standing } from '../request/rights.ts';
import type { Instant, LocalDate } from '../time.ts';

/** A day of marketing's that requests are needed for, such as a campaign's start or a fair. */
export interface Launch {
  id: string;
  workspace: string;
  /** 1 when it is recorded; each change adds one. */
  revision: number;
  name: string;
  date: LocalDate;
  owner: PersonId;
  /** It will not happen. Its history says who said so. */
  cancelled: boolean;
}

/** A launch as somebody left it. */
export interface LaunchChange {
  revision: number;
  at: Instant;
  by: PersonId;
  name: string;
  date: LocalDate;
  owner: PersonId;
  /** Why it was cancelled; null while it was not. */
  because: string | null;
}

/** Launches are marketing's: everybody keeps them but those who work in IT, who may own one all the same. */
export function mayKeepLaunch(
  { person, isMember, isIt }: Standing,
  leads: Leads,
  launch: Launch | null,
): boolean {
  return isMember && (!isIt || launch?.owner === person || leads.marketing === person);
}

/** What is needed some days before its launch stays so many days before it, unless that day has passed. */
export function movedAlong(
  date: LocalDate | null,
  { from, to }: { from: LocalDate; to: LocalDate },
  today: LocalDate,
): LocalDate {
  const moved = date === null ? to : daysAfter(date, daysUntil(to, from));
  return moved < today ? to : moved;
}
