import { describe, expect, test } from 'vitest';
import { type Broker, openBroker, transports } from '../support/broker.ts';
import { signed, submission } from '../support/signed.ts';
import { until } from '../support/until.ts';
import { ask, triageCardOf } from './asking.ts';

async function quiet({ sandbox, store }: Broker): Promise<void> {
  await sandbox.idle();
  await until(
    async () => (await store.unfinishedEvents(1)).length + (await store.openOutbox(1)).length === 0,
  );
}

describe.each(transports)('delivered more than once over %s', (transport) => {
  test('an event has one effect', async () => {
    const broker = await openBroker({ transport });
    const { sandbox, store } = broker;
    await ask(sandbox.person('mia'), 'Emoji');
    const card = await triageCardOf(sandbox.person('ines'), 'Emoji');
    sandbox.control({ fault: { kind: 'redeliver', what: 'event', times: 3 } });
    await card.react('eyes');
    await card.waitUntil((each) => each.plain().includes('@ines'));
    await quiet(broker);
    const request = await store.requestByNumber(sandbox.teamId, 1);
    const history = await store.history(request?.id ?? '');
    expect(history.filter(({ type }) => type === 'RequestClaimed')).toHaveLength(1);
  });

  test('a modal makes one request', async () => {
    const broker = await openBroker({ transport });
    const { sandbox, store } = broker;
    sandbox.control({ fault: { kind: 'redeliver', what: 'interaction', times: 2 } });
    await ask(sandbox.person('mia'), 'Twice sent');
    await quiet(broker);
    expect(await store.countOpenRequests(sandbox.teamId)).toBe(1);
    expect(sandbox.messages('#it-triage')).toHaveLength(1);
  });

  test('a command opens one window', async () => {
    const { sandbox } = await openBroker({ transport });
    sandbox.control({ fault: { kind: 'redeliver', what: 'command', times: 2 } });
    const mia = sandbox.person('mia');
    await mia.slash('/martech-request', 'Window');
    await mia.modal('Ask for something');
    const opened = () => sandbox.log().filter(({ name }) => name === 'views.open');
    await until(() => opened().length > 0);
    await sandbox.idle();
    expect(opened()).toHaveLength(1);
  });
});

test('the same signed bytes twice have one effect', async () => {
  const broker = await openBroker({ transport: 'http' });
  const { sandbox, store, address } = broker;
  const mia = sandbox.person('mia');
  const payload = submission(sandbox, mia, 'intake', '{"more":false}', {
    kind: { 'intake.kind': { selected_option: { value: 'change' } } },
    title: { input: { value: 'Replayed' } },
  });
  const request = signed(sandbox, payload);
  const send = () => fetch(address ?? '', request);
  const answers = await Promise.all([send(), send(), send()]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', '', '']);
  await quiet(broker);
  expect(await store.countOpenRequests(sandbox.teamId)).toBe(1);
  expect(sandbox.messages('#it-triage')).toHaveLength(1);
});

test('two people take it in the same instant: one has it, the other is told who', async () => {
  const broker = await openBroker();
  const { sandbox, store } = broker;
  const [ines, tom] = [sandbox.person('ines'), sandbox.person('tom')];
  await ask(sandbox.person('mia'), 'Wanted by two');
  const card = await triageCardOf(ines, 'Wanted by two');
  await Promise.all([card.react('eyes'), tom.looksAt(card).react('eyes')]);
  await quiet(broker);
  const request = await store.requestByNumber(sandbox.teamId, 1);
  const [owner, other] = request?.assignee?.endsWith(ines.id) ? [ines, tom] : [tom, ines];
  expect(request?.assignee).toBe(`${sandbox.teamId}/${owner.id}`);
  const told = await other.waitForEphemeral(/MR-1/);
  expect(told.plain()).toContain(owner === ines ? '@ines' : '@tom');
});

test('an emoji taken away arrives before the one that put it there: the final state is right', async () => {
  const broker = await openBroker({ transport: 'http' });
  const { sandbox, store, clock } = broker;
  await ask(sandbox.person('mia'), 'Out of order');
  const card = await triageCardOf(sandbox.person('ines'), 'Out of order');
  await quiet(broker);
  const { ts, channel } = card.message();
  const event = (type: string, id: string, eventTs: string) => ({
    id,
    workspace: sandbox.teamId,
    body: JSON.stringify({
      type: 'event_callback',
      team_id: sandbox.teamId,
      event_id: id,
      event: {
        type,
        user: sandbox.person('ines').id,
        reaction: 'eyes',
        item: { type: 'message', channel, ts },
        event_ts: eventTs,
      },
    }),
    receivedAt: clock.now(),
  });
  await store.write(async (transaction) => {
    await transaction.takeEvent(event('reaction_removed', 'Ev2', '1772442100.000200'));
  });
  await store.write(async (transaction) => {
    await transaction.takeEvent(event('reaction_added', 'Ev1', '1772442100.000100'));
  });
  await quiet(broker);
  expect((await store.requestByNumber(sandbox.teamId, 1))?.assignee).toBeNull();
});

test('an emoji that was quicker than the record of the card counts once the card is recorded', async () => {
  const broker = await openBroker();
  const { sandbox, store } = broker;
  sandbox.control({ fault: { kind: 'slow', method: 'chat.postMessage', milliseconds: 300, times: 2 } });
  const hers = ask(sandbox.person('mia'), 'Quick eyes');
  const card = await triageCardOf(sandbox.person('ines'), 'Quick eyes');
  await card.react('eyes');
  await hers;
  await card.waitUntil((each) => each.plain().includes('@ines'));
  await quiet(broker);
  expect((await store.requestByNumber(sandbox.teamId, 1))?.assignee).toContain(sandbox.person('ines').id);
});
