import type { Routes } from '../conversation.ts';
import { askFromHome } from '../intake/intake.ts';
import { showFound } from '../intake/look-up.ts';
import { openSetup } from '../settings/setup.ts';
import { openQueue, queueActions } from './queue-section.ts';

export const homeRoutes = {
  commands: { triage: openQueue },
  actions: { ...queueActions, 'home.start': askFromHome, 'home.show': showFound, 'home.set-up': openSetup },
} satisfies Routes;
