import type { Routes } from '../conversation.ts';
import { openOrGoOn } from '../intake/draft.ts';
import { showFound } from '../intake/look-up.ts';
import { openSetup } from '../settings/setup.ts';
import { openCard } from './card-window.ts';
import { openGive, submitGive } from './give-several.ts';
import { turnPage } from './lists.ts';
import { openQueue, queueActions } from './queue-window.ts';

export const homeRoutes = {
  commands: { triage: openQueue },
  actions: {
    ...queueActions,
    'queue.give': openGive,
    'home.start': openOrGoOn,
    'home.show': showFound,
    'home.card': openCard,
    'home.earlier': turnPage,
    'home.later': turnPage,
    'home.set-up': openSetup,
  },
  submissions: { 'queue.give': submitGive },
} satisfies Routes;
