import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, triageCardOf } from './asking.ts';

test('App Home follows what happens, opens the right window, and gives way to what is newer', async () => {
  const { sandbox, store, clock } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const home = await mia.home();
  await home.waitUntil((each) => each.plain().includes('Nothing waits on you.'));

  await ask(mia, 'Webinar form');
  clock.moveBy(1000);
  await home.waitUntil((each) => each.plain().includes('Webinar form'));
  const card = await triageCardOf(ines, 'Webinar form');
  await card.click('Ask…');
  const asking = await ines.modal('Ask');
  await asking.fill({ question: 'Which form do you mean?' });
  expect(await asking.submit()).toEqual({ closed: true });
  // It was published a moment ago.
  await mia.waitForMessage({ matching: 'Which form do you mean?' });
  expect(home.plain()).not.toContain('IT asks you something');
  clock.moveBy(30_000);
  await home.waitUntil((each) => each.plain().includes('IT asks you something'));

  // Somebody else published in between, as another instance does.
  const person = `${sandbox.teamId}/${mia.id}` as const;
  const shown = (await store.homeVisit(person))?.shown ?? '';
  await store.write((transaction) => transaction.saveHomeShown(person, shown, 'stale'));
  await home.click('Answer…');
  const answering = await mia.modal('Answer');
  await answering.fill({ answer: 'The long one.' });
  expect(await answering.submit()).toEqual({ closed: true });
  clock.moveBy(30_000);
  await home.waitUntil((each) => each.plain().includes('Nothing waits on you.'));
});

test('what changed before a restart is shown after it', async () => {
  const broker = await openBroker();
  const { sandbox, clock } = broker;
  const mia = sandbox.person('mia');
  const home = await mia.home();
  await home.waitUntil((each) => each.plain().includes('Nothing waits on you.'));
  await ask(mia, 'Webinar form');
  clock.moveBy(1000);
  await home.waitUntil((each) => each.plain().includes('Webinar form'));
  await ask(mia, 'Survey about trade fairs');
  await broker.restart();
  expect(home.plain()).not.toContain('Survey about trade fairs');
  clock.moveBy(30_000);
  await home.waitUntil((each) => each.plain().includes('Survey about trade fairs'));
});
