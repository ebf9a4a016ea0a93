import type { Instant, LocalDate } from '../../domain/time.ts';

/** Copies of the database in files. Each method throws an error whose message says what to do. */
export interface Backups {
  /** When the newest copy beside the database that can be restored was made; null if there is none. */
  newest(): Instant | null;
  /** Makes a checked copy, beside the database unless a file is named; returns where it is. */
  make(file: string | null, at: Instant, progress: (share: number) => void): Promise<string>;
  /** Puts a copy in the place of the database; returns where that lies now, null if there was none. */
  restore(file: string, at: Instant): string | null;
}

/** One copy a day beside the database, the last few kept. */
export interface DailyBackups {
  isThere(day: LocalDate): boolean;
  /** Makes the copy of this day without holding up anything, and deletes those that are too old. */
  make(day: LocalDate, at: Instant): Promise<void>;
}
