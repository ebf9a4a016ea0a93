import { App, type Receiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import type { ActionHandler, CommandHandler, Routes } from '../../src/slack/conversation.ts';
import { noticeModal, tell } from '../../src/slack/kit/notice.ts';
import { listen } from '../../src/slack/listener.ts';
import { quietLogger } from '../support/quiet-logger.ts';
import { openDesk } from './support/desk.ts';

const portless: Receiver = { init() {}, async start() {}, async stop() {} };

/** Bolt with nothing but these handlers, and what is logged meanwhile. */
async function openListener(routes: Partial<Required<Routes>>, client = new WebClient('xoxb-1')) {
  const { desk } = await openDesk();
  const logged: { level: string; message: string; facts: object }[] = [];
  const keep = (level: string) => (facts: object, message: string) => {
    logged.push({ level, message, facts });
  };
  const log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  const realClock = createClock(() => 0);
  const app = new App({
    ...{ receiver: portless, token: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' },
    ...{ tokenVerificationEnabled: false, convoStore: false, logger: quietLogger },
  });
  listen(app, {
    desk: { ...desk, log },
    client,
    command: '/desk',
    routes: { commands: {}, shortcuts: {}, actions: {}, options: {}, submissions: {}, ...routes },
    realClock,
  });
  const acks: unknown[] = [];
  const send = (body: object) =>
    app.processEvent({ body: { team_id: 'T1', ...body }, ack: async (reply) => void acks.push(reply) });
  return { send, acks, logged, realClock };
}

const command = {
  ...{ command: '/desk', text: '', user_id: 'UMIA', channel_id: 'C1', trigger_id: '1.1' },
};

test('who waits too long is told so in time, and what it came to is in the log', async () => {
  let fail = (_error: Error) => {};
  const handler: CommandHandler = () =>
    new Promise((_resolve, reject) => {
      fail = reject;
    });
  const { send, acks, logged, realClock } = await openListener({ commands: { '': handler } });
  const sending = send(command);
  await new Promise((resolve) => setImmediate(resolve));
  realClock.moveBy(2800);
  await sending;
  expect(JSON.stringify(acks)).toContain('takes longer than Slack waits');
  expect(logged).toMatchObject([{ level: 'warn', message: 'a handler takes longer than Slack waits' }]);

  fail(new Error('the cable was cut'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(logged.at(-1)).toMatchObject({ level: 'error', message: 'a handler failed' });
});

test('so is who waits for a window that Slack does not open', async () => {
  const { promise: asked, resolve: hear } = Promise.withResolvers<void>();
  const silent = new WebClient('xoxb-1', {
    async fetch() {
      hear();
      return new Promise(() => {});
    },
  });
  const modal = noticeModal({ text: 'A window', blocks: [] });
  const handler: CommandHandler = async () => ({ kind: 'open', modal });
  const { send, acks, logged, realClock } = await openListener({ commands: { '': handler } }, silent);
  const sending = send(command);
  await asked;
  realClock.moveBy(2800);
  await sending;
  expect(JSON.stringify(acks)).toContain('Slack did not open the window in time');
  expect(logged).toMatchObject([
    { level: 'warn', message: 'Slack takes longer to open a modal than it waits' },
  ]);
});

test('a handler is told of the window that a button stands in, and App Home is none', async () => {
  const windows: unknown[] = [];
  const handler: ActionHandler = async ({ view }) => {
    windows.push(view);
    return { kind: 'nothing' };
  };
  const { send } = await openListener({ actions: { press: handler } });
  const view = { id: 'V1', hash: '1.a', callback_id: '', private_metadata: '{}', state: { values: {} } };
  const pressed = {
    ...{ type: 'block_actions', user: { id: 'UMIA' }, team: { id: 'T1' }, trigger_id: '1.2' },
    ...{ container: { type: 'view' }, actions: [{ action_id: 'press', block_id: 'b', action_ts: '1.3' }] },
  };
  await send({ ...pressed, view: { ...view, type: 'home', blocks: [] } });
  await send({ ...pressed, view: { ...view, type: 'modal', blocks: [] } });
  expect(windows).toEqual([null, { id: 'V1', metadata: '{}', values: {} }]);
});

test('a bug becomes a reference that the person and the log share', async () => {
  const handler: CommandHandler = async ({ words }) => {
    if (words === 'bug') throw new Error('what nobody thought of');
    return tell('fine');
  };
  const { send, acks, logged } = await openListener({ commands: { '': handler } });
  await send({ ...command, text: 'bug' });
  const reference = logged.flatMap(({ facts }) => ('reference' in facts ? [String(facts.reference)] : []))[0];
  expect(reference).toBeTruthy();
  expect(JSON.stringify(acks)).toContain(reference);
});
