import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { accessibilityFaults, launchChromium, openPage, pressUnderPointer } from '../../support/chromium.ts';
import { call } from '../raw-api.ts';
import { type RawApp, rawApp } from '../raw-app.ts';
import { everyBlock } from './every-block.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const words = (text: string) => ({ type: 'plain_text', text, emoji: true });
const ask = {
  ...{ type: 'modal', callback_id: 'ask', title: words('Ask'), submit: words('Send') },
  blocks: [
    {
      ...{ type: 'input', block_id: 'what', label: words('What do you need?') },
      element: { type: 'plain_text_input', action_id: 'x' },
    },
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'deeper', text: words('One step deeper') }],
    },
  ],
};

async function openSandbox(query: string, ackWithin = 3000): Promise<{ app: RawApp; page: Page }> {
  const app = await rawApp({ rateLimits: false, ackWithin });
  onTestFinished(() => app.close());
  return { app, page: await openPage(browser, `${app.sandbox.url}/${query}`) };
}

async function write(page: Page, box: RegExp | string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: box });
  await field.fill(text);
  await field.press('Enter');
}

test('two people talk: mentions, emoji, edits, threads, and a message that goes again', async () => {
  const { page } = await openSandbox('?as=U00000MIA&at=C0GENERAL&with=U00000TOM&with_at=C0ITTRIAGE');
  const mia = page.getByRole('region', { name: /Mia Winter/ });
  const tom = page.getByRole('region', { name: /Tom Hughes/ });

  const box = mia.getByRole('textbox', { name: 'Message #general' });
  await box.pressSequentially('Hello @to');
  await mia.getByRole('option', { name: /Tom Hughes/, selected: true }).waitFor();
  await box.press('Enter');
  await expect.poll(() => box.inputValue()).toContain('Tom Hughes ');
  await box.pressSequentially('is *this* <b>safe</b>? :tada:');
  await mia.getByRole('option').first().waitFor({ state: 'detached' });
  await box.press('Enter');
  await mia.getByRole('article').filter({ hasText: 'safe' }).waitFor();
  await tom.getByRole('button', { name: /You were mentioned/ }).click();
  const hers = tom.getByRole('article').filter({ hasText: 'safe' });
  expect(await hers.textContent()).toContain('<b>safe</b>? 🎉');

  await pressUnderPointer(hers, 'Add reaction');
  await page.getByRole('searchbox', { name: 'Search emoji' }).fill('eyes');
  await page
    .getByRole('dialog', { name: 'Emoji picker' })
    .getByRole('button', { name: 'eyes', exact: true })
    .click();
  await mia.getByRole('button', { name: /eyes, 1: Tom Hughes/ }).click();
  await tom.getByRole('button', { name: /eyes, 2: you and Mia Winter/ }).click();
  await mia.getByRole('button', { name: /eyes, 1: you/ }).waitFor();

  await pressUnderPointer(hers, 'Reply in thread');
  await write(page, 'Reply…', 'Quite safe');
  await mia.getByRole('button', { name: /1 reply/ }).click();
  await mia.getByRole('complementary', { name: 'Thread' }).getByText('Quite safe').waitFor();
  for (const pane of [mia, tom]) await pane.getByRole('button', { name: 'Back to the conversation' }).click();

  const own = mia.getByRole('article').filter({ hasText: 'safe' });
  await pressUnderPointer(own, 'More actions');
  await page.getByRole('menuitem', { name: 'Edit message' }).click();
  await write(page, 'Edit message', 'Never mind');
  await tom.getByText('(edited)').first().waitFor();
  const edited = mia.getByRole('article').filter({ hasText: 'Never mind' });
  await pressUnderPointer(edited, 'More actions');
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await mia.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await edited.waitFor({ state: 'detached' });
});

test('windows: three deep, faults at their fields, an answer that comes too late', async () => {
  // Long enough for the answers that come, however busy the machine is.
  const { app, page } = await openSandbox('?as=U00000MIA&at=C0GENERAL', 1500);
  app.answers = async ({ command, type, trigger_id, view }) => {
    if (command !== undefined) await call(app.sandbox, 'views.open', { trigger_id, view: ask });
    if (type === 'block_actions') await call(app.sandbox, 'views.push', { trigger_id, view: ask });
    if (type !== 'view_submission') return undefined;
    const said = JSON.stringify(view);
    if (said.includes('never')) return 'silence';
    return said.includes('rude')
      ? { response_action: 'errors', errors: { what: 'Say it more kindly.' } }
      : '';
  };
  await write(page, 'Message #general', '/desk');
  const dialog = page.getByRole('dialog', { name: 'Ask' });
  for (const step of ['Step 2', 'Step 3']) {
    await dialog.getByRole('button', { name: 'One step deeper' }).click();
    await dialog.getByText(step).waitFor();
  }
  await page.keyboard.press('Escape');
  await dialog.getByText('Step 2').waitFor();
  const field = dialog.getByLabel('What do you need?');
  await field.fill('something rude');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Say it more kindly.').waitFor();
  expect(await field.inputValue()).toBe('something rude');
  await field.fill('never mind');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByRole('alert').textContent()).toContain('trouble connecting');
  await dialog.getByRole('button', { name: 'Close dialog' }).click();
  await dialog.waitFor({ state: 'detached' });

  app.answers = () => 'silence';
  await write(page, 'Message #general', '/desk');
  await page
    .getByRole('alert')
    .getByText(/did not respond/)
    .waitFor();
});

test('the developer tools: traffic that can be filtered and copied, the clock, faults', async () => {
  const { app, page } = await openSandbox('?as=U00000TOM&at=C0ITTRIAGE');
  await call(app.sandbox, 'chat.postMessage', { channel: 'C0ITTRIAGE', text: 'A card' });
  await call(app.sandbox, 'chat.postMessage', { channel: 'C0NOWHERE', text: 'Lost' });
  await page.getByRole('button', { name: 'Developer tools' }).click();
  const filter = page.getByRole('searchbox', { name: 'Filter the traffic' });
  await page.getByRole('button', { name: /channel_not_found/ }).waitFor();
  await filter.fill('a card');
  await page.getByRole('button', { name: /channel_not_found/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /chat\.postMessage ok/ }).click();
  await page.getByRole('button', { name: 'Copy as fixture' }).click();
  await page.getByText('Copied chat.postMessage as a fixture.').waitFor();
  expect(JSON.parse(await page.evaluate('navigator.clipboard.readText()'))).toEqual({
    ...{ direction: 'app-to-slack', name: 'chat.postMessage', result: 'ok' },
    payload: expect.objectContaining({ channel: 'C0ITTRIAGE', text: 'A card' }),
  });
  await filter.fill('');
  await page.getByLabel('Only what failed').check();
  await page.getByRole('button', { name: /channel_not_found/ }).waitFor();
  await page.getByLabel('Direction').selectOption('slack-to-app');
  await page.getByText('Nothing to show yet.').waitFor();

  await page.getByRole('tab', { name: 'Clock' }).click();
  await page.getByRole('button', { name: 'It is now Friday 17:00' }).click();
  await page.getByRole('button', { name: /Clock: Fri 5:00/ }).waitFor();
  expect(new Date(app.clock.now()).getUTCDay()).toBe(5);

  await page.getByRole('tab', { name: 'Faults' }).click();
  const faults = [
    { kind: 'error', fields: {}, said: /Slack error/ },
    { kind: 'rate-limit', fields: { 'Retry-After (seconds, empty for none)': '7' }, said: /HTTP 429.*7/ },
    { kind: 'visible-late', fields: { Milliseconds: '2000' }, said: /late.*2000/ },
    { kind: 'revoke-token', fields: {}, said: /Revoke the token/ },
  ];
  for (const { kind, fields, said } of faults) {
    await page.getByLabel('Fault', { exact: true }).selectOption(kind);
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value ?? '');
    await page.getByRole('button', { name: 'Order this fault' }).click();
    await page.getByRole('listitem').filter({ hasText: said }).waitFor();
  }
  expect(await call(app.sandbox, 'auth.test')).toMatchObject({ error: 'token_revoked' });
  await page.getByLabel('Fault', { exact: true }).selectOption('archive');
  await page.getByLabel('Channel', { exact: true }).selectOption({ label: '#it-triage' });
  await page.getByRole('button', { name: 'Order this fault' }).click();
  await page.getByText('This channel has been archived.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take all back' }).click();
  await page.getByText('No fault is in force.').waitFor();
  await page.getByRole('textbox', { name: 'Message #it-triage' }).waitFor();
  expect(await call(app.sandbox, 'auth.test')).toMatchObject({ ok: true });
});

test('every block renders, and everybody can use what is on the screen', async () => {
  const { app, page } = await openSandbox('?as=U00000TOM&at=C0ITTRIAGE');
  for (const [index, blocks] of everyBlock.entries()) {
    const posted = await call(app.sandbox, 'chat.postMessage', {
      ...{ channel: 'C0ITTRIAGE', text: `Blocks ${index}` },
      blocks,
    });
    expect(posted).not.toHaveProperty('error');
  }
  const newest = page.getByRole('article').nth(everyBlock.length - 1);
  await newest.waitFor();
  for (const seen of ['Requests a week', 'By kind', 'Renewals', 'A card', 'Details', 'A plan']) {
    await page.getByText(seen, { exact: true }).first().waitFor();
  }
  expect(await page.getByRole('table').count()).toBeGreaterThanOrEqual(2);
  expect(await accessibilityFaults(page)).toEqual([]);
});
