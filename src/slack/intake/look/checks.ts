import type { AskedCheck } from '../../../domain/checks/check.ts';
import { section } from '../../kit/blocks.ts';
import { mention } from '../../kit/mention.ts';
import { theCheck } from '../../wording/checks.ts';
import type { LookSection } from './section.ts';

/** Which checks the rules will ask for, and who decides about them. */
export const checksSection: LookSection = {
  isReason: false,
  blocks({ found: { checks } }) {
    if (checks.length === 0) return [];
    const accepting = named(checks.filter(({ blocks }) => blocks === 'accepting'));
    const closing = named(checks.filter(({ blocks }) => blocks === 'closing'));
    return [
      section(
        [
          ...(accepting === '' ? [] : [`Before IT can say yes, it needs ${accepting}.`]),
          ...(closing === '' ? [] : [`Before it can be delivered, it needs ${closing}.`]),
          'Whoever checks it is asked at once.',
        ].join(' '),
      ),
    ];
  },
};

function named(checks: readonly AskedCheck[]): string {
  return checks
    .map(({ name, owners }) => `${theCheck(name)} by ${owners.map(mention).join(', ')}`)
    .join(', ');
}
