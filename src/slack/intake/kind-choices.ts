import type { RequestKind } from '../../domain/request/kind.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Choice } from '../kit/inputs.ts';

/** The kinds as a menu has them; `current` is there even if it is not offered any more. */
export function kindChoices(
  { kinds, kindOrder }: Pick<Settings, 'kinds' | 'kindOrder'>,
  current: RequestKind | null = null,
): Choice[] {
  const shown = current && !kindOrder.includes(current) ? [...kindOrder, current] : kindOrder;
  return shown.map((value) => {
    const { name, line, emoji } = kinds[value];
    return { value, text: emoji ? `${emoji} ${name}` : name, line };
  });
}
