import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, triageCardOf } from './asking.ts';

const day = 24 * 60 * 60_000;

test('one message a morning, over a restart and a crash in doubt, edited as things are settled', async () => {
  const broker = await openBroker();
  const { sandbox, store, clock } = broker;
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Webinar form');
  const card = await triageCardOf(ines, 'Webinar form');
  await card.click('Ask…');
  const asking = await ines.modal('Ask');
  await asking.fill({ question: 'Which form do you mean?' });
  await asking.submit();
  await mia.waitForMessage({ matching: 'Which form do you mean?' });

  // Slack takes the message, and the app hears nothing of it.
  sandbox.control({ fault: { kind: 'accept-then-reset', method: 'chat.postMessage', times: 3 } });
  clock.moveBy(day);
  const morning = await mia.waitForMessage({ in: 'dm', matching: 'One thing waits on you' });
  expect(morning.plain()).toContain('IT asks you something');
  await broker.restart();
  clock.moveBy(10_000);

  await morning.click('Answer…');
  const answering = await mia.modal('Answer');
  await answering.fill({ answer: 'The long one.' });
  expect(await answering.submit()).toEqual({ closed: true });
  // A look that was under way when the clock moved seems to have taken long, and a longer rest follows it.
  await until(() => {
    clock.moveBy(10_000);
    return morning.plain().includes('All settled');
  });
  expect(morning.plain()).toContain('Settled today: MR-1');
  const all = sandbox
    .messages(mia.dm()[0]?.message().channel ?? '')
    .filter(({ text }) => /waits? on you|All settled/.test(text));
  expect(all).toHaveLength(1);
  expect(await store.morningsSince(sandbox.teamId, 0)).toHaveLength(1);
});
