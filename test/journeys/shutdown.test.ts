import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { startProcess } from '../support/app-process.ts';
import { openBroker } from '../support/broker.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { counted } from '../support/mortal-app.ts';
import { signed, submission } from '../support/signed.ts';
import { until } from '../support/until.ts';

const manifest = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');

test('SIGTERM with twenty windows being sent: what was answered is kept, and said after the next start', async () => {
  const database = join(freshFolder(), 'broker.db');
  const sandbox = await startSandbox({
    clock: createClock(Date.now),
    manifest,
    delivery: { mode: 'http' },
    rateLimits: false,
  });
  onTestFinished(() => sandbox.close());
  const environment = {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    SLACK_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${database}`,
    TRIAGE_CHANNEL: sandbox.channel('#it-triage').id,
    PORT: '0',
  };
  // Posts are slow, so that the shutdown meets cards that are being said as well.
  sandbox.control({ fault: { kind: 'slow', method: 'chat.postMessage', milliseconds: 200 } });
  const app = startProcess('src/main.ts', environment);
  onTestFinished(() => app.stop('SIGKILL'));
  await app.says('MarTech Broker is ready');
  const port = /"port":(\d+)/.exec(app.output())?.[1];

  const people = ['mia', 'ben', 'lea', 'ada'].map((name) => sandbox.person(name));
  const answers = Array.from({ length: 20 }, async (_, index) => {
    const person = people[index % people.length];
    if (!person) throw new Error('somebody asks');
    const payload = submission(sandbox, person, 'intake', '{"more":false}', {
      title: { input: { value: `Wish ${index}` } },
      kind: { 'intake.kind': { selected_option: { value: 'change' } } },
    });
    const view = { ...Object(payload).view, id: `V0${index}` };
    const request = signed(sandbox, { ...payload, view });
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, request).catch(() => null);
    return response?.status === 200 && (await response.text()) === '';
  });
  await Promise.race(answers);
  await app.stop('SIGTERM');
  expect(app.exitCode()).toBe(0);

  const taken = (await Promise.all(answers)).filter(Boolean).length;
  expect(taken).toBeGreaterThan(0);
  // What was sent in the crowd is kept as it came, and made into a request after the next start.
  const kept = "select count(*) from inbox where finished_at is null and id like 'submission:%'";
  const requests = 'select count(*) from request';
  expect(counted(database, requests) + counted(database, kept)).toBe(taken);

  sandbox.control({ clearFaults: true });
  const again = startProcess('src/main.ts', environment);
  onTestFinished(() => again.stop('SIGTERM'));
  await again.says('MarTech Broker is ready');
  const unsaid = "select count(*) from outbox where status <> 'said'";
  await until(() => counted(database, requests) === taken && counted(database, unsaid) === 0);
  expect(sandbox.messages('#it-triage')).toHaveLength(taken);
});

test('what is being answered when it stops is answered before it is down', async () => {
  const { sandbox, restart } = await openBroker({ transport: 'http' });
  const mia = sandbox.person('mia');
  sandbox.control({ fault: { kind: 'slow', method: 'views.open', milliseconds: 300, times: 1 } });
  const typed = mia.slash('/martech-request', 'Webinar form');
  await until(() => sandbox.control({ rateLimits: false }).faults.length === 0);
  let isOpen = false;
  await restart(() => {
    isOpen = mia.hasModal();
  });
  expect(isOpen).toBe(true);
  await typed;
});
