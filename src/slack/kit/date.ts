import { offsetAt } from '../../domain/sla/zone.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';

/**
 * An instant in mrkdwn, shown in each reader's own zone. `lead` is the word before it: within the date it makes Slack
 * write "by tomorrow", where a date that begins by itself reads "Tomorrow".
 */
export function moment(
  instant: Instant,
  lead?: 'by' | 'due' | 'since' | 'from' | 'to' | 'until' | 'back' | 'delivered',
): string {
  const before = lead ? `${lead} ` : '';
  const fallback = `${before}${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(instant / 1000)}^${before}{date_short_pretty} at {time}|${fallback}>`;
}

const calendarDay = format({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
const monthAndDay = format({ month: 'short', day: 'numeric' });
const weekdayAndDay = format({ weekday: 'short', month: 'short', day: 'numeric' });
const timeOfDay = format({ hour: 'numeric', minute: '2-digit' });

/** A day as it stands in a calendar, "Thu, Mar 12, 2026": the same for readers in every zone. */
export function day(date: LocalDate): string {
  return calendarDay.format(midnight(date));
}

/** The same where the year goes without saying, "Mar 12". */
export function shortDay(date: LocalDate): string {
  return monthAndDay.format(midnight(date));
}

/** An instant where Slack renders no dates, "Tue, Mar 3 at 1:00 PM", in the reader's zone. */
export function momentIn(zone: string, instant: Instant): string {
  const local = instant + offsetAt(zone, instant);
  return `${weekdayAndDay.format(local)} at ${timeOfDay.format(local).replace('\u202f', ' ')}`;
}

function midnight(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** In the order in which Slack writes its own dates, so that a card shows one form. */
function format(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' });
}
