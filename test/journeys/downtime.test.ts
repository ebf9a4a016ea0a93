import { test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, triageCardOf } from './asking.ts';

test('emoji that came or went while the app was down are heard when it is back', async () => {
  const broker = await openBroker();
  const [mia, ines] = [broker.sandbox.person('mia'), broker.sandbox.person('ines')];
  const first = await ask(mia, 'Banner');
  const firstCard = await triageCardOf(ines, 'Banner');
  const second = await ask(mia, 'Footer');
  const secondCard = await triageCardOf(ines, 'Footer');
  await firstCard.react('eyes');
  await first.waitUntil((each) => each.plain().includes('@ines'));

  await broker.restart(async () => {
    await firstCard.unreact('eyes');
    await secondCard.react('eyes');
  });
  await first.waitUntil((each) => each.plain().includes('nobody yet'));
  await second.waitUntil((each) => each.plain().includes('taken by @ines'));
});

test('neither a card that somebody deleted meanwhile nor Slack’s “too many” keeps others from being heard', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Banner');
  const { channel, ts } = await triageCardOf(ines, 'Banner');
  const second = await ask(mia, 'Footer');
  const secondCard = await triageCardOf(ines, 'Footer');

  await broker.restart(async () => {
    await fetch(`${sandbox.apiUrl}chat.delete`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel, ts }),
    });
    sandbox.control({ fault: { kind: 'rate-limit', method: 'reactions.get', retryAfter: '1', times: 1 } });
    await secondCard.react('eyes');
  });
  await second.waitUntil((each) => each.plain().includes('taken by @ines'));
});
