import { z } from 'zod';
import { isZone } from './zone.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const zone = z.string().refine(isZone, {
  error: ({ input }) => `must be an IANA time zone such as Europe/Berlin (got "${input}")`,
});

const timeOfDay = (allowed: RegExp, shape: string) =>
  z.string().regex(allowed, {
    abort: true,
    error: ({ input }) => `must be a time of day ${shape} (got "${input}")`,
  });

const hours = z
  .strictObject({
    from: timeOfDay(/^([01]\d|2[0-3]):[0-5]\d$/, 'from 00:00 to 23:59'),
    to: timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'from 00:01 to 24:00'),
  })
  .refine(({ from, to }) => to > from, { path: ['to'], error: 'must be later than the start of the window' });

const localDate = z.iso.date({
  error: ({ input }) => `must be a date of the calendar written 2026-12-31 (got "${input}")`,
});

const day = z.array(hours).default([]);

/** What a stored or submitted calendar must look like; each fault's path names the field. */
export const calendarSchema = z.strictObject({
  zone,
  week: z.strictObject({
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  }),
  holidays: z.array(z.strictObject({ date: localDate, name: z.string(), hours: day })).default([]),
  openings: z.array(z.strictObject({ date: localDate, hours: day })).default([]),
  version: z.int().nonnegative(),
});

/** A half-open window of one local day; `to` may be '24:00'. Across midnight: given on both days. */
export type Hours = z.infer<typeof hours>;

/**
 * When a team works. A holiday without hours is closed; with hours, they replace the weekday's. Openings are added
 * to whatever the day has. Windows may overlap: they count once.
 */
export type Calendar = z.infer<typeof calendarSchema>;

/** Monday to Friday, 09:00 to 17:00. */
export function officeHours(zoneName: string): Calendar {
  const office: Hours[] = [{ from: '09:00', to: '17:00' }];
  const week = {
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: office,
    saturday: [],
    sunday: [],
  };
  return { zone: zoneName, week, holidays: [], openings: [], version: 1 };
}

/** Where windows of one day overlap: the engine counts them once, but a form should ask which is meant. */
export function overlappingHours(calendar: Calendar): { path: (string | number)[]; message: string }[] {
  return [
    ...weekdays.map((weekday) => ({ path: ['week', weekday], hours: calendar.week[weekday] })),
    ...calendar.holidays.map(({ hours }, at) => ({ path: ['holidays', at, 'hours'], hours })),
    ...calendar.openings.map(({ hours }, at) => ({ path: ['openings', at, 'hours'], hours })),
  ].flatMap(({ path, hours }) =>
    hours.flatMap((one, at) => {
      const other = hours.slice(0, at).find(({ from, to }) => one.from < to && from < one.to);
      if (!other) return [];
      return [{ path: [...path, at], message: `overlaps ${other.from}-${other.to}: join the two windows` }];
    }),
  );
}
