import type { KnownBlock } from '@slack/types';
import { button, section } from '../../kit/blocks.ts';
import { lineInList } from '../../wording/request-line.ts';
import type { LookSection } from './section.ts';

/** Requests that ask for much the same, each of which can be followed instead. */
export const alikeSection: LookSection = {
  isReason: true,
  blocks({ found: { alike }, now }) {
    if (alike.length === 0) return [];
    return [
      section(
        alike.length === 1
          ? '*Somebody has asked for much the same.* Is it that? Then you can follow it instead.'
          : '*Much the same was asked before.* Is it one of these? Then you can follow that one instead.',
      ),
      ...alike.map(
        (line): KnownBlock => ({
          ...section(lineInList(line, null, now)),
          accessory: button('Follow that one', 'intake.follow', line.request.id),
        }),
      ),
    ];
  },
};
