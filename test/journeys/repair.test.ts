import { describe, expect, test } from 'vitest';
import { secondTryMs } from '../../src/jobs/second-tries.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

/** The rows of faults that somebody has to mend: a channel that cannot be written to, a token that was revoked. */

function titles({ sandbox }: Broker): string[] {
  return sandbox
    .messages('#it-triage')
    .filter(({ byApp, threadTs }) => byApp && threadTs === null)
    .map(({ text }) => text.split(' · ')[1] ?? text);
}

const allSaid = ({ store }: Broker) => until(async () => (await store.openOutbox(1)).length === 0);
const given = ({ store, sandbox }: Broker) => store.deadOutbox(sandbox.teamId, 100);
const health = async ({ address }: Broker) => {
  const answer = await fetch(new URL('/health', address ?? ''));
  return { status: answer.status, facts: await answer.json() };
};

describe('IT’s channel cannot be written to', () => {
  const faults = [
    {
      what: 'it was archived',
      words: 'archived',
      breaks: ({ sandbox }: Broker) => sandbox.admin.archive('#it-triage'),
      mends: ({ sandbox }: Broker) => sandbox.admin.unarchive('#it-triage'),
    },
    {
      what: 'the app was removed',
      words: '/invite',
      breaks: ({ sandbox }: Broker) => sandbox.admin.leave('#it-triage', sandbox.botUserId),
      mends: ({ sandbox }: Broker) => sandbox.admin.join('#it-triage', sandbox.botUserId),
    },
  ];

  test.each(faults)(
    '$what: the admin is told once, nothing is lost, and all is said after the repair',
    async ({ words, breaks, mends }) => {
      const broker = await openBroker();
      const { sandbox, clock } = broker;
      const [mia, ada] = [sandbox.person('mia'), sandbox.person('ada')];
      breaks(broker);
      const first = await ask(mia, 'Roadshow form');
      await ask(sandbox.person('ben'), 'Price table');
      const told = await ada.waitForMessage({ matching: 'Nothing is lost' });
      expect(told.plain()).toContain(words);
      expect(first.plain()).toContain('With IT');
      await first.reply('And one more thing');
      await until(async () => (await given(broker)).length === 3);

      // Tried in vain, and not told again.
      clock.moveBy(secondTryMs);
      await until(async () => (await given(broker)).length === 3);
      expect(ada.dm()).toHaveLength(1);
      expect(titles(broker)).toEqual([]);

      mends(broker);
      clock.moveBy(secondTryMs);
      await until(async () => (await given(broker)).length === 0);
      await allSaid(broker);
      expect(titles(broker)).toEqual(['Roadshow form', 'Price table']);
      const card = await triageCardOf(sandbox.person('ines'), 'Roadshow form');
      expect(card.thread().map((line) => line.plain())).toEqual([
        expect.stringContaining('And one more thing'),
      ]);
      expect(ada.dm()).toHaveLength(1);
    },
  );

  test('another channel in the set-up, or a restart, says it as well', async () => {
    const broker = await openBroker();
    const { sandbox } = broker;
    sandbox.admin.leave('#it-triage', sandbox.botUserId);
    await ask(sandbox.person('mia'), 'Cookie banner');
    await until(async () => (await given(broker)).length === 1);
    sandbox.admin.join('#it-triage', sandbox.botUserId);
    await broker.restart();
    await triageCardOf(sandbox.person('ines'), 'Cookie banner');

    sandbox.admin.archive('#it-triage');
    await ask(sandbox.person('mia'), 'Speaker pages');
    await until(async () => (await given(broker)).length === 1);
    const ada = sandbox.person('ada');
    await ada.slash('/martech-request', 'setup');
    const setUp = await ada.modal();
    await setUp.fill({ triage: '#marketing-it-weekly' });
    const saved = await setUp.submit();
    expect('view' in saved && saved.view.plain()).toContain('Saved.');
    await sandbox.person('ines').waitForMessage({ in: '#marketing-it-weekly', matching: 'Speaker pages' });
  });
});

test('the token is revoked: posting stops, the health says so, and the queue is kept', async () => {
  const broker = await openBroker({ transport: 'http' });
  const { sandbox, clock } = broker;
  const mia = sandbox.person('mia');
  const card = await ask(mia, 'Before');
  await allSaid(broker);
  expect(await health(broker)).toMatchObject({ status: 200, facts: { ok: true, slack: 'ok' } });

  sandbox.control({ fault: { kind: 'revoke-token' } });
  const calls = () => sandbox.log().filter(({ result }) => result === 'token_revoked').length;
  await card.click('Withdraw');
  await until(async () => (await health(broker)).status === 503);
  expect((await health(broker)).facts).toMatchObject({ ok: false, slack: 'token_revoked' });
  const refused = calls();
  for (const words of ['one', 'two', 'three']) await card.reply(words);
  await sandbox.idle();
  // Only now and then does one of them find out whether the token works again.
  expect(calls()).toBe(refused);
  clock.moveBy(60_000);
  await until(() => calls() > refused);
  await until(async () => (await broker.store.openOutbox(10)).every(({ status }) => status === 'pending'));
  expect((await broker.store.openOutbox(10)).length).toBeGreaterThan(1);

  sandbox.control({ clearFaults: true });
  clock.moveBy(60_000);
  await allSaid(broker);
  expect(await health(broker)).toMatchObject({ status: 200, facts: { ok: true } });
  expect(card.plain()).toContain('Closed');
});

test('the socket drops every 30 s: nothing acknowledged is lost, nothing is said twice', async () => {
  const broker = await openBroker();
  const { sandbox, clock } = broker;
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const dropped = async () => {
    sandbox.control({ fault: { kind: 'drop-socket' } });
    await sandbox.until(() => sandbox.connections() === 0, 'the socket to drop');
  };
  await ask(mia, 'First');
  const card = await triageCardOf(ines, 'First');
  // While nobody listens an emoji is put there; Slack delivers it again.
  await dropped();
  await card.react('eyes');
  await until(() => sandbox.connections() > 0);
  clock.moveBy(60_000);
  await card.waitUntil((each) => each.plain().includes('@ines'));

  // Acknowledged, and gone a moment later.
  await mia.slash('/martech-request', 'Second');
  const asking = await mia.modal('Ask for something');
  await asking.fill({ kind: 'A change' });
  await sent(asking.submit());
  await dropped();
  await triageCardOf(ines, 'Second');
  await until(() => sandbox.connections() > 0);
  await ask(mia, 'Third');
  await allSaid(broker);
  expect(titles(broker)).toEqual(['First', 'Second', 'Third']);
});
