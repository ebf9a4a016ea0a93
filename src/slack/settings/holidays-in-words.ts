import { type Calendar, calendarSchema, overlappingHours } from '../../domain/sla/calendar.ts';
import type { ProposedHoliday } from '../../usecases/settings/propose-holidays.ts';
import { oneLine } from '../kit/escape.ts';
import { limits } from '../kit/limits.ts';

export type Holidays = Calendar['holidays'];

export function holidaysInWords(holidays: Holidays): string {
  return holidays
    .map(({ date, hours, name }) =>
      [date, ...hours.map(({ from, to }) => `${from}-${to}`), name].join(' ').trim(),
    )
    .join('\n');
}

/** The end of a list, as long as a window has room for; what comes before it is not on the screen, and stays. */
export function roomFor(holidays: Holidays): { hidden: Holidays; shown: Holidays } {
  let from = 0;
  while (holidaysInWords(holidays.slice(from)).length > limits.inputText) from += 1;
  return { hidden: holidays.slice(0, from), shown: holidays.slice(from) };
}

/** The days of a calendar after somebody saved the window. */
export function savedHolidays(text: string, calendar: Calendar): ReadHolidays {
  const { hidden, shown } = roomFor(calendar.holidays);
  if (text === holidaysInWords(shown)) return { ok: true, holidays: calendar.holidays };
  const read = readHolidays(text, calendar);
  return read.ok ? { ok: true, holidays: [...hidden, ...read.holidays] } : read;
}

type ReadHolidays = { ok: true; holidays: Holidays } | { ok: false; fault: string };

/** Reads the list as it is written, or says which line is wrong, and how. */
export function readHolidays(text: string, calendar: Calendar): ReadHolidays {
  const lines = text.split('\n').map(oneLine).filter(Boolean);
  const parsed = calendarSchema.shape.holidays.safeParse(lines.map(holidayIn));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, fault: `“${lines[Number(issue?.path[0])] ?? ''}”: the day ${issue?.message}.` };
  }
  const [overlap] = overlappingHours({ ...calendar, holidays: parsed.data });
  if (overlap?.path[0] === 'holidays') {
    return { ok: false, fault: `“${lines[Number(overlap.path[1])] ?? ''}” ${overlap.message}.` };
  }
  return { ok: true, holidays: parsed.data };
}

/** The list as it was typed, right or wrong, and below it the proposed days that it does not name. */
export function withProposed(
  typed: string,
  proposed: readonly ProposedHoliday[],
): { text: string; added: number } {
  const named = new Set(typed.split('\n').map((line) => holidayIn(oneLine(line)).date));
  const missing = proposed.filter(({ date }) => !named.has(date));
  const lines = holidaysInWords(missing.map((each) => ({ ...each, hours: [] })));
  return { text: [typed, lines].filter(Boolean).join('\n'), added: missing.length };
}

function holidayIn(line: string): { date: string; name: string; hours: { from: string; to: string }[] } {
  const [date = '', ...words] = line.split(' ');
  const isHours = (word: string) => /^\d{1,2}:\d{2}-\d{1,2}:\d{2},?$/.test(word);
  const hours = words.filter(isHours).map((word) => {
    const [from = '', to = ''] = word.replace(',', '').split('-');
    return { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  });
  return { date, name: words.filter((word) => !isHours(word)).join(' '), hours };
}
