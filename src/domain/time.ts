import { millisecondsInDay } from 'date-fns/constants';

/** Milliseconds since the epoch. */
export type Instant = number;

/** A day without a zone, `YYYY-MM-DD`: never converted, compared as text. */
export type LocalDate = string;

/** Of 24 hours: a stretch of time, not a day of the calendar. */
export const dayMs = millisecondsInDay;
