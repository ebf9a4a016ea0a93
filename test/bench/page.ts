/**
 * The sandbox's page in a real Chromium: how long it takes until it can be used, and the longest task while a channel of
 * 5,000 messages is scrolled from its newest to its oldest and back. The browser reports no task under 50 ms: 0 is none.
 */
import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { createClock } from '../../src/clock.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { launchChromium } from '../support/chromium.ts';
import { median } from './ack/load.ts';
import type { Report } from './run.ts';

const messages = 5000;
const opens = 9;
const wheelStep = 1500;

export async function run(): Promise<Report> {
  const sandbox = await startSandbox({
    ...{ clock: createClock(Date.now), manifest: {}, delivery: { mode: 'socket' } as const },
    rateLimits: false,
  });
  const browser = await launchChromium();
  try {
    await fill(sandbox);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const address = `${sandbox.url}/?as=${sandbox.person('tom').id}&at=${sandbox.channel('#general').id}`;
    await open(page, address);
    const times: number[] = [];
    for (let turn = 0; turn < opens; turn += 1) times.push(await open(page, address));
    const longest = await scroll(page);
    return {
      name: 'page',
      figures: {
        ...{ open_ms: Math.round(median(times)), open_worst_ms: Math.round(Math.max(...times)) },
        ...{ longest_task_ms: longest, messages },
      },
      ratios: {},
    };
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

/** People's words of several lengths, and now and then a card of the app. */
async function fill(sandbox: Sandbox): Promise<void> {
  const people = ['mia', 'ben', 'ines', 'tom'].map((name) => sandbox.person(name));
  sandbox.admin.join('#general', sandbox.botUserId);
  for (let index = 0; index < messages; index += 1) {
    if (index % 11 === 0) await postCard(sandbox, index);
    else {
      const words = `Message ${index} ${'with *bold* and https://example.com '.repeat(index % 7)}`;
      await people[index % people.length]?.says('#general', words);
    }
  }
}

async function postCard({ apiUrl, botToken, channel }: Sandbox, index: number): Promise<void> {
  const text = `Card ${index}`;
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text } },
    { type: 'section', text: { type: 'mrkdwn', text: '*With IT* · waiting\nIT decides by tomorrow' } },
    { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Take it' } }] },
  ];
  await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
    body: JSON.stringify({ channel: channel('#general').id, text, blocks }),
  });
}

/** Milliseconds until one can read and write. */
async function open(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  const begun = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('article').last().waitFor();
  await page.getByRole('textbox', { name: /^Message/ }).waitFor();
  return performance.now() - begun;
}

/** To the first message and back to the last; the longest task in milliseconds. */
async function scroll(page: Page): Promise<number> {
  await page.evaluate(`
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  `);
  const list = page.getByRole('log');
  await list.hover();
  await wheelUntil(page, -wheelStep, page.getByText('This is the very beginning'));
  await wheelUntil(page, wheelStep, page.getByText(`Message ${messages - 1} `));
  return Math.round(Number(await page.evaluate('window.longest')));
}

async function wheelUntil(page: Page, step: number, goal: ReturnType<Page['getByText']>): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(16);
    if (turn % 20 === 0 && (await goal.first().isVisible())) return;
  }
  throw new Error('the end of the channel was never reached');
}
