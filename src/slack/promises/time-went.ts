import { assertNever } from '../../domain/assert-never.ts';
import type { Ball } from '../../domain/request/ball.ts';
import { timeInWords } from '../../domain/sla/business-time.ts';
import type { Charge } from '../../domain/sla/ledger.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';

const barLength = 24;

/** "with IT 6 h, with marketing 2 d, with the vendor 3 d", each with its share as a bar. */
export function timeWentLines(charges: readonly Charge[]): string[] {
  const all = charges.reduce((sum, { time }) => sum + time, 0);
  return charges.map(({ holder, time, calendar }) => {
    const length = all === 0 ? 0 : Math.round((time / all) * barLength);
    const bar = `${'█'.repeat(length)}${'░'.repeat(barLength - length)}`;
    return `\`${bar}\` with ${holderName(holder)} ${timeInWords(time, calendar)}`;
  });
}

function holderName(holder: Ball): string {
  switch (holder.party) {
    case 'it':
      return 'IT';
    case 'marketing':
      return 'marketing';
    case 'third-party':
      return inline(holder.name, ours.name);
    case 'check-owner':
      return mention(holder.owner);
    default:
      return assertNever(holder);
  }
}
