import { dayMs, type Instant } from '../../domain/time.ts';

/**
 * How long rows are kept that nobody works with any more; everything else stays.
 * - `inbox`: ids of Slack's events, whose words went when each was finished, and `answers`: what was answered to a
 *   click, a command or a window. They keep repetitions out. Slack repeats for an hour; thirty days also cover
 *   whatever is looked into afterwards. Answers to imported rows stay, or a file could be imported twice.
 * - `outbox`: what was said, or cannot be said and waits for no repair. An entry keeps its like from being said again,
 *   which only commands and clocks of the same days could ask for; cards know their places from elsewhere.
 * - `pulse`: the outbox alone keeps the quarter's question from being asked twice, so these entries outlive a quarter.
 * - `mornings`: each day's list. The last one of each person stays, because the next is compared with it.
 * - `homes`: on which page of App Home somebody was; after a day they have closed it.
 */
export const keptFor = {
  inbox: 30 * dayMs,
  answers: 30 * dayMs,
  outbox: 30 * dayMs,
  pulse: 100 * dayMs,
  mornings: 30 * dayMs,
  homes: dayMs,
} as const;

export type Outdated = keyof typeof keptFor;
export const outdatedKinds = [
  'inbox',
  'answers',
  'outbox',
  'pulse',
  'mornings',
  'homes',
] as const satisfies Outdated[];
export type Horizons = Record<Outdated, Instant>;
