import type { Routes } from '../conversation.ts';
import { openSetup, submitSetup } from './setup.ts';

export const settingsRoutes = {
  commands: { setup: openSetup },
  submissions: { settings: submitSetup },
} satisfies Routes;
