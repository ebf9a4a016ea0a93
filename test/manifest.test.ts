import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { eventRoutes } from '../src/slack/events.ts';
import { command, routes } from '../src/slack/routes.ts';
import { helpMessage, helpSeats } from '../src/slack/wording/help.ts';

const root = resolve(import.meta.dirname, '..');

const manifest = z
  .object({
    _metadata: z.object({ major_version: z.literal(1) }),
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(175).max(4000),
    }),
    features: z.object({
      bot_user: z.object({ display_name: z.string().max(80) }),
      slash_commands: z
        .array(
          z.object({
            command: z.string().min(2).max(32).startsWith('/'),
            description: z.string().max(2000),
            usage_hint: z.string().max(1000),
          }),
        )
        .max(50),
      shortcuts: z
        .array(
          z.object({ name: z.string().max(24), description: z.string().max(150), callback_id: z.string() }),
        )
        .max(10)
        .optional(),
    }),
    oauth_config: z.object({
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).max(100) }) }),
  })
  .parse(parse(readFileSync(join(root, 'manifest.yml'), 'utf8')));

const events = manifest.settings.event_subscriptions.bot_events;
const { bot, bot_optional: optional } = manifest.oauth_config.scopes;

/** Any one of a method's scopes is enough, for the kind of conversation that it names. https://docs.slack.dev/reference/methods */
const history = ['channels:history', 'groups:history', 'im:history'];
const reading = ['channels:read', 'groups:read'];
const scopesOfMethods: Record<string, readonly string[]> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': history,
  'conversations.info': reading,
  'conversations.members': reading,
  'conversations.open': ['im:write'],
  'conversations.replies': history,
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'reactions.get': ['reactions:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const scopesOfEvents: Record<string, readonly string[]> = {
  app_home_opened: [],
  file_deleted: ['files:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
};

const called = new Set(
  globSync('src/{slack,app.ts,main.ts,usecases,jobs}/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bclient\.((?:\w+\.)+\w+)\(/g)].map(
      ([, method = '']) => method,
    ),
  ),
);

test('the command of the manifest is the command that is answered', () => {
  expect(manifest.features.slash_commands.map((each) => each.command)).toEqual([command]);
});

test('the usage hint names subcommands that there are, and the help all of them', () => {
  const [hint = ''] = manifest.features.slash_commands.map(({ usage_hint: usage }) => usage);
  const named = hint.split(' | ').map((usage) => (usage.startsWith('[') ? '' : usage.split(' ', 1)[0]));
  const answered = Object.keys(routes.commands);
  expect(answered).toEqual(expect.arrayContaining(named));
  const help = helpSeats.map((seat) => JSON.stringify(helpMessage(seat).blocks)).join(' ');
  const unexplained = answered.filter((word) => !new RegExp(`[\`\\s]${word}[\`\\s]`).test(help));
  expect(unexplained.filter((word) => word !== '' && word !== 'help')).toEqual([]);
});

test('every event that is asked for is handled, and the other way round', () => {
  const types = events.map((event) => event.replace(/^message\..*/, 'message'));
  expect([...new Set(types)].sort()).toEqual(Object.keys(eventRoutes).sort());
});

test('every method that is called is known here', () => {
  expect([...called].filter((method) => !scopesOfMethods[method])).toEqual([]);
  expect(Object.keys(scopesOfMethods).filter((method) => !called.has(method))).toEqual([]);
});

test('every method and event has a scope in the manifest', () => {
  const granted = new Set([...bot, ...optional]);
  const wanting = [...called].filter((method) => {
    const scopes = scopesOfMethods[method] ?? [];
    return scopes.length > 0 && !scopes.some((scope) => granted.has(scope));
  });
  expect(wanting).toEqual([]);
  expect(events.filter((event) => !scopesOfEvents[event]?.every((scope) => granted.has(scope)))).toEqual([]);
});

test('every scope in the manifest is needed by something', () => {
  const needed = new Set([
    'commands',
    ...[...called].flatMap((method) => scopesOfMethods[method] ?? []),
    ...events.flatMap((event) => scopesOfEvents[event] ?? []),
  ]);
  expect([...bot, ...optional].filter((scope) => !needed.has(scope))).toEqual([]);
});
