import type { Routes } from '../conversation.ts';
import { openHolidays, submitHolidays } from './holidays.ts';
import { openSetup, submitSetup } from './setup.ts';

export const settingsRoutes = {
  commands: { holidays: openHolidays, setup: openSetup },
  submissions: { holidays: submitHolidays, settings: submitSetup },
} satisfies Routes;
