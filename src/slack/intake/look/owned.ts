import type { KnownBlock } from '@slack/types';
import { daysUntil, localDay } from '../../../domain/day.ts';
import { categories } from '../../../domain/stack/category.ts';
import type { Tool } from '../../../domain/stack/tool.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { input, section } from '../../kit/blocks.ts';
import { day } from '../../kit/date.ts';
import { inline } from '../../kit/escape.ts';
import { textInput } from '../../kit/inputs.ts';
import { ours } from '../../kit/limits.ts';
import { inDays, owner } from '../../stack/words.ts';
import type { LookSection } from './section.ts';

/** Tools that the company has and that do this; and what speaks against them, which IT is shown. */
export const ownedSection: LookSection = {
  isReason: true,
  blocks({ found: { owned }, now, zone }) {
    if (owned.length === 0) return [];
    const today = localDay(now, zone);
    const which = owned.length === 1 ? 'this one' : 'these';
    return [
      section(`*${sentenceAbout(owned, today)}* Whoever owns a tool can tell you whether it will do.`),
      ...owned.map((tool): KnownBlock => section(lineOf(tool, today))),
      input('whyNot', `Why not ${which}?`, textInput({ most: 300 }), {
        optional: true,
        hint: 'IT asks this first. “I don’t know it” is an answer, too.',
      }),
    ];
  },
};

/** "You own two of these already; one renews in 41 days." */
function sentenceAbout(owned: readonly Tool[], today: LocalDate): string {
  const counted = ['one tool', 'two tools', 'three tools'][owned.length - 1] ?? `${owned.length} tools`;
  const have = `The company already has ${counted} for this`;
  const next = owned
    .flatMap(({ contractEnd }) =>
      contractEnd && contractEnd >= today ? [daysUntil(contractEnd, today)] : [],
    )
    .sort((a, b) => a - b)[0];
  if (next === undefined) return `${have}.`;
  const renews = next === 0 ? 'renews today' : next === 1 ? 'renews tomorrow' : `renews in ${next} days`;
  return `${have}; ${owned.length === 1 ? 'it' : 'one'} ${renews}.`;
}

function lineOf(
  { name, category, purpose, businessOwner, seats, contractEnd }: Tool,
  today: LocalDate,
): string {
  const facts = [
    `owner ${owner(businessOwner)}`,
    ...(seats === null ? [] : [`${seats} ${seats === 1 ? 'seat' : 'seats'}`]),
    ...(contractEnd ? [`renews ${day(contractEnd)}${inDays(contractEnd, today)}`] : []),
  ];
  const what = purpose ? `\n${inline(purpose, ours.title)}` : '';
  return `*${inline(name, ours.name)}* · ${categories[category].name}${what}\n${facts.join(' · ')}`;
}
