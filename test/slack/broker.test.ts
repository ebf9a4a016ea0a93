import { expect, test } from 'vitest';
import { lineFor } from '../../src/slack/saying/lines.ts';
import { brokerMessage } from '../../src/slack/triage/broker.ts';
import { askBroker, brokersTime } from '../../src/usecases/threads/ask-broker.ts';
import { letAcross } from '../../src/usecases/threads/let-across.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { ben, gus, ines, mia, omar, openDesk, tom } from './support/desk.ts';
import { handsOf } from './support/window.ts';

/** What the broker of a request, and those whose words they read, are shown. */

async function open() {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'name-broker', broker: ben });
  const way = { kind: 'window', says: 'ask' } as const;
  const asked = (words = 'Which form?') =>
    askBroker(desk.desk, { request, person: ines, words, way, cause: desk.desk.newId() });
  const waiting = () => desk.desk.store.brokeredDue('T1', Number.MAX_SAFE_INTEGER, 9);
  const heard = async (topic: 'to-read' | 'being-read', id: string) => {
    const message = await brokerMessage(desk.desk, { topic, words: id }, ben);
    return message && messageAloud(message);
  };
  const told = async (topic: 'reworded' | 'not-passed') => {
    const entries = await desk.desk.store.openOutbox(200);
    const about = entries.flatMap(({ subject }) => (subject.kind === 'tell' ? [subject.about] : []));
    for (const each of about) {
      const message = each.topic === topic && (await brokerMessage(desk.desk, each, ines));
      if (message) return messageAloud(message);
    }
    return null;
  };
  return { ...desk, request, asked, waiting, heard, told };
}

test('the broker is named in a window, and reads words before they cross', async () => {
  const desk = await open();
  const { request, asked, waiting, heard, told } = desk;
  const window = await handsOf(desk, ines).presses('request.more', `name-broker ${request}`);
  if (window.kind !== 'open') throw new Error(window.kind);
  expect(viewAloud(window.modal)).toMatchSnapshot('named');
  expect(await asked()).toBe(ben);
  const [id = ''] = await waiting();
  expect(await heard('to-read', id)).toMatchSnapshot('the broker reads');
  expect(await heard('being-read', id)).toMatchSnapshot('the author is told');
  const reword = await handsOf(desk, ben).opens('broker.reword', id);
  expect(viewAloud(reword)).toMatchSnapshot('reworded');
  expect(await handsOf(desk, tom).presses('broker.reword', id)).toMatchObject({ kind: 'tell' });
  expect(await letAcross(desk.desk, { id, person: tom, words: null })).toMatchObject({
    refusal: { code: 'not-your-words' },
  });
  // Whoever wrote them sends them as they are, and no other words than the broker's.
  expect(await letAcross(desk.desk, { id, person: ines, words: 'Other words' })).toMatchObject({
    refusal: { code: 'not-your-words' },
  });

  await handsOf(desk, ben).submits(reword, { words: 'Which form is it about?' });
  expect(await told('reworded')).toMatchSnapshot('and the author again');
  expect(await heard('to-read', id)).toBeNull();
  const view = await desk.view(request);
  expect(view.request.state).toMatchObject({ status: 'needs-info', askedBy: ines });
  const question = view.history.findLast(({ type }) => type === 'QuestionAsked');
  if (!question) throw new Error('nothing was asked');
  expect(messageAloud(lineFor(view, question, 'private-thread', ben))).toMatchSnapshot('the broker’s line');
  expect(await letAcross(desk.desk, { id, person: ben, words: null })).toMatchObject({
    refusal: { code: 'nothing-held' },
  });
});

test('words that are longer than a window holds are said to be cut in it', async () => {
  const all = await open();
  const { asked, waiting } = all;
  await asked('word '.repeat(700));
  const [id = ''] = await waiting();
  const reword = await handsOf(all, ben).opens('broker.reword', id);
  expect(viewAloud(reword)).toContain('its end is missing below');
});

test('what cannot cross any more goes back to whoever wrote it', async () => {
  const { desk, give, request, asked, waiting, told, clock } = await open();
  await asked();
  const [id = ''] = await waiting();
  const due = await desk.store.nextBrokeredDue('T1');
  expect(due).toBe(clock.now() + brokersTime);
  await give(request, mia, { type: 'withdraw', words: null });
  await letAcross(desk, { id, person: null, words: null });
  expect(await told('not-passed')).toMatchSnapshot();
  expect(await waiting()).toEqual([]);
});

test('words do not wait for nobody, and not where nothing may wait', async () => {
  const { desk, give, refusedTo, request, asked } = await open();
  const named = (broker: typeof ben) => refusedTo(request, ines, { type: 'name-broker', broker });
  expect(await named(gus)).toEqual({ code: 'not-a-member', person: gus });
  expect(await named(omar)).toEqual({ code: 'broker-takes-part', person: omar });
  const way = { kind: 'window', says: 'comment' } as const;
  const own = { request, person: ben, words: 'My own', way, cause: 'test:own' };
  expect(await askBroker(desk, own)).toBeNull();
  await give(request, ines, { type: 'set-priority', priority: 1, reason: 'It is down.' });
  expect(await asked()).toBeNull();
  await give(request, ines, { type: 'set-priority', priority: 2, reason: 'It is up.' });
  await give(request, mia, { type: 'name-broker', broker: null });
  expect(await asked()).toBeNull();
});
