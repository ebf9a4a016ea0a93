import type { KnownBlock } from '@slack/types';
import { type Theme, themesOf } from '../../domain/digest/digest.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type ReadWeek, thisWeek } from '../../usecases/digest/read-digest.ts';
import type { Modal } from '../conversation.ts';
import { actions, section } from '../kit/blocks.ts';
import { readingModal } from '../kit/modal.ts';
import { rowsButtons } from './buttons.ts';
import { headline, promiseLines } from './digest-message.ts';
import { type Named, themeMessage } from './themes.ts';
import { weekName } from './words.ts';

/** The week that is not over, for the leads and admins: the same figures, in a window of their own. */
export function weekWindow(
  { week, figures, zone }: ReadWeek,
  { settings, ...named }: Named & { settings: Settings },
): Modal {
  const themes: Theme[] = themesOf(figures);
  const told: KnownBlock[] = themes.flatMap(
    (theme) => themeMessage(theme, thisWeek, figures, { ...named, settings }).plainer,
  );
  return readingModal('This week so far', [
    section(headline(weekName(week, zone), figures)),
    section(promiseLines(figures).join('\n')),
    ...actions(rowsButtons(thisWeek, figures, ['late', 'owed'])),
    ...told,
  ]);
}
