import type { Settings } from '../settings/settings.ts';
import type { Calendar } from './calendar.ts';
import type { Debtor } from './commitment.ts';

/** The hours by which a party's time counts. Third parties are counted in IT's, and so is who owns a check by default. */
export function calendarOf(party: Debtor, hours: Settings['hours']): Calendar {
  if (party === 'check-owner') return hours.checks ?? hours.it;
  return hours[party === 'marketing' ? 'marketing' : 'it'];
}
