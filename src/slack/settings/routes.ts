import type { Routes } from '../conversation.ts';
import { openEmoji, submitEmoji } from './emoji.ts';
import { openHolidays, proposeFor, submitHolidays } from './holidays.ts';
import { openRouting, submitRouting } from './routing.ts';
import { openSetup, submitSetup } from './setup.ts';

export const settingsRoutes = {
  commands: { holidays: openHolidays, setup: openSetup },
  actions: {
    'settings.routing': openRouting,
    'settings.emoji': openEmoji,
    'holidays.propose-marketing': proposeFor('marketing'),
    'holidays.propose-it': proposeFor('it'),
  },
  submissions: {
    holidays: submitHolidays,
    settings: submitSetup,
    'settings.routing': submitRouting,
    'settings.emoji': submitEmoji,
  },
} satisfies Routes;
