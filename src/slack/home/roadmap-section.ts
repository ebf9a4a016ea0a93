import type { KnownBlock } from '@slack/types';
import type { RoadmapMonth } from '../../domain/roadmap/roadmap.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { entryInWords } from '../roadmap/entries.ts';

/** The next few things on the roadmap, and the way to all of it. Four blocks, however much there is. */
export function roadmapBlocks(months: readonly RoadmapMonth[]): KnownBlock[] {
  const lines = months.flatMap(({ entries }) => entries).map((entry) => entryInWords(entry, null));
  return [
    { type: 'divider' },
    section('*What comes*'),
    context(lines.length > 0 ? lines.join('\n') : 'Nothing is accepted for a day yet.'),
    ...actions([
      button('The roadmap…', 'roadmap.show', 'roadmap'),
      button('Launches…', 'launch.open', 'launches'),
    ]),
  ];
}
