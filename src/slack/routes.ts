import type { Routes } from './conversation.ts';

export const command = '/martech-request';

export const routes: Required<Routes> = { commands: {}, actions: {}, submissions: {} };
