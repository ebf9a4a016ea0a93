import { localDay } from '../../../domain/day.ts';
import { freezeWarnings } from '../../../domain/roadmap/freeze.ts';
import { context, section } from '../../kit/blocks.ts';
import { freezeWarning } from '../../wording/freezes.ts';
import type { LookSection } from './section.ts';

const mostShown = 3;

/** Days on which IT leaves things as they are. What is broken is mended all the same. */
export const freezeSection: LookSection = {
  isReason: true,
  blocks({ asked: { kind, headsUp, neededBy }, settings, now, zone }) {
    if (kind === 'broken' || headsUp) return [];
    const warnings = freezeWarnings(settings.freezes, neededBy, localDay(now, zone)).slice(0, mostShown);
    if (warnings.length === 0) return [];
    return [
      ...warnings.map((warning) => section(freezeWarning(warning, neededBy))),
      context('You can send it all the same. IT may suggest another day.'),
    ];
  },
};
