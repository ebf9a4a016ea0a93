import type { KnownBlock } from '@slack/types';
import { isOpen } from '../../domain/request/request.ts';
import { timeInWords } from '../../domain/sla/business-time.ts';
import { type Explanation, explain } from '../../domain/sla/explain.ts';
import { ballMoves, timeCharged } from '../../domain/sla/ledger.ts';
import type { Policies, PolicySettings } from '../../domain/sla/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { actions, button, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { theCheck } from '../wording/checks.ts';
import { deeds } from '../wording/promise.ts';
import { timeWentLines } from './time-went.ts';

/** The time left, and with whom the time went: for windows, which are made when somebody looks. */
export function clockBlocks(view: RequestView, now: Instant): KnownBlock[] {
  const { request, history, policies } = view;
  const left = timeLeftLines(explain(request, history, policies, now));
  const went = timeWentLines(timeCharged(ballMoves(request, history), policies, now));
  return [
    ...(isOpen(request) && left.length > 0 ? [section(['*Time left*', ...left].join('\n'))] : []),
    section(['*Where the working time went*', ...went].join('\n')),
    ...actions([button('Why?', 'request.why', request.id)]),
  ];
}

function timeLeftLines(explanations: readonly Explanation[]): string[] {
  return explanations
    .filter(({ course, reading }) => !course.end && reading.verdict !== 'none')
    .map(({ course, reading, calendar }) => {
      const name = clockName(course);
      const left = timeInWords(reading.remaining, calendar);
      if (reading.verdict === 'missed' && reading.breach)
        return `${name}: over its time ${moment(reading.breach.at, 'since')}`;
      return reading.phase === 'paused'
        ? `${name}: stands still with ${left} left`
        : `${name}: *${left}* left`;
    });
}

/** "A decision", "An answer (2)": how a clock is called beside others of its kind. */
export function clockName({ clock, round, check }: Explanation['course']): string {
  if (check !== null) return sentenceCase(theCheck(check));
  const noun = sentenceCase(deeds[clock].noun.replace(/,$/, ''));
  return round === 1 ? noun : `${noun} (${round})`;
}

/** Changes of the desk's settings that every open request has in its timeline. */
export function settingsChanges(policies: Policies): { at: Instant; line: string }[] {
  return policies.flatMap(({ from, settings }, index) => {
    const before = policies[index - 1]?.settings;
    if (!before) return [];
    const changed = [
      ...(isSame(before.hours.it, settings.hours.it) ? [] : ['IT’s working hours']),
      ...(isSame(before.hours.marketing, settings.hours.marketing) ? [] : ['marketing’s working hours']),
      ...(isSame(targetsIn(before), targetsIn(settings)) ? [] : ['the targets']),
    ];
    if (changed.length === 0) return [];
    const what = sentenceCase(changed.join(', '));
    return [{ at: from, line: `${moment(from)} · ${what} were changed. Open clocks count by the new ones.` }];
  });
}

function targetsIn({ targets, policies }: PolicySettings) {
  return { targets, policies };
}

/** Plain values that came out of JSON. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
