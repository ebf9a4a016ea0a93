import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { drainMs } from '../../src/app.ts';
import { createClock } from '../../src/clock.ts';
import type { Fault } from '../../src/sandbox/client-api.ts';
import { graceMs } from '../../src/usecases/saying/speaker.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

/** The rows of faults in which a call to Slack ends otherwise than hoped. "Once" is as people see it. */

function titles({ sandbox }: Broker): string[] {
  return sandbox.messages('#it-triage').map(({ text }) => text.split(' · ')[1] ?? text);
}

const inDoubtOrWaiting = async ({ store }: Broker) =>
  (await store.openOutbox(100)).every(({ status, error }) => status === 'pending' && error !== null);

/** Everything that was committed has been said. */
async function said({ store }: Broker): Promise<void> {
  await until(async () => (await store.openOutbox(1)).length === 0);
}

/** Sends the window without waiting for the cards. */
async function send({ sandbox }: Broker, name: string, title: string): Promise<void> {
  const person = sandbox.person(name);
  await person.slash('/martech-request', title);
  const modal = await person.modal('Ask for something');
  await modal.fill({ kind: 'A change' });
  await sent(modal.submit());
}

const posts = ({ sandbox }: Broker) => sandbox.log().filter(({ name }) => name === 'chat.postMessage');

describe('Slack took the message, and did not say so', () => {
  const faults: [string, Fault][] = [
    ['the connection is reset', { kind: 'accept-then-reset', method: 'chat.postMessage', times: 2 }],
    ['HTTP 500', { kind: 'error-500', method: 'chat.postMessage', times: 2, afterAccepting: true }],
    [
      'fatal_error',
      { kind: 'error', method: 'chat.postMessage', code: 'fatal_error', times: 2, afterAccepting: true },
    ],
  ];
  test.each(faults)('%s: one message', async (_what, fault) => {
    const broker = await openBroker();
    const { sandbox, clock } = broker;
    sandbox.control({ fault });
    await send(broker, 'mia', 'Once only');
    await until(() => inDoubtOrWaiting(broker));
    clock.moveBy(graceMs);
    await said(broker);
    expect(titles(broker)).toEqual(['Once only']);
    expect(sandbox.person('mia').dm()).toHaveLength(1);
  });

  test('and shows it only two seconds later: one message', async () => {
    const broker = await openBroker();
    const { sandbox } = broker;
    sandbox.control({ fault: { kind: 'visible-late', milliseconds: 2000 } });
    sandbox.control({ fault: { kind: 'accept-then-reset', method: 'chat.postMessage', times: 2 } });
    await ask(sandbox.person('mia'), 'Late but once');
    await said(broker);
    expect(titles(broker)).toEqual(['Late but once']);
  });
});

test('Slack refused with an error of its own making: it is said after all', async () => {
  const broker = await openBroker();
  const { sandbox, clock } = broker;
  sandbox.control({ fault: { kind: 'error-500', method: 'chat.postMessage', times: 2 } });
  await send(broker, 'mia', 'Said in the end');
  await until(() => inDoubtOrWaiting(broker));
  clock.moveBy(graceMs);
  await said(broker);
  expect(titles(broker)).toEqual(['Said in the end']);
});

describe('429', () => {
  test('in a burst keeps the channel’s order, and nothing is said sooner', async () => {
    const broker = await openBroker();
    const { sandbox, clock } = broker;
    const names = Array.from({ length: 50 }, (_, index) => `Wish ${index + 1}`);
    sandbox.control({
      fault: { kind: 'rate-limit', method: 'chat.postMessage', retryAfter: '30', times: 3 },
    });
    for (const [index, name] of names.entries()) await send(broker, index % 2 ? 'ben' : 'mia', name);
    await until(() => posts(broker).length === 3);
    // Three lanes were told to wait, and wait: nothing more is tried before its time.
    clock.moveBy(29_000);
    expect(titles(broker)).toEqual([]);
    expect(posts(broker)).toHaveLength(3);
    clock.moveBy(1000);
    await said(broker);
    expect(titles(broker)).toEqual(names);
  });

  test.each([null, 'soon', '-5'])(
    'with Retry-After %s waits a while and does not loop',
    async (retryAfter) => {
      const broker = await openBroker();
      const { sandbox, clock } = broker;
      sandbox.control({ fault: { kind: 'rate-limit', method: 'chat.postMessage', retryAfter, times: 2 } });
      await send(broker, 'mia', 'Patience');
      await until(() => inDoubtOrWaiting(broker));
      clock.moveBy(4000);
      expect(posts(broker)).toHaveLength(2);
      clock.moveBy(1000);
      await said(broker);
      expect(titles(broker)).toEqual(['Patience']);
    },
  );
});

/** Calls of the background client, whose patience of ten seconds ends when the test says so. */
function endlessPatience(): { ends(): void } {
  const { timeout } = AbortSignal;
  const patience = new AbortController();
  const spy = vi
    .spyOn(AbortSignal, 'timeout')
    .mockImplementation((ms) => (ms === 10_000 ? patience.signal : timeout.call(AbortSignal, ms)));
  onTestFinished(() => spy.mockRestore());
  return {
    ends() {
      spy.mockRestore();
      patience.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    },
  };
}

test('Slack never answers one call: the rest goes on, and it is said once', async () => {
  const broker = await openBroker();
  const { sandbox, clock } = broker;
  const patience = endlessPatience();
  sandbox.control({ fault: { kind: 'never-answer', method: 'chat.postMessage', times: 1 } });
  await send(broker, 'mia', 'Silence');
  // The other person's card, in another lane, does not wait for the first.
  await ask(sandbox.person('ben'), 'Meanwhile');
  expect((await broker.store.openOutbox(10)).some(({ status }) => status === 'sending')).toBe(true);
  patience.ends();
  await until(() => inDoubtOrWaiting(broker));
  clock.moveBy(graceMs);
  await said(broker);
  expect(titles(broker).sort()).toEqual(['Meanwhile', 'Silence']);
});

test('a shutdown waits for a Slack that does not answer, but not longer than it says, and it is said after the next start', async () => {
  const realClock = createClock(Date.now);
  const broker = await openBroker({ realClock });
  const { sandbox, clock } = broker;
  endlessPatience();
  sandbox.control({ fault: { kind: 'never-answer', method: 'chat.postMessage', times: 1 } });
  await send(broker, 'mia', 'Silence');
  await until(async () => (await broker.store.openOutbox(10)).some(({ status }) => status === 'sending'));
  let isDown = false;
  const restarted = broker.restart(() => {
    isDown = true;
  });
  await until(() => sandbox.connections() === 0);
  expect(isDown).toBe(false);
  realClock.moveBy(drainMs);
  await restarted;
  clock.moveBy(graceMs);
  await said(broker);
  expect(titles(broker)).toEqual(['Silence']);
});

test('a card that somebody deleted by hand is posted again, once', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  await ask(sandbox.person('mia'), 'Gone');
  const card = await triageCardOf(sandbox.person('ines'), 'Gone');
  await said(broker);
  sandbox.control({ fault: { kind: 'error', method: 'chat.update', code: 'message_not_found', times: 1 } });
  await card.react('eyes');
  await until(() => titles(broker).length === 2);
  await said(broker);
  const again = await triageCardOf(sandbox.person('ines'), 'Gone');
  expect(again.plain()).toContain('@ines');
  expect(titles(broker)).toHaveLength(2);
});
