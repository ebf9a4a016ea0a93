import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Given } from '../../src/sandbox/driver/element-value.ts';
import type { Fields } from '../../src/sandbox/json.ts';
import { call } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp();
});
afterEach(async () => {
  expect(app.sandbox.violations).toEqual([]);
  await app.close();
});

const words = (text: string) => ({ type: 'plain_text', text, emoji: true });
const option = (value: string) => ({ text: words(value.toUpperCase()), value });
const options = [option('a'), option('b')];
const user = { id: 'U00000MIA', username: 'mia', name: 'mia', team_id: expect.stringMatching(/^T0/) };

test('a command, field by field', async () => {
  await app.sandbox.person('mia').slash('/desk', 'a & <b> @tom', { in: '#marketing' });
  const { sandbox } = app;
  expect(app.received[0]?.payload).toEqual({
    token: expect.any(String),
    team_id: sandbox.teamId,
    team_domain: expect.any(String),
    channel_id: 'C0MARKETING',
    channel_name: 'marketing',
    user_id: 'U00000MIA',
    user_name: 'mia',
    command: '/desk',
    text: 'a &amp; &lt;b&gt; @tom',
    api_app_id: sandbox.appId,
    is_enterprise_install: 'false',
    response_url: expect.stringContaining(sandbox.url),
    trigger_id: expect.any(String),
  });
});

test('with should_escape, names become ids', async () => {
  await app.sandbox.person('mia').slash('/desk-escaped', 'ask @tom in #marketing, <b>');
  expect(app.received[0]?.payload.text).toBe('ask <@U00000TOM|tom> in <#C0MARKETING|marketing>, &lt;b&gt;');
});

/** Element, what the person gives, what `view.state.values` then holds. */
const inputs: [Fields, Given, Fields][] = [
  [{ type: 'plain_text_input' }, 'a & <b>', { value: 'a & <b>' }],
  [{ type: 'email_text_input' }, 'mia@example.com', { value: 'mia@example.com' }],
  [{ type: 'url_text_input' }, 'https://example.com', { value: 'https://example.com' }],
  [{ type: 'number_input', is_decimal_allowed: true }, 1.5, { value: '1.5' }],
  [{ type: 'datepicker' }, '2026-03-20', { selected_date: '2026-03-20' }],
  [{ type: 'timepicker' }, '09:30', { selected_time: '09:30' }],
  [{ type: 'datetimepicker' }, 1_774_000_000, { selected_date_time: 1_774_000_000 }],
  [{ type: 'static_select', options }, 'B', { selected_option: option('b') }],
  [{ type: 'radio_buttons', options }, 'b', { selected_option: option('b') }],
  [{ type: 'checkboxes', options }, ['A', 'B'], { selected_options: options }],
  [{ type: 'multi_static_select', options }, ['A'], { selected_options: [option('a')] }],
  [{ type: 'external_select', min_query_length: 1 }, 'A', { selected_option: option('a') }],
  [{ type: 'multi_external_select', min_query_length: 1 }, ['B'], { selected_options: [option('b')] }],
  [{ type: 'users_select' }, 'tom', { selected_user: 'U00000TOM' }],
  [{ type: 'multi_users_select' }, ['tom', 'ben'], { selected_users: ['U00000TOM', 'U00000BEN'] }],
  [{ type: 'conversations_select' }, '#marketing', { selected_conversation: 'C0MARKETING' }],
  [{ type: 'multi_conversations_select' }, ['#marketing'], { selected_conversations: ['C0MARKETING'] }],
  [{ type: 'channels_select' }, '#general', { selected_channel: 'C0GENERAL' }],
  [{ type: 'multi_channels_select' }, ['#general'], { selected_channels: ['C0GENERAL'] }],
  [
    { type: 'rich_text_input' },
    'hi @tom',
    {
      rich_text_value: {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'hi ' },
              { type: 'user', user_id: 'U00000TOM' },
            ],
          },
        ],
      },
    },
  ],
  [
    { type: 'file_input' },
    [{ name: 'a.csv', content: '1,2' }],
    {
      files: [
        expect.objectContaining({
          id: expect.any(String),
          name: 'a.csv',
          size: 3,
          mimetype: 'text/csv',
          url_private: expect.any(String),
        }),
      ],
    },
  ],
];

test('every input, filled and empty, in view.state.values', async () => {
  const blocks = inputs.map(([element], index) => ({
    type: 'input',
    block_id: `b${index}`,
    optional: true,
    label: words(`Label ${index}`),
    element: { action_id: 'x', ...element },
  }));
  const view = {
    type: 'modal',
    callback_id: 'all',
    private_metadata: 'm',
    title: words('All'),
    submit: words('Send'),
    blocks,
  };
  app.answers = async ({ command, type, trigger_id }) => {
    if (command !== undefined) await call(app.sandbox, 'views.open', { trigger_id, view });
    return type === 'block_suggestion'
      ? { options }
      : type === 'view_submission'
        ? { response_action: 'update', view }
        : undefined;
  };
  const mia = app.sandbox.person('mia');
  await mia.slash('/desk');
  const form = await mia.modal();
  await form.submit();
  for (const [index, [, given]] of inputs.entries()) await form.fill({ [`b${index}`]: given });
  await form.submit();

  const [empty, full] = app.of('view_submission');
  expect(full).toMatchObject({
    type: 'view_submission',
    user,
    team: { id: app.sandbox.teamId },
    api_app_id: app.sandbox.appId,
    trigger_id: expect.any(String),
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
    view: {
      id: form.id,
      type: 'modal',
      callback_id: 'all',
      private_metadata: 'm',
      app_id: app.sandbox.appId,
      hash: expect.any(String),
      root_view_id: form.id,
      previous_view_id: null,
      state: {
        values: Object.fromEntries(
          inputs.map(([{ type }, , held], index) => [`b${index}`, { x: { type, ...held } }]),
        ),
      },
    },
  });
  const nothing = (value: unknown) => (Array.isArray(value) ? [] : null);
  expect(empty).toMatchObject({
    view: {
      state: {
        values: Object.fromEntries(
          inputs.map(([{ type }, , held], index) => {
            const cleared = Object.entries(held).map(([name, value]) => [name, nothing(value)]);
            return [`b${index}`, { x: { type, ...Object.fromEntries(cleared) } }];
          }),
        ),
      },
    },
  });
});

test('a button in a message', async () => {
  const blocks = [
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        { type: 'button', action_id: 'take', text: words('Take it'), value: '7', style: 'primary' },
        { type: 'static_select', action_id: 'size', options },
      ],
    },
  ];
  const { ts } = await call(app.sandbox, 'chat.postMessage', { channel: 'C0ITTRIAGE', text: 'card', blocks });
  const tom = app.sandbox.person('tom');
  const card = await tom.waitForMessage({ in: '#it-triage' });
  await card.choose('size', 'A');
  await card.click('Take it');
  const [chosen, pressed] = app.of('block_actions');
  expect(chosen?.actions).toEqual([
    {
      type: 'static_select',
      action_id: 'size',
      block_id: 'row',
      selected_option: option('a'),
      action_ts: expect.any(String),
    },
  ]);
  expect(pressed).toMatchObject({
    container: { type: 'message', message_ts: ts, channel_id: 'C0ITTRIAGE', is_ephemeral: false },
    channel: { id: 'C0ITTRIAGE', name: 'privategroup' },
    message: { ts, text: 'card', bot_id: expect.any(String) },
    state: { values: { row: { size: { type: 'static_select', selected_option: option('a') } } } },
    response_url: expect.any(String),
    trigger_id: expect.any(String),
    actions: [
      {
        type: 'button',
        action_id: 'take',
        block_id: 'row',
        text: words('Take it'),
        value: '7',
        style: 'primary',
        action_ts: expect.any(String),
      },
    ],
  });
});

test('shortcuts, on a message and anywhere', async () => {
  const tom = app.sandbox.person('tom');
  await tom.shortcut('new_request');
  const said = await tom.says('#it-triage', 'help');
  await said.shortcut('from_message');
  expect(app.of('shortcut')).toMatchObject([
    { callback_id: 'new_request', trigger_id: expect.any(String), action_ts: expect.any(String) },
  ]);
  expect(app.of('message_action')).toMatchObject([
    {
      callback_id: 'from_message',
      message_ts: said.ts,
      message: { text: 'help', user: 'U00000TOM' },
      channel: { id: 'C0ITTRIAGE' },
      response_url: expect.any(String),
    },
  ]);
});
