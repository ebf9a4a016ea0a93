import type { Calendar } from './calendar.ts';
import type { Stretch } from './interval.ts';
import { windowsByDay } from './working-hours.ts';
import { instantOfLocal, offsetAt } from './zone.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The windows of the local days [firstDay, endDay) as instants, by their start. */
export function openStretches(calendar: Calendar, firstDay: number, endDay: number): Stretch[] {
  const windowsOn = windowsByDay(calendar);
  const offsets = new Map<number, number>();
  const offsetOn = (utcDay: number) => {
    const offset = offsets.get(utcDay) ?? offsetAt(calendar.zone, utcDay * day);
    offsets.set(utcDay, offset);
    return offset;
  };

  const stretches: Stretch[] = [];
  for (let today = firstDay; today < endDay; today++) {
    const windows = windowsOn(today);
    if (windows.length === 0) continue;
    const offset = offsetOn(today - 1);
    const steady = offset === offsetOn(today + 2);
    for (const window of windows) {
      const from = today * day + window.from * minute;
      const to = today * day + window.to * minute;
      if (steady) stretches.push({ from: from - offset, to: to - offset });
      else stretches.push(...acrossChange(calendar.zone, from, to));
    }
  }
  return stretches.sort((a, b) => a.from - b.from);
}

/** A local window near a change of the zone's clock. One that lies wholly in the skipped time never happens. */
function acrossChange(zone: string, from: number, to: number): Stretch[] {
  const opens = instantOfLocal(zone, from);
  const closes = instantOfLocal(zone, to);
  if (opens.skipped && closes.skipped) return [];
  return opens.instant < closes.instant ? [{ from: opens.instant, to: closes.instant }] : [];
}
