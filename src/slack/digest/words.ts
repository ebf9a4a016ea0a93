import { localDay } from '../../domain/day.ts';
import type { Digest } from '../../domain/digest/digest.ts';
import type { FigureName, Figures, Party } from '../../domain/digest/figures.ts';
import { percent } from '../../domain/digest/figures.ts';
import type { Side } from '../../domain/person.ts';
import type { ClockKind } from '../../domain/sla/commitment.ts';
import { shortDay } from '../kit/date.ts';

export const sideName: Record<Side, string> = { it: 'IT', marketing: 'Marketing' };

export const partyInWords: Record<Party, string> = {
  it: 'IT',
  marketing: 'marketing',
  'third-party': 'third parties',
  'check-owner': 'checks',
};

export const promiseInWords: Record<ClockKind, string> = {
  'first-response': 'the first reply',
  decision: 'the decision',
  answer: 'the answer',
  agreement: 'the yes to “done”',
  ruling: 'the second look',
  delivery: 'the delivery',
  acceptance: 'the check of a delivery',
  check: 'the check',
};

/** "The week of Feb 23 to Mar 1"; on the first day of one that is not over, "The week from Feb 23". */
export function weekName({ from, to }: Pick<Digest, 'from' | 'to'>, zone: string): string {
  const [first, last] = [localDay(from, zone), localDay(to - 1, zone)];
  return first === last
    ? `The week from ${shortDay(first)}`
    : `The week of ${shortDay(first)} to ${shortDay(last)}`;
}

/** "1 request", "2 requests". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** "18 of 21", with the share where the numbers are large enough to say it. */
export function partOf(part: number, whole: number, noun = ''): string {
  const share = percent(part, whole);
  const all = noun === '' ? whole.toLocaleString('en') : counted(whole, noun);
  return `${part.toLocaleString('en')} of ${all}${share === null ? '' : ` (${share} %)`}`;
}

export function keptOf({ kept, late }: { kept: number; late: number }): string {
  return kept + late === 0 ? 'none settled' : partOf(kept, kept + late);
}

export function owed({ promises }: Pick<Figures, 'promises'>): number {
  return promises.it.overdue.count + promises.marketing.overdue.count;
}

/** "3 were late", "one was late": what a button asks about, or a window shows. */
export function figureInWords(name: FigureName, count: number): string {
  const words = manyInWords[name];
  return count === 1
    ? `one ${words.replace(/^(were|are|have) /, singular)}`
    : `${count.toLocaleString('en')} ${words}`;
}

function singular(verb: string): string {
  return { 'were ': 'was ', 'are ': 'is ', 'have ': 'has ' }[verb] ?? verb;
}

const manyInWords: Record<FigureName, string> = {
  'kept-it': 'were kept by IT',
  'kept-marketing': 'were kept by marketing',
  late: 'were late',
  'late-it': 'were late at IT',
  'late-marketing': 'were late at marketing',
  'excused-it': 'were late only by a change',
  'excused-marketing': 'were late only by a change',
  owed: 'are still owed',
  'owed-it': 'are still owed by IT',
  'owed-marketing': 'are still owed by marketing',
  'time-it': 'were with IT',
  'time-marketing': 'were with marketing',
  'time-third-party': 'were with third parties',
  'time-check-owner': 'were with checks',
  asked: 'were asked',
  declined: 'were declined',
  withdrawn: 'were withdrawn',
  confirmed: 'were done and confirmed',
  unconfirmed: 'were not confirmed',
  overdue: 'are late',
  'at-risk': 'are at risk',
  contested: 'are contested',
  'first-time': 'were right at once',
  'sent-back': 'were sent back',
  'before-contract': 'came before a contract',
  'after-contract': 'came after it',
  'contract-unknown': 'did not say',
  'accepted-S': 'are small',
  'accepted-M': 'are medium',
  'accepted-L': 'are large',
  dates: 'have a date',
};
