import { agreementRoutes } from './agreement/routes.ts';
import { checkRoutes } from './checks/routes.ts';
import type { Routes } from './conversation.ts';
import { digestRoutes } from './digest/routes.ts';
import { exportRoutes } from './export/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { intakeRoutes } from './intake/routes.ts';
import { noticesRoutes } from './notices/window.ts';
import { promiseRoutes } from './promises/routes.ts';
import { pulseRoutes } from './pulse/routes.ts';
import { roadmapRoutes } from './roadmap/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { askForChangeRoutes } from './stack/ask-for-change.ts';
import { importRoutes } from './stack/import-routes.ts';
import { renewalRoutes } from './stack/renewal-routes.ts';
import { reviewRoutes } from './stack/review-routes.ts';
import { stackRoutes } from './stack/routes.ts';
import { termsRoutes } from './terms/routes.ts';
import { triageRoutes } from './triage/routes.ts';

/** The slash command, as in the manifest. What stands behind it chooses one of `commands` below. */
export const command = '/martech-request';

/**
 * All that the app answers, by conversation. What it hears without being asked (emoji, replies, an opened App Home) is
 * in `events.ts`.
 */
export const routes: Required<Routes> = joined([
  intakeRoutes,
  triageRoutes,
  agreementRoutes,
  checkRoutes,
  exportRoutes,
  homeRoutes,
  noticesRoutes,
  promiseRoutes,
  pulseRoutes,
  settingsRoutes,
  stackRoutes,
  renewalRoutes,
  askForChangeRoutes,
  importRoutes,
  roadmapRoutes,
  reviewRoutes,
  termsRoutes,
  digestRoutes,
]);

/** Throws if two conversations would answer the same thing: one of them would never be heard. */
function joined(conversations: readonly Routes[]): Required<Routes> {
  return {
    commands: union(conversations.map(({ commands = {} }) => commands)),
    shortcuts: union(conversations.map(({ shortcuts = {} }) => shortcuts)),
    actions: union(conversations.map(({ actions = {} }) => actions)),
    options: union(conversations.map(({ options = {} }) => options)),
    submissions: union(conversations.map(({ submissions = {} }) => submissions)),
  };
}

function union<Handler>(tables: readonly Record<string, Handler>[]): Record<string, Handler> {
  const all = new Map<string, Handler>();
  for (const [id, handler] of tables.flatMap((table) => Object.entries(table))) {
    if (all.has(id)) throw new Error(`two conversations answer ${id || 'the bare command'}`);
    all.set(id, handler);
  }
  return Object.fromEntries(all);
}
