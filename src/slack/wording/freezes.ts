import type { Freeze, FreezeWarning } from '../../domain/roadmap/freeze.ts';
import type { LocalDate } from '../../domain/time.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';

/** "The shop: Mon, Nov 16, 2026 to Mon, Dec 28, 2026" */
export function freezeInWords({ what, from, to }: Freeze): string {
  return `${inline(what, ours.title)}: ${day(from)}${from === to ? '' : ` to ${day(to)}`}`;
}

/** What a day, or the work for it, runs into. */
export function freezeWarning({ freeze, hits }: FreezeWarning, date: LocalDate | null): string {
  const runsInto =
    date === null
      ? 'The next two weeks run into a freeze'
      : hits === 'date'
        ? `${day(date)} lies in a freeze`
        : `The two weeks before ${day(date)} run into a freeze`;
  return `:snowflake: *${runsInto}.* ${freezeInWords(freeze)}. ${inline(freeze.why, ours.passage)}`;
}
