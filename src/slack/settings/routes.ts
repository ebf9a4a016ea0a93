import type { Routes } from '../conversation.ts';
import { openHolidays, proposeFor, submitHolidays } from './holidays.ts';
import { openSetup, submitSetup } from './setup.ts';

export const settingsRoutes = {
  commands: { holidays: openHolidays, setup: openSetup },
  actions: {
    'holidays.propose-marketing': proposeFor('marketing'),
    'holidays.propose-it': proposeFor('it'),
  },
  submissions: { holidays: submitHolidays, settings: submitSetup },
} satisfies Routes;
