import type { Month } from '../../domain/roadmap/month.ts';

const calendarMonth = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "March 2026": the same for readers in every zone. */
export function monthInWords(month: Month): string {
  return calendarMonth.format(new Date(`${month}-01T00:00:00Z`));
}
