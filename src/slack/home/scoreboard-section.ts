import type { KnownBlock } from '@slack/types';
import type { Side } from '../../domain/person.ts';
import type { PulseReading } from '../../domain/pulse/reading.ts';
import type { Scoreboard } from '../../usecases/home/scoreboard.ts';
import { button, context, section } from '../kit/blocks.ts';

/** What both leads see, in the same words: figures about the two sides, never about a person. */
export function scoreboardBlocks({ promises, terms, pulse }: Scoreboard): KnownBlock[] {
  return [
    { type: 'divider' },
    section('*Promises settled this week*'),
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: `*IT*\n${keptInWords(promises.it)}` },
        { type: 'mrkdwn', text: `*Marketing*\n${keptInWords(promises.marketing)}` },
      ],
    },
    context('What is late and still owed counts once it is settled; `/martech-request digest` names it now.'),
    ...(pulse.length > 0
      ? [section(['*How well we work together, of 5*', ...pulse.map(pulseLine)].join('\n'))]
      : []),
    ...(terms.open > 0
      ? [
          {
            ...section(
              `${terms.open === terms.all ? 'The' : `${terms.open} of the`} ${terms.all} words in the dictionary count only once you both agree.`,
            ),
            accessory: button('Read them…', 'terms.to-agree', 'all'),
          },
        ]
      : [context('You both agreed to every word of the dictionary.')]),
  ];
}

function keptInWords({ kept, all }: { kept: number; all: number }): string {
  return all === 0 ? 'none yet' : `${kept} of ${all} kept`;
}

function pulseLine({ quarter, sides: { marketing, it }, gap }: PulseReading): string {
  const figure = (name: string, side: PulseReading['sides'][Side]) =>
    side ? `${name} ${side.mean.toFixed(1)} (${side.answers} answers)` : `${name}: too few answers`;
  const apart = gap === null ? '' : ` · ${gap.toFixed(1)} apart`;
  return `${quarter} · ${figure('marketing', marketing)} · ${figure('IT', it)}${apart}`;
}
