/** Milliseconds since the epoch. */
export type Instant = number;

/** A day without a zone, `YYYY-MM-DD`: never converted, compared as text. */
export type LocalDate = string;
