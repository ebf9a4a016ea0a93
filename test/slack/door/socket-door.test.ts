import { createServer, type Server } from 'node:http';
import { App } from '@slack/bolt';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { createClock, type MovableClock } from '../../../src/clock.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { SocketDoor } from '../../../src/slack/door/socket-door.ts';
import { manifest } from '../../sandbox/desk-app.ts';
import { until } from '../../support/until.ts';

interface Door {
  sandbox: Sandbox;
  /** Of the pauses between two attempts; the sandbox has its own. */
  clock: MovableClock;
  bolt: App;
  /** Resolves when so many attempts have failed, and the next one waits. */
  failed(count: number): Promise<boolean>;
}

async function buildDoor(): Promise<Door> {
  const sandbox = await startSandbox({
    ...{ clock: createClock(Date.now), manifest, delivery: { mode: 'socket' } },
  });
  const built = buildBolt(sandbox);
  onTestFinished(async () => {
    await built.bolt.stop();
    await sandbox.close();
  });
  return { sandbox, ...built };
}

function buildBolt({
  appToken,
  botToken,
  apiUrl: slackApiUrl,
}: Pick<Sandbox, 'appToken' | 'botToken' | 'apiUrl'>): Omit<Door, 'sandbox'> {
  const clock = createClock(Date.now);
  let failures = 0;
  const write = (line: string) => {
    if (line.includes('it is tried again')) failures += 1;
  };
  const bolt = new App({
    receiver: new SocketDoor({ appToken, slackApiUrl, clock, log: pino({ level: 'warn' }, { write }) }),
    ...{ token: botToken, botId: 'B1', botUserId: 'U1', tokenVerificationEnabled: false },
  });
  bolt.command('/desk', ({ ack }) => ack('heard'));
  return { clock, bolt, failed: (count) => until(() => failures === count) };
}

const asked = (sandbox: Sandbox) =>
  sandbox.log().filter(({ name }) => name === 'apps.connections.open').length;

test('a socket that Slack closes is opened again at once', async () => {
  const { sandbox, bolt } = await buildDoor();
  await bolt.start();
  for (let drop = 0; drop < 3; drop += 1) {
    sandbox.control({ fault: { kind: 'drop-socket' } });
    await sandbox.until(() => sandbox.connections() === 0, 'the socket to drop');
    await sandbox.until(() => sandbox.connections() === 1, 'the next one');
  }
  const mia = sandbox.person('mia');
  await mia.slash('/desk', 'help');
  await mia.waitForEphemeral(/heard/);
});

test('while Slack refuses the next one it is tried again and again, each time later', async () => {
  const { sandbox, clock, bolt, failed } = await buildDoor();
  await bolt.start();
  const error = { kind: 'error', method: 'apps.connections.open', code: 'invalid_auth' } as const;
  sandbox.control({ fault: { ...error, times: 3 } });
  sandbox.control({ fault: { kind: 'drop-socket' } });
  await failed(1);
  clock.moveBy(1000);
  await failed(2);
  clock.moveBy(2000);
  await failed(3);
  clock.moveBy(4000);
  await sandbox.until(() => sandbox.connections() === 1, 'the next one');
});

test('at the start a refusal names the token and the remedy; a Slack that fails is waited for', async () => {
  const { sandbox, clock, bolt, failed } = await buildDoor();
  const fault = { method: 'apps.connections.open', times: 1 } as const;
  sandbox.control({ fault: { ...fault, kind: 'error', code: 'invalid_auth' } });
  await expect(bolt.start()).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\): copy an app-level token/);

  sandbox.control({ fault: { ...fault, kind: 'error-500' } });
  const started = bolt.start();
  await failed(1);
  clock.moveBy(1000);
  await started;
  expect(sandbox.connections()).toBe(1);
});

test('stopped while it waits for the next one, or is being given it, it stays shut and fails at nothing', async () => {
  const { sandbox, clock, bolt, failed } = await buildDoor();
  await bolt.start();
  const fault = { method: 'apps.connections.open', times: 1 } as const;
  sandbox.control({ fault: { ...fault, kind: 'error-500' } });
  sandbox.control({ fault: { kind: 'drop-socket' } });
  await failed(1);
  await bolt.stop();
  clock.moveBy(60_000);
  expect(asked(sandbox)).toBe(2);

  await bolt.start();
  sandbox.control({ fault: { ...fault, kind: 'error-500' } });
  sandbox.control({ fault: { ...fault, kind: 'slow', milliseconds: 50 } });
  sandbox.control({ fault: { kind: 'drop-socket' } });
  await failed(2);
  clock.moveBy(60_000);
  await new Promise<void>((resolve) => clock.at(clock.now(), resolve));
  await bolt.stop();
  expect(asked(sandbox)).toBe(5);
  await sandbox.until(() => sandbox.connections() === 0, 'the app to go');
});

test('a Slack that greets and closes in one breath is asked again', async () => {
  let sockets = 0;
  const slack = createServer((_request, response) => {
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${portOf(slack)}` }));
  });
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  const link = new WebSocketServer({ server: slack });
  link.on('connection', (socket, request) => {
    sockets += 1;
    // Both in one packet.
    request.socket.cork();
    socket.send(JSON.stringify({ type: 'hello' }));
    if (sockets === 1) socket.close();
    request.socket.uncork();
  });
  const { bolt, clock } = buildBolt({
    ...{ appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: `http://127.0.0.1:${portOf(slack)}/api/` },
  });
  onTestFinished(async () => {
    await bolt.stop();
    link.close();
    slack.close();
  });
  void bolt.start();
  await until(() => {
    clock.moveBy(1000);
    return sockets === 2;
  });
});

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('it has no port');
  return address.port;
}
