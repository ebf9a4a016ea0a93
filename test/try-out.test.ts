import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Snapshot } from '../src/sandbox/client-api.ts';
import { startProcess } from './support/app-process.ts';
import { freshFolder } from './support/fresh-folder.ts';
import type { LoadedLine } from './support/loaded-modules.ts';
import { openSlack } from './support/mortal-app.ts';
import { startWithoutTokens } from './support/plain-start.ts';

test('in production neither the sandbox nor its demo is loaded', async () => {
  const sandbox = await openSlack();
  onTestFinished(() => sandbox.close());
  const app = startProcess(
    'src/main.ts',
    {
      ...{ SLACK_BOT_TOKEN: sandbox.botToken, SLACK_APP_TOKEN: sandbox.appToken },
      ...{ SLACK_API_URL: sandbox.apiUrl, DATABASE_URL: `file:${join(freshFolder(), 'broker.db')}` },
      NODE_ENV: 'production',
    },
    ['--import', './test/support/loaded-modules.ts'],
  );
  await app.says('MarTech Broker is ready');
  await app.stop();
  const loaded = app
    .output()
    .split('\n')
    .filter((line): line is LoadedLine => line.startsWith('loaded file:'));
  expect(loaded.filter((line) => line.includes('/src/app.ts'))).toHaveLength(1);
  expect(
    loaded.filter((line) => /\/src\/(sandbox|demo)\/|node_modules\/(yaml|preact|htm)\//.test(line)),
  ).toEqual([]);
});

test('a port that is taken is named, and the next one serves this machine only', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  const { address: page, printed } = await startWithoutTokens({ port: taken, flags: ['--empty'] });
  expect(printed).toContain(`Port ${taken} is taken`);
  const port = Number(new URL(page).port);
  expect(port).toBeGreaterThan(taken);
  expect((await fetch(page)).status).toBe(200);

  const others = Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && one.family === 'IPv4' ? [one.address] : []));
  for (const outside of others) expect(await answers(outside, port)).toBe(false);
});

test('--empty opens a desk that nobody has set up', async () => {
  const { address } = await startWithoutTokens({ flags: ['--empty'] });
  const snapshot = await fetch(`${address}/client/snapshot?as=U0000INES`);
  const { channels, stage } = (await snapshot.json()) as Snapshot;
  expect(stage).toMatchObject({
    ...{ banner: null, stories: [{ title: expect.stringContaining('story') }] },
    opening: [{ as: 'U00000ADA', tab: 'home' }],
  });
  expect(channels.find(({ name }) => name === 'it-triage')?.latestTs).toBeNull();
});

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
