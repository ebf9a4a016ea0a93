import { type Calendar, type Hours, officeHours } from '../../../src/domain/sla/calendar.ts';

const never: Calendar['week'] = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

/** A calendar that says only what is given: `weekly('UTC', { monday: '09:00-12:00 13:00-17:00' })`. */
export function weekly(zone: string, days: Partial<Record<keyof Calendar['week'], string>>): Calendar {
  const week = { ...never };
  for (const [day, windows] of Object.entries(days)) Object.assign(week, { [day]: hoursOf(windows) });
  return { ...officeHours(zone), week };
}

/** The same hours on each of the seven days. */
export function daily(zone: string, windows: string): Calendar {
  const hours = hoursOf(windows);
  const days = Object.keys(never).map((day) => [day, hours]);
  return { ...officeHours(zone), week: { ...never, ...Object.fromEntries(days) } };
}

/** Monday to Friday, 09-17, closed on the dates. */
export function officeWithout(zone: string, ...dates: string[]): Calendar {
  return { ...officeHours(zone), holidays: dates.map((date) => ({ date, name: 'Holiday', hours: [] })) };
}

export function hoursOf(windows: string): Hours[] {
  return windows.split(' ').map((window) => {
    const [from = '', to = ''] = window.split('-');
    return { from, to };
  });
}
