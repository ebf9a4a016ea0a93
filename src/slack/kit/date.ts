import { offsetAt } from '../../domain/sla/zone.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';

/** An instant in mrkdwn, shown in each reader's own zone. */
export function moment(instant: Instant): string {
  const fallback = new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
  return `<!date^${Math.floor(instant / 1000)}^{date_short_pretty} at {time}|${fallback} UTC>`;
}

const calendarDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as it stands in a calendar, "Thu 12 Mar 2026": the same for readers in every zone. */
export function day(date: LocalDate): string {
  return calendarDay.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

/** An instant where Slack renders no dates, "Tue 3 Mar, 13:00", in the reader's zone. */
export function momentIn(zone: string, instant: Instant): string {
  const local = new Date(instant + offsetAt(zone, instant));
  return `${dayAndMonth.format(local).replace(',', '')}, ${local.toISOString().slice(11, 16)}`;
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
