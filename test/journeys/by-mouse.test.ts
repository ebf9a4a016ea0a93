import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../src/sandbox/client-api.ts';
import {
  accessibilityFaults,
  launchChromium,
  openPage,
  pressUnderPointer,
  shot,
} from '../support/chromium.ts';
import { startWithoutTokens } from '../support/plain-start.ts';
import { until } from '../support/until.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function choose(dialog: Locator, field: string, option: RegExp): Promise<void> {
  await dialog.getByRole('combobox', { name: field }).click();
  await dialog.getByRole('option', { name: option }).click();
}

/** The desk fills itself with four weeks while one looks; then it is now. */
async function openDesk(): Promise<Page> {
  const { address } = await startWithoutTokens();
  const page = await openPage(browser, address);
  await page.getByText('Demo data').waitFor();
  await page.getByRole('region', { name: /Ines Rao/ }).waitFor();
  // What the demo's people fill in meanwhile is not for the viewer to see flashing past.
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.goto('about:blank');
  await until(async () => (await announced(address)) === null);
  await page.goto(address);
  return page;
}

async function announced(address: string): Promise<string | null> {
  const snapshot = await fetch(`${address}/client/snapshot`);
  return ((await snapshot.json()) as Snapshot).stage.banner;
}

test('the first journey can be walked by mouse, both sides at once', async () => {
  const page = await openDesk();
  const mia = page.getByRole('region', { name: /Mia Winter/ });
  const ines = page.getByRole('region', { name: /Ines Rao/ });
  const title = 'Sign-up page for the product tour';

  // Whoever begins to type is Mia, on the left.
  await mia.locator('textarea:focus').waitFor();
  await mia.getByRole('tab', { name: 'Home' }).click();
  await mia.getByText('Waiting on you').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await mia.getByRole('tab', { name: 'Messages' }).click();
  await mia.getByRole('textbox', { name: /^Message/ }).fill(`/martech-request ${title}`);
  await mia.getByRole('button', { name: 'Send message' }).click();

  const asking = mia.getByRole('dialog', { name: 'Ask for something' });
  await choose(asking, 'What is it about?', /^A change/);
  await asking.getByText('It is done when').waitFor();
  await asking
    .getByRole('textbox', { name: /What should it achieve/ })
    .fill('Whoever registers lands in the CRM on the same day');
  await shot(page, '1-asking');
  await asking.getByRole('button', { name: 'Send' }).click();

  const hers = mia.getByRole('article').filter({ hasText: title }).first();
  const card = ines.getByRole('article').filter({ hasText: title }).first();
  await hers.getByText('With IT').first().waitFor();
  await card.getByText('waiting for someone to take it').waitFor();
  await shot(page, '2-asked');

  await pressUnderPointer(card, 'Add reaction');
  await ines.getByRole('searchbox', { name: /emoji/i }).fill('eyes');
  const picker = page.getByRole('dialog', { name: 'Emoji picker' });
  await picker.getByRole('button', { name: 'eyes', exact: true }).click();
  await hers.getByText('has it and decides next').waitFor();
  await shot(page, '3-taken');

  await card.getByRole('button', { name: 'Ask…' }).click();
  const question = ines.getByRole('dialog', { name: 'Ask a question' });
  await question.getByRole('textbox').fill('Which field holds the campaign today?');
  await question.getByRole('button', { name: 'Ask' }).click();
  await hers.getByText('With you').first().waitFor();
  await hers.getByRole('button', { name: /1 reply/ }).click();
  const thread = mia.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('Which field holds the campaign today?').first().waitFor();
  await thread.getByRole('textbox', { name: 'Reply…' }).fill('“Campaign detail”, a text field.');
  await thread.getByRole('button', { name: 'Send message' }).click();
  await card.getByText('With IT').first().waitFor();
  await card.getByRole('button', { name: /1 reply/ }).click();
  await ines.getByRole('complementary', { name: 'Thread' }).getByText('Campaign detail').first().waitFor();
  await shot(page, '4-answered');
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const pane of [mia, ines]) {
    await pane.getByRole('button', { name: 'Back to the conversation' }).click();
  }

  await card.getByRole('button', { name: 'Accept…' }).click();
  const accepting = ines.getByRole('dialog', { name: 'Accept' });
  await accepting.getByRole('radio', { name: /^M/ }).check();
  const checks = accepting.getByRole('textbox', { name: /^IT checks/ });
  await checks.fill(`${await checks.inputValue()}\nA test registration shows up in the CRM`);
  const days = accepting.getByLabel(/^Ready by/);
  await days.fill(new Date(Date.now() + 14 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
  await shot(page, '5-accepting');
  await accepting.getByRole('button', { name: 'Accept' }).click();
  await hers.getByText('A test registration shows up in the CRM').first().waitFor();
  await shot(page, '6-agreeing');
  await hers.getByRole('button', { name: 'Agree' }).click();
  await hers.getByText('Being worked on').first().waitFor();

  await card.getByRole('button', { name: 'Finish and deliver…' }).click();
  const delivering = ines.getByRole('dialog', { name: 'Finish and deliver' });
  await delivering.getByRole('checkbox').first().waitFor();
  for (const criterion of await delivering.getByRole('checkbox').all()) await criterion.check();
  await shot(page, '7-delivering');
  await delivering.getByRole('button', { name: 'Deliver' }).click();
  await hers.getByText('Ready for you to check').first().waitFor();
  await shot(page, '8-delivered');

  await hers.getByRole('button', { name: 'All good' }).click();
  await hers.getByText('done and confirmed').first().waitFor();
  await card.getByText('done and confirmed').first().waitFor();
  await shot(page, '9-done');
  expect(await ines.getByRole('article').filter({ hasText: title }).count()).toBe(1);
});
