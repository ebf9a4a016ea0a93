import type { KnownBlock } from '@slack/types';
import type { Scoreboard } from '../../usecases/scoreboard.ts';
import { button, context, section } from '../kit/blocks.ts';

/** What both leads see, in the same words: figures about the two sides, never about a person. */
export function scoreboardBlocks({ promises, terms }: Scoreboard): KnownBlock[] {
  return [
    { type: 'divider' },
    section('*Promises kept this week*'),
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: `*IT*\n${keptInWords(promises.it)}` },
        { type: 'mrkdwn', text: `*Marketing*\n${keptInWords(promises.marketing)}` },
      ],
    },
    ...(terms.open > 0
      ? [
          {
            ...section(
              `${terms.open} of the ${terms.all} words in the dictionary count only once you both agree.`,
            ),
            accessory: button('Read them…', 'terms.to-agree', 'all'),
          },
        ]
      : [context('You both agreed to every word of the dictionary.')]),
  ];
}

function keptInWords({ kept, all }: { kept: number; all: number }): string {
  return all === 0 ? 'none ended yet' : `${kept} of ${all}`;
}
