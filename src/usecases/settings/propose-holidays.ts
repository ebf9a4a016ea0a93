import type { HolidaysTypes } from 'date-holidays';
import type { LocalDate } from '../../domain/time.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

export interface ProposedHoliday {
  date: LocalDate;
  name: string;
}

/**
 * The public holidays of a country (ISO 3166-1, such as DE) or of one of its regions (the part of ISO 3166-2 behind
 * the country, such as BY), in order, each day once. A proposal to look through: employers and towns differ.
 */
export async function proposeHolidays(
  country: string,
  region: string | null,
  years: readonly number[],
): Promise<ProposedHoliday[] | 'unknown'> {
  // Loaded when asked for: its rules for all countries are large, and most starts of the desk never need them.
  const { default: Holidays } = await import('date-holidays');
  const known = new Holidays();
  const countryCode = codeIn(known.getCountries(), country);
  if (!countryCode) return 'unknown';
  const state = region === null ? null : codeIn(known.getStates(countryCode), region);
  if (state === undefined) return 'unknown';
  const place = { country: countryCode, ...(state && { state }) };
  const rules = new Holidays(place, { languages: 'en', types: ['public'] });
  const days = years.flatMap((year) => rules.getHolidays(year)).flatMap(wholeDays);
  const byDate = new Map(days.toReversed().map((each) => [each.date, each]));
  return [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** The code as the package writes it; the package has no list for a country without regions. */
function codeIn(names: Record<string, string> | undefined, typed: string): string | undefined {
  return Object.keys(names ?? {}).find((code) => code.toUpperCase() === typed.toUpperCase());
}

/** The days that a holiday takes whole: Eid takes several, an afternoon off takes none. */
function wholeDays({ date, start, end, name }: HolidaysTypes.Holiday): ProposedHoliday[] {
  // Written as the place's wall clock shows it, `2026-02-16 14:00:00`, with or without an offset behind.
  const begins = Date.parse(`${date.slice(0, 10)}T${date.slice(11, 19)}Z`);
  // Where the clocks are put forward, a whole day has an hour less.
  const ends = begins + end.getTime() - start.getTime() + hour;
  const first = Math.ceil(begins / day);
  const count = Math.max(0, Math.floor(ends / day) - first);
  return Array.from({ length: count }, (_, at) => ({
    date: new Date((first + at) * day).toISOString().slice(0, 10),
    name,
  }));
}
