import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { createClock, type MovableClock } from '../../src/clock.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';

/** A small manifest with one of everything. */
export const manifest = {
  display_information: { name: 'Desk' },
  features: {
    app_home: { home_tab_enabled: true },
    bot_user: { display_name: 'Desk' },
    slash_commands: [
      { command: '/desk', description: 'Ask the desk', usage_hint: '[words]' },
      { command: '/desk-escaped', description: 'Names become ids', should_escape: true },
    ],
    shortcuts: [
      { name: 'New request', type: 'global', callback_id: 'new_request', description: 'Ask' },
      { name: 'Make it a request', type: 'message', callback_id: 'from_message', description: 'Ask' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'chat:write',
        'commands',
        'im:write',
        'im:read',
        'im:history',
        'channels:read',
        'channels:history',
        'channels:join',
        'groups:read',
        'groups:history',
        'users:read',
        'usergroups:read',
        'reactions:read',
        'reactions:write',
        'files:read',
        'files:write',
        'team:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'message.im',
        'message.channels',
        'message.groups',
        'reaction_added',
        'reaction_removed',
        'member_joined_channel',
      ],
    },
    interactivity: { is_enabled: true },
  },
};

export interface Desk {
  sandbox: Sandbox;
  app: App;
  clock: MovableClock;
  close(): Promise<void>;
}

/** Quiet, and told apart from a failure: what a test wants to know it asserts. */
const quiet = { logLevel: LogLevel.ERROR };

export async function socketDesk(options: Partial<SandboxOptions> = {}): Promise<Desk> {
  const clock = createClock(Date.now);
  const sandbox = await startSandbox({ clock, manifest, delivery: { mode: 'socket' }, ...options });
  const app = new App({
    ...quiet,
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
  });
  await app.start();
  return {
    sandbox,
    app,
    clock,
    async close() {
      await app.stop();
      await sandbox.close();
    },
  };
}

export async function httpDesk(options: Partial<SandboxOptions> = {}): Promise<Desk> {
  const clock = createClock(Date.now);
  const sandbox = await startSandbox({ clock, manifest, delivery: { mode: 'http' }, ...options });
  const receiver = new HTTPReceiver({ ...quiet, signingSecret: sandbox.signingSecret });
  const app = new App({
    ...quiet,
    receiver,
    token: sandbox.botToken,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
  });
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server && 'address' in server ? server.address() : null;
  if (typeof address !== 'object' || address === null) throw new Error('the receiver does not listen');
  sandbox.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  return {
    sandbox,
    app,
    clock,
    async close() {
      await app.stop();
      await sandbox.close();
    },
  };
}
