import type { Notices } from '../../domain/notices/notices.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';

/** What one person's message of one morning listed, and where it stands. */
export interface Morning {
  person: PersonId;
  day: LocalDate;
  saidAt: Instant;
  /** What it began with: each matter's key, and how it is called. */
  listed: { key: string; name: string }[];
  /** What it shows now, as a digest. */
  shown: string;
  /** Null until it is posted. */
  place: { channel: string; ts: string } | null;
}

export interface MorningReading {
  /** On whom requests wait, each with the side whose hours are theirs; of several for one person the last counts. */
  peopleWaitedOn(workspace: string): Promise<{ person: PersonId; side: Side }[]>;
  morning(person: PersonId, day: LocalDate): Promise<Morning | null>;
  /** The newest one; null before the first. */
  lastMorning(person: PersonId): Promise<Morning | null>;
  morningsSince(workspace: string, since: Instant): Promise<Morning[]>;
  /** Until when everybody's morning was looked at; null before the first time. */
  morningsDoneUntil(workspace: string): Promise<Instant | null>;
  /** Null if they never chose. */
  notices(person: PersonId): Promise<Notices | null>;
}

export interface MorningWriting {
  /** False if they have had theirs on this day. */
  addMorning(workspace: string, morning: Omit<Morning, 'place'>): Promise<boolean>;
  saveMorningShown(person: PersonId, day: LocalDate, shown: string): Promise<void>;
  saveMorningPlace(person: PersonId, day: LocalDate, place: { channel: string; ts: string }): Promise<void>;
  saveMorningsDone(workspace: string, until: Instant): Promise<void>;
  saveNotices(workspace: string, person: PersonId, notices: Notices): Promise<void>;
}
