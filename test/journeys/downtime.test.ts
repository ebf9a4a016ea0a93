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
