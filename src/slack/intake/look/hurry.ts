import { endOfWeek, firstPromises } from '../../../domain/intake/first-promises.ts';
import { isAgreed, type Term } from '../../../domain/terms/term.ts';
import { input } from '../../kit/blocks.ts';
import { cut } from '../../kit/cut.ts';
import { day, momentIn } from '../../kit/date.ts';
import { oneLine } from '../../kit/escape.ts';
import { radioInput } from '../../kit/inputs.ts';
import { ours } from '../../kit/limits.ts';
import type { LookSection } from './section.ts';

/** What a word of hurry means here. Whatever is picked, it is kept with the request. */
export const hurrySection: LookSection = {
  isReason: true,
  blocks({ hurry, asked, settings, now, zone, found: { terms } }) {
    if (!hurry) return [];
    const { reply } = firstPromises(asked, settings, now);
    const weekEnd = hurry.meaning === 'end-of-week' ? endOfWeek(now, settings.hours.it) : null;
    const usual =
      reply === null ? 'IT looks at it in its usual time' : `IT looks at it by ${momentIn(zone, reply)}`;
    const choices = [
      { value: 'usual', text: usual },
      ...(weekEnd ? [{ value: 'week-end', text: `It is needed by ${day(weekEnd)}` }] : []),
      { value: 'day', text: 'It is needed by a day that I pick below' },
    ];
    const label = `What “${cut(oneLine(hurry.words), ours.name)}” means here`;
    return [input('hurryChoice', label, radioInput(choices, 'usual'), { hint: hintFrom(terms) })];
  },
};

/** The dictionary's words rather than a second list of ours: what the word promises, or else what IT means by it. */
function hintFrom([term]: readonly Term[]): string | undefined {
  if (!term) return undefined;
  const { word, promise, it } = term;
  const agreed = isAgreed(term) ? 'Both sides agreed on' : 'The dictionary has';
  return `${agreed} “${word}”: ${promise ?? `IT means: ${it}`}`;
}
