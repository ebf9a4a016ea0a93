import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import type { AxeResults } from 'axe-core';
import { type Browser, type Locator, type Page, chromium as playwright } from 'playwright-core';
import { expect, onTestFinished, vi } from 'vitest';

/** A real Chromium out of the installed packages. Close it. */
export async function launchChromium(): Promise<Browser> {
  // Made for functions that run once: in a single process, closing one page would end them all.
  const args = chromium.args.filter((arg) => arg !== '--single-process');
  return playwright.launch({ executablePath: await chromium.executablePath(), args });
}

/** A page of its own for this test, closed when it ends; an error on its console fails the test. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.setDefaultTimeout(30_000);
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  await page.goto(address);
  return page;
}

const looks = [
  { name: 'wide and light', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'wide and dark', colorScheme: 'dark', width: 1440, height: 900 },
  { name: 'narrow and dark', colorScheme: 'dark', width: 390, height: 844 },
  { name: 'narrow and light', colorScheme: 'light', width: 390, height: 844 },
] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical on the page as it is, at two widths, light and dark. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(axe);
  for (const { name, colorScheme, width, height } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    // What passes would be described element by element, which takes longer than to find it.
    const found: Pick<AxeResults, 'violations'> = await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"], reporter: "no-passes" })',
    );
    for (const { impact, id, nodes } of found.violations) {
      if (impact === 'serious' || impact === 'critical') faults.push(`${name}: ${id} at ${nodes[0]?.html}`);
    }
    if (process.env.SCREENSHOTS) await shot(page, `${Date.now()} ${name}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  return faults;
}

/** Keeps a picture in the folder SCREENSHOTS, if that is set. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Presses a button that a message shows only under the pointer: a list that moves meanwhile takes it away again. */
export function pressUnderPointer(message: Locator, name: string): Promise<void> {
  return vi.waitFor(
    async () => {
      await message.hover();
      await message.getByRole('button', { name }).first().click({ timeout: 2000 });
    },
    { timeout: 60_000, interval: 50 },
  );
}

/** Picks from a list that opens at a field. */
export async function choose(page: Page, field: string, ...options: (string | RegExp)[]): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  for (const name of options) await page.getByRole('option', { name }).first().click();
  await page.keyboard.press('Tab');
}
