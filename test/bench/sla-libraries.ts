/** Other libraries that add working time, each set up for Monday to Friday 09-17 in the machine's zone. */
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment';
import 'moment-business-time';
import OpeningHours from 'opening_hours';

declare module 'moment' {
  interface Moment {
    addWorkingTime(amount: number, unit: 'minutes'): Moment;
  }
}

/** Adds working minutes to an instant. */
export type Adder = (start: number, minutes: number) => number;

const minute = 60_000;

dayjs.extend(businessTime);
const office = new OpeningHours('Mo-Fr 09:00-17:00');

// It knows no addition, only when the state changes next.
function addOpenTime(start: number, minutes: number): number {
  const changes = office.getIterator(new Date(start));
  let left = minutes * minute;
  let at = start;
  for (;;) {
    const open = changes.getState();
    changes.advance();
    const next = changes.getDate().getTime();
    if (open && next - at >= left) return at + left;
    if (open) left -= next - at;
    at = next;
  }
}

export const libraries: Record<string, Adder> = {
  dayjs_business_time: (start, minutes) => dayjs(start).addBusinessMinutes(minutes).valueOf(),
  moment_business_time: (start, minutes) => moment(start).addWorkingTime(minutes, 'minutes').valueOf(),
  opening_hours: addOpenTime,
};
