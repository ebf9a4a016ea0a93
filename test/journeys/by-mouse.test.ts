import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

const root = resolve(import.meta.dirname, '../..');
const inTwoWeeks = new Date(Date.now() + 14 * 24 * 3_600_000).toISOString().slice(0, 10);
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** What `npm start` runs, in an empty folder and without tokens; resolves with the address that it prints. */
async function startWithoutTokens(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-start-'));
  const { PATH = '', HOME = '' } = process.env;
  const app = spawn(
    process.execPath,
    ['--import', join(root, 'src/node-version.mjs'), join(root, 'src/main.ts')],
    { cwd: folder, env: { PATH, HOME, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(async () => {
    const gone = new Promise((resolve) => app.once('exit', resolve));
    app.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });
  let printed = '';
  for await (const chunk of app.stdout) {
    printed += chunk;
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    if (address) return address;
  }
  throw new Error(`it stopped without an address: ${printed}`);
}

async function choose(dialog: Locator, field: string, option: RegExp): Promise<void> {
  await dialog.getByRole('combobox', { name: field }).click();
  await dialog.getByRole('option', { name: option }).click();
}

const shot = (page: Page, name: string) =>
  process.env.SCREENSHOTS
    ? page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) })
    : undefined;

test('the first journey can be walked by mouse, both sides at once', async () => {
  const address = await startWithoutTokens();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${address}/?as=U00000MIA&with=U0000INES`);
  const mia = page.getByRole('region', { name: /Mia Winter/ });
  const ines = page.getByRole('region', { name: /Ines Rao/ });

  await ines.getByRole('button', { name: 'it-triage' }).click();
  await mia.getByRole('button', { name: 'MarTech Broker' }).click();
  await mia.getByRole('tab', { name: 'Messages' }).click();
  await mia.getByRole('textbox', { name: /^Message/ }).fill('/martech-request Webinar form');
  await mia.getByRole('button', { name: 'Send message' }).click();

  const asking = mia.getByRole('dialog', { name: 'Ask for something' });
  await choose(asking, 'What is it about?', /^A change/);
  await asking.getByRole('textbox', { name: /Needed by/ }).fill(inTwoWeeks);
  await asking
    .getByRole('textbox', { name: /What should it achieve/ })
    .fill('More people register for the webinar');
  await shot(page, '1-asking');
  await asking.getByRole('button', { name: 'Send' }).click();

  const hers = mia.getByRole('article').filter({ hasText: 'MR-1' }).first();
  const card = ines.getByRole('article').filter({ hasText: 'MR-1' }).first();
  await hers.getByText('With IT').first().waitFor();
  await card.getByText('waiting for someone to take it').waitFor();
  await shot(page, '2-asked');

  await card.hover();
  await card.getByRole('button', { name: 'Add reaction' }).first().click();
  await ines.getByRole('searchbox', { name: /emoji/i }).fill('eyes');
  await ines.getByRole('button', { name: /eyes/ }).first().click();
  await hers.getByText('has it and decides next').waitFor();
  await shot(page, '3-taken');

  await card.getByRole('button', { name: 'Accept…' }).click();
  const accepting = ines.getByRole('dialog', { name: 'Accept' });
  await accepting.getByRole('radio', { name: /^M/ }).check();
  await shot(page, '4-accepting');
  await accepting.getByRole('button', { name: 'Accept' }).click();
  await hers.getByText('Being worked on').first().waitFor();

  await card.getByRole('button', { name: 'Finish and deliver…' }).click();
  const delivering = ines.getByRole('dialog', { name: 'Finish and deliver' });
  await delivering.getByRole('checkbox').first().waitFor();
  for (const criterion of await delivering.getByRole('checkbox').all()) await criterion.check();
  await shot(page, '5-delivering');
  await delivering.getByRole('button', { name: 'Deliver' }).click();
  await hers.getByText('Ready for you to check').first().waitFor();
  await shot(page, '6-delivered');

  await hers.getByRole('button', { name: 'All good' }).click();
  await hers.getByText('done and confirmed').first().waitFor();
  await card.getByText('done and confirmed').first().waitFor();
  await shot(page, '7-done');
  expect(await ines.getByRole('article').filter({ hasText: 'MR-1' }).count()).toBe(1);
}, 60_000);
