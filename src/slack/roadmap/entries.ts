import type { KnownBlock } from '@slack/types';
import { assertNever } from '../../domain/assert-never.ts';
import { sizes } from '../../domain/request/kind.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { type MonthLoad, overbooked } from '../../domain/roadmap/capacity.ts';
import type { Doing, MovingState, Plan } from '../../domain/roadmap/plan.ts';
import type { Entry, Horizon, RoadmapMonth } from '../../domain/roadmap/roadmap.ts';
import { section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { limits, ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { monthInWords } from '../kit/month.ts';
import { freezeInWords } from '../wording/freezes.ts';
import { requestsInWords } from './launch-window.ts';

/** What stands on the roadmap, month by month, as lines. */

export const doingsInWords: Record<Doing, string> = {
  buy: 'bought',
  change: 'changed',
  move: 'moved or connected',
  'turn-off': 'turned off',
};

const horizonsInWords: Record<Horizon, string> = { now: 'Now', next: 'Next', later: 'Later' };

/** What becomes of a tool, on a day or on none yet. */
const movesInWords: Record<MovingState, { dated: string; undated: string }> = {
  considering: { dated: 'bought then, if it is decided', undated: 'being considered' },
  pilot: { dated: 'on trial, decided by then', undated: 'on trial' },
  retiring: { dated: 'turned off', undated: 'to be turned off' },
};

/** "*Next · April 2026*", what is accepted for it, and its lines. */
export function monthBlocks(
  { month, horizon, entries }: RoadmapMonth,
  openByLaunch: ReadonlyMap<string, number>,
  load: MonthLoad | undefined,
): KnownBlock[] {
  const heading = month === null ? 'no day yet' : monthInWords(month);
  return inSections([
    `*${horizonsInWords[horizon]} · ${heading}*`,
    ...(load?.capacity ? [`_${loadInWords(load)}_`] : []),
    ...entries.map((entry) => entryInWords(entry, openByLaunch)),
  ]);
}

/** "Accepted: 3 of 8 S, 5 of 4 M, 0 of 1 L" */
function loadInWords(load: MonthLoad): string {
  const { accepted, capacity } = load;
  const counts = sizes.map((size) => `${accepted[size]} of ${capacity?.[size] ?? 0} ${size}`);
  const over = overbooked(load);
  const warning = over.length > 0 ? ` · :warning: more ${over.join(' and ')} than IT can do` : '';
  return `Accepted: ${counts.join(', ')}${warning}`;
}

/** Without the counts, a launch's line does not say how many requests are for it. */
export function entryInWords(entry: Entry, openByLaunch: ReadonlyMap<string, number> | null): string {
  switch (entry.what) {
    case 'plan':
      return planInWords(entry.plan, entry.isLate);
    case 'launch': {
      const { id, name, date, owner } = entry.launch;
      const open = openByLaunch ? ` · ${requestsInWords(openByLaunch.get(id) ?? 0)}` : '';
      return `:rocket: ${day(date)} · *${inline(name, ours.name)}*, owner ${mention(owner)}${open}`;
    }
    case 'freeze':
      return `:snowflake: *${freezeInWords(entry.freeze)}* · ${inline(entry.freeze.why, ours.title)}`;
    default:
      return assertNever(entry);
  }
}

function planInWords({ of, name, doing, on, size }: Plan, isLate: boolean): string {
  const what = inline(name, ours.title);
  const about =
    'request' in of
      ? [
          `*${requestKey(of.number)}* ${what}`,
          doingsInWords[doing],
          ...(size ? [`size ${size}`] : []),
          ...(of.isAgreed ? [] : ['not agreed yet']),
        ]
      : [`*${what}*`, movesInWords[of.state][on ? 'dated' : 'undated']];
  return [...(on ? [day(on)] : []), ...about, ...(isLate ? [':warning: the day has passed'] : [])].join(
    ' · ',
  );
}

/** As few blocks as hold all lines. */
function inSections(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last === undefined || last.length + line.length + 1 > limits.sectionText) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts.map(section);
}
