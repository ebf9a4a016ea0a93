import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../src/clock.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { startProcess } from './support/app-process.ts';
import { freshFolder } from './support/fresh-folder.ts';

const manifest = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');

async function openSlack(): Promise<Sandbox> {
  const sandbox = await startSandbox({
    clock: createClock(Date.now),
    manifest,
    delivery: { mode: 'socket' },
    rateLimits: false,
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Everything it wrote, once it has ended by itself. */
async function outputOf(environment: Record<string, string>, script = 'src/main.ts'): Promise<string> {
  const app = startProcess(script, environment);
  await app.ended;
  return app.output();
}

function tokensOf(sandbox: Sandbox, folder: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${join(folder, 'broker.db')}`,
  };
}

test('faults of the environment are said in sentences, without a stack', async () => {
  const output = await outputOf({ SLACK_BOT_TOKEN: 'wrong', NODE_ENV: 'production' });
  expect(output).toContain('SLACK_BOT_TOKEN must begin with xoxb-');
  expect(output).not.toContain('    at ');
});

test('without tokens it does not start in production', async () => {
  expect(await outputOf({ NODE_ENV: 'production' })).toContain('SLACK_BOT_TOKEN is missing');
});

test('a database of another workspace is refused', async () => {
  const folder = freshFolder();
  const first = await openSlack();
  const app = startProcess('src/main.ts', tokensOf(first, folder));
  await app.says('MarTech Broker is ready');
  await app.stop();
  const second = await openSlack();
  expect(await outputOf(tokensOf(second, folder))).toMatch(/This database belongs to the workspace/);
});

test('a token that Slack refuses is said', async () => {
  const sandbox = await openSlack();
  const output = await outputOf({
    ...tokensOf(sandbox, freshFolder()),
    SLACK_BOT_TOKEN: 'xoxb-of-somebody-else',
  });
  expect(output).toMatch(/Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)/);
});

test('a Slack that cannot be reached at the first start is said, and not taken for a wrong token', async () => {
  const sandbox = await openSlack();
  const environment = { ...tokensOf(sandbox, freshFolder()), SLACK_API_URL: 'http://127.0.0.1:9/api/' };
  expect(await outputOf(environment)).toMatch(/Slack could not be asked whose token this is/);
});

test('settings go out and come back, and a fault in them is named', async () => {
  const folder = freshFolder();
  const sandbox = await openSlack();
  const environment = tokensOf(sandbox, folder);
  const app = startProcess('src/main.ts', environment);
  await app.says('MarTech Broker is ready');
  await app.stop();

  const settings = (...words: string[]) => {
    const command = startProcess('src/main.ts', environment, [], ['settings', ...words]);
    return command.ended.then(() => command.output());
  };
  const document = JSON.parse(await settings('export'));
  expect(document.targets.decision).toEqual({ amount: 2, unit: 'days' });

  const file = join(folder, 'desk.json');
  writeFileSync(file, JSON.stringify({ ...document, triageChannel: 'C0ITTRIAGE' }));
  expect(await settings('import', file)).toContain('are now version 2');
  expect(JSON.parse(await settings('export')).triageChannel).toBe('C0ITTRIAGE');

  writeFileSync(file, JSON.stringify({ ...document, triageChannel: '#it' }));
  const refused = await settings('import', file);
  expect(refused).toContain('triageChannel');
  expect(refused).not.toContain('    at ');
  expect(JSON.parse(await settings('export')).triageChannel).toBe('C0ITTRIAGE');
});

test('a Node that is too old is told so in one sentence', async () => {
  const output = await outputOf({}, 'test/support/old-node.mjs');
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(/^MarTech Broker needs Node 22\.18 or newer and found 20\.1\.0: /),
  ]);
});
