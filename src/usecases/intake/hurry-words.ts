import type { HurryWord } from '../../domain/intake/hurry.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { hurryWordsOf } from '../../domain/terms/hurry-words.ts';
import type { Desk } from '../desk.ts';
import { dictionary } from '../terms/terms.ts';

/** The dictionary's own words of hurry. In a crowd, or if it cannot be read, the usual ones must do. */
export async function hurryWords(
  desk: Desk,
  { languages }: Pick<Settings, 'languages'>,
): Promise<HurryWord[]> {
  if (desk.isCrowded()) return [];
  try {
    return hurryWordsOf(await dictionary(desk.store, desk.workspace), languages);
  } catch (error) {
    desk.log.warn({ error }, 'the dictionary’s words of hurry could not be read');
    return [];
  }
}
