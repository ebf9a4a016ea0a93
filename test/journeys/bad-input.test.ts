import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { press, signed, submission } from '../support/signed.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

async function quiet({ sandbox, store }: Broker): Promise<void> {
  await sandbox.idle();
  await until(
    async () => (await store.unfinishedEvents(1)).length + (await store.openOutbox(1)).length === 0,
  );
}

async function requestOf({ sandbox, store }: Broker, number = 1) {
  const request = await store.requestByNumber(sandbox.teamId, number);
  if (!request) throw new Error(`there is no MR-${number}`);
  return request;
}

describe('somebody who may not', () => {
  test('a guest, somebody of another workspace, a bot or a deactivated person is told so and makes nothing', async () => {
    const broker = await openBroker({ transport: 'http' });
    const { sandbox, address } = broker;
    sandbox.admin.changePerson('lea', { role: 'bot' });
    sandbox.admin.changePerson('omar', { deleted: true });
    for (const name of ['gus', 'xena', 'lea', 'omar']) {
      const payload = submission(sandbox, sandbox.person(name), 'intake', '{"more":false}', {
        title: { input: { value: 'Let me in' } },
        kind: { 'intake.kind': { selected_option: { value: 'change' } } },
      });
      const response = await fetch(address ?? '', signed(sandbox, payload));
      expect(await response.json()).toMatchObject({
        response_action: 'errors',
        errors: { title: expect.any(String) },
      });
    }
    expect(await broker.store.countOpenRequests(sandbox.teamId)).toBe(0);
  });

  test('a value for somebody else’s request is refused in the use case', async () => {
    const broker = await openBroker({ transport: 'http' });
    const { sandbox, address } = broker;
    await ask(sandbox.person('mia'), 'Hers alone');
    await quiet(broker);
    const { id } = await requestOf(broker);
    for (const action of ['request.withdraw', 'request.claim', 'request.confirm']) {
      const pressed = press(sandbox, sandbox.person('ben'), action, id);
      expect((await fetch(address ?? '', signed(sandbox, pressed))).status).toBe(200);
    }
    expect((await requestOf(broker)).version).toBe(2);
  });

  test('a window whose metadata was altered changes nothing and says so', async () => {
    const broker = await openBroker({ transport: 'http' });
    const { sandbox, address } = broker;
    await ask(sandbox.person('mia'), 'Metadata');
    await quiet(broker);
    const values = { question: { input: { value: 'Really?' } } };
    for (const metadata of [
      '',
      'not json',
      '[]',
      '{"request":["R1"],"seen":1}',
      '{"request":"nobody’s","seen":1}',
      '{"__proto__":{"request":"R1"},"seen":1}',
      '{"constructor":{"prototype":{}},"request":"R1"}',
    ]) {
      const payload = submission(sandbox, sandbox.person('ines'), 'request.ask', metadata, values);
      const response = await fetch(address ?? '', signed(sandbox, payload));
      expect([metadata, response.status]).toEqual([metadata, 200]);
      expect(await response.json()).toHaveProperty('response_action');
    }
    expect((await requestOf(broker)).version).toBe(2);
  });
});

test('an emoji of somebody who is not IT, and one on a copy of the card, are ignored in silence', async () => {
  const broker = await openBroker();
  const { sandbox, store } = broker;
  const settings = await store.settings(sandbox.teamId);
  if (!settings) throw new Error('the desk is set up');
  // The channel is open to all here; who is in IT says the user group.
  const document = {
    ...settings.document,
    triageChannel: sandbox.channel('#marketing-it-weekly').id,
    itUsergroup: 'S00ITTEAM',
  };
  await store.write((transaction) =>
    transaction.addSettings(sandbox.teamId, { ...settings, version: settings.version + 1, document }),
  );
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await mia.says('#marketing-it-weekly', 'MR-1 · Copied card');
  await mia.slash('/martech-request', 'Open channel');
  const modal = await mia.modal();
  await modal.fill({ kind: 'A change' });
  await sent(modal.submit());
  const card = await mia.waitForMessage({ in: '#marketing-it-weekly', matching: 'Open channel' });
  const copy = await ines.waitForMessage({ in: '#marketing-it-weekly', matching: 'Copied card' });
  const before = mia.ephemerals().length;

  await card.react('eyes');
  await copy.react('eyes');
  await quiet(broker);
  expect((await requestOf(broker)).assignee).toBeNull();
  expect(mia.ephemerals()).toHaveLength(before);
  expect(ines.ephemerals()).toHaveLength(0);

  await ines.looksAt(card).react('eyes::skin-tone-4');
  await card.waitUntil((each) => each.plain().includes('@ines'));
});

test('a window that was opened before the request was withdrawn says what changed', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  const hers = await ask(sandbox.person('mia'), 'Second thoughts');
  const card = await triageCardOf(sandbox.person('ines'), 'Second thoughts');
  await card.click('Ask…');
  const question = await sandbox.person('ines').modal();
  await question.fill({ question: 'Which one?' });
  await hers.click('Withdraw');
  await hers.waitUntil((each) => each.plain().includes('Closed'));
  const result = await question.submit();
  expect('errors' in result && Object.values(result.errors)[0]).toMatch(/MR-1/);
});

test('text that looks like code is kept and shown literally', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  const title = `Robert'); DROP TABLE request;-- \`x\` \${y} %s <!channel>`;
  const mia = sandbox.person('mia');
  await mia.slash('/martech-request', title);
  const modal = await mia.modal();
  await modal.fill({ kind: 'A change' });
  await sent(modal.submit());
  const card = await triageCardOf(sandbox.person('ines'), 'Robert');
  const [stored] = sandbox.messages('#it-triage');
  expect(JSON.stringify(stored?.blocks)).toContain('DROP TABLE request;--');
  expect(card.plain()).toContain(`Robert'); DROP TABLE request;--`);
  expect(stored?.text).not.toContain('<!channel>');
  await quiet(broker);
  expect(await broker.store.countOpenRequests(sandbox.teamId)).toBe(1);
});

test('200 commands a minute by one person: they are slowed down, others are not', async () => {
  const minute = Date.now();
  const { sandbox } = await openBroker({ realClock: createClock(() => minute) });
  const [mia, ben] = [sandbox.person('mia'), sandbox.person('ben')];
  const isSlowed: boolean[] = [];
  for (let command = 0; command < 200; command += 1) {
    const answer = (await mia.slash('/martech-request', 'mine'))?.plain() ?? '';
    isSlowed.push(answer.includes('Please wait a minute'));
  }
  expect(isSlowed.indexOf(true)).toBe(120);
  expect(isSlowed.filter(Boolean)).toHaveLength(80);
  expect((await ben.slash('/martech-request', 'mine'))?.plain()).not.toContain('Please wait');
  expect((await mia.slash('/martech-request', 'help'))?.plain()).toContain('MarTech Broker');
});
