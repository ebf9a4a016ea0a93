import { tzOffset } from '@date-fns/tz';
import type { Instant } from '../time.ts';
import { dayMs } from '../time.ts';

/** The release of the time-zone data that this run-time has, such as 2026a. */
export const zoneDataVersion: string = process.versions.tz ?? 'unknown';

/** Whether the run-time's time-zone data knows this name. Fixed offsets such as +05:30 are no zones: they never change. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: Instant): number {
  return Math.round(tzOffset(zone, new Date(instant)) * 60_000);
}

/**
 * The instant at which a zone's wall clock shows a local time (given as if it were UTC), by the "compatible" rule:
 * of a time shown twice the first, and a time skipped in spring is read on the clock as it ran before, which gives
 * the later instant. `skipped` tells the latter.
 */
export function instantOfLocal(zone: string, local: number): { instant: Instant; skipped: boolean } {
  const before = offsetAt(zone, local - dayMs);
  const after = offsetAt(zone, local + dayMs);
  const shown = [local - before, local - after].filter(
    (instant) => instant + offsetAt(zone, instant) === local,
  );
  return shown.length > 0
    ? { instant: Math.min(...shown), skipped: false }
    : { instant: local - before, skipped: true };
}
