import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Fields } from '../../../src/sandbox/json.ts';
import { accessibilityFaults, choose, launchChromium, openPage } from '../../support/chromium.ts';
import { call } from '../raw-api.ts';
import { rawApp } from '../raw-app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const words = (text: string) => ({ type: 'plain_text', text, emoji: true });
const option = (value: string) => ({ text: words(value), value: value.toLowerCase() });
const options = [option('Alpha'), option('Beta')];
const type = (text: string) => (dialog: Locator, label: string) =>
  dialog.getByLabel(label, { exact: true }).fill(text);

interface Case {
  element: Fields;
  fill(dialog: Locator, label: string, page: Page): Promise<unknown>;
  /** As `view.state.values` holds it: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
  held: Fields;
}

/** A quarter past ten on an April day in Mia's Berlin. */
const exactly = Date.UTC(2026, 3, 2, 8, 15) / 1000;

const picks =
  (...names: (string | RegExp)[]) =>
  (_dialog: Locator, label: string, page: Page) =>
    choose(page, label, ...names);

/** Every element that takes input, by its label. */
const cases: Record<string, Case> = {
  Line: { element: { type: 'plain_text_input' }, fill: type('a & <b>'), held: { value: 'a & <b>' } },
  Mail: {
    element: { type: 'email_text_input' },
    fill: type('a@example.com'),
    held: { value: 'a@example.com' },
  },
  Address: {
    element: { type: 'url_text_input' },
    fill: type('https://x.example'),
    held: { value: 'https://x.example' },
  },
  Number: {
    element: { type: 'number_input', is_decimal_allowed: true },
    fill: type('1.5'),
    held: { value: '1.5' },
  },
  Day: { element: { type: 'datepicker' }, fill: type('2026-04-01'), held: { selected_date: '2026-04-01' } },
  Hour: { element: { type: 'timepicker' }, fill: type('09:30'), held: { selected_time: '09:30' } },
  Instant: {
    element: { type: 'datetimepicker' },
    async fill(dialog) {
      await dialog.getByLabel('Instant, date').fill('2026-04-02');
      await dialog.getByLabel('Instant, time').fill('10:15');
    },
    held: { selected_date_time: exactly },
  },
  Select: {
    element: { type: 'static_select', options },
    fill: picks('Beta'),
    held: { selected_option: option('Beta') },
  },
  Radio: {
    element: { type: 'radio_buttons', options },
    fill: (dialog) => dialog.getByRole('radio', { name: 'Beta' }).check(),
    held: { selected_option: option('Beta') },
  },
  Boxes: {
    element: { type: 'checkboxes', options },
    async fill(dialog) {
      for (const name of ['Alpha', 'Beta']) await dialog.getByRole('checkbox', { name }).check();
    },
    held: { selected_options: options },
  },
  'Multi select': {
    element: { type: 'multi_static_select', options },
    fill: picks('Alpha'),
    held: { selected_options: [option('Alpha')] },
  },
  External: {
    element: { type: 'external_select', min_query_length: 0 },
    fill: picks('Alpha'),
    held: { selected_option: option('Alpha') },
  },
  'Multi external': {
    element: { type: 'multi_external_select', min_query_length: 0 },
    fill: picks('Beta'),
    held: { selected_options: [option('Beta')] },
  },
  Person: { element: { type: 'users_select' }, fill: picks(/Tom/), held: { selected_user: 'U00000TOM' } },
  People: {
    element: { type: 'multi_users_select' },
    fill: picks(/Tom/, /Ben/),
    held: { selected_users: ['U00000TOM', 'U00000BEN'] },
  },
  Conversation: {
    element: { type: 'conversations_select' },
    fill: picks(/general/),
    held: { selected_conversation: 'C0GENERAL' },
  },
  Conversations: {
    element: { type: 'multi_conversations_select' },
    fill: picks(/general/),
    held: { selected_conversations: ['C0GENERAL'] },
  },
  Channel: {
    element: { type: 'channels_select' },
    fill: picks(/general/),
    held: { selected_channel: 'C0GENERAL' },
  },
  Channels: {
    element: { type: 'multi_channels_select' },
    fill: picks(/general/),
    held: { selected_channels: ['C0GENERAL'] },
  },
  Story: {
    element: { type: 'rich_text_input' },
    fill: type('hi *you*\n- one\n- two'),
    held: {
      rich_text_value: {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'hi ' },
              { type: 'text', text: 'you', style: { bold: true } },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: ['one', 'two'].map((text) => ({
              type: 'rich_text_section',
              elements: [{ type: 'text', text }],
            })),
          },
        ],
      },
    },
  },
  File: {
    element: { type: 'file_input' },
    async fill(dialog, label) {
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2') };
      await dialog.getByLabel(label, { exact: true }).setInputFiles(file);
      await dialog.getByText('a.csv').waitFor();
    },
    held: {
      files: [
        expect.objectContaining({ id: expect.any(String), name: 'a.csv', size: 3, mimetype: 'text/csv' }),
      ],
    },
  },
};

test('every input, through the page, sends what Slack’s documentation shows', async () => {
  const app = await rawApp();
  onTestFinished(() => app.close());
  const view = {
    ...{ type: 'modal', callback_id: 'all', title: words('Everything'), submit: words('Send') },
    blocks: Object.entries(cases).map(([label, { element }]) => ({
      ...{ type: 'input', block_id: label, label: words(label) },
      element: { action_id: 'x', ...element },
    })),
  };
  app.answers = async ({ command, type: kind, trigger_id }) => {
    if (command !== undefined) await call(app.sandbox, 'views.open', { trigger_id, view });
    return kind === 'block_suggestion' ? { options } : undefined;
  };
  const page = await openPage(browser, `${app.sandbox.url}/?at=C0GENERAL`);
  await page.getByRole('textbox', { name: 'Message #general' }).fill('/desk');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Everything' });

  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Please complete this required field.').first().waitFor();
  expect(app.of('view_submission')).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);

  for (const [label, { fill }] of Object.entries(cases)) await fill(dialog, label, page);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [submission] = app.of('view_submission');
  expect(submission?.view).toMatchObject({
    state: {
      values: Object.fromEntries(
        Object.entries(cases).map(([label, { element, held }]) => [
          label,
          { x: { type: element.type, ...held } },
        ]),
      ),
    },
  });
  expect(app.sandbox.violations).toEqual([]);
});
