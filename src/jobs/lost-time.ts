import { dayMs, type Instant } from '../domain/time.ts';
import type { Restoration } from '../usecases/keeping/keeping-ports.ts';
import type { OutboxEntry } from '../usecases/saying/outbox.ts';
import { isToldByTheClock } from '../usecases/saying/told-by-the-clock.ts';

/** For so long after a restored backup was started the clock catches up on what it may have said before. */
const caughtUpAfter = 2 * dayMs;

/**
 * After a backup was restored: the entry as it has to be looked for in Slack before it is said, because it may have been
 * said between the copy and its restoring. Null if it cannot have been.
 */
export function fromLostTime(
  entry: OutboxEntry,
  restoration: Restoration | null,
  now: Instant,
): OutboxEntry | null {
  if (restoration?.startedAt == null || now > restoration.startedAt + caughtUpAfter) return null;
  const { takenAt, startedAt } = restoration;
  const isFirst = entry.delivered === 0 && entry.attempts === 0;
  const wasInTheCopy = entry.inDoubt && entry.at <= startedAt;
  if (!wasInTheCopy && !(isFirst && isToldByTheClock(entry.subject))) return null;
  return { ...entry, firstClaimedAt: Math.min(entry.firstClaimedAt ?? takenAt, takenAt) };
}
