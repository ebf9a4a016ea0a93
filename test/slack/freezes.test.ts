import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { viewAloud } from './support/aloud.ts';
import { ines, mia, omar, openDesk, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf, valuesOf } from './support/window.ts';

function windowIn(answer: Answer): Modal {
  if (answer.kind !== 'open' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

const spring = {
  'freeze-what': 'The shop and its <!channel>',
  'freeze-from': '2026-03-10',
  'freeze-to': '2026-03-20',
  'freeze-why': 'Spring sale',
};

async function frozen(desk: TestDesk): Promise<Modal> {
  const hands = handsOf(desk, omar);
  const form = windowIn(await hands.presses('freeze.add', 'add'));
  return windowIn(await hands.submits(form, spring));
}

test('IT’s lead says what is frozen; everybody reads it', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, omar);
  const form = windowIn(await hands.presses('freeze.add', 'add'));
  expect(errorsOf(await hands.submits(form, { ...spring, 'freeze-to': '2026-03-09' }))).toEqual({
    'freeze-to': 'The last day is before the first one.',
  });
  expect(viewAloud(await frozen(desk))).toMatchSnapshot('for IT’s lead');
  expect(viewAloud(windowIn(await handsOf(desk, mia).types('freezes')))).toMatchSnapshot('for others');
  const text = 'Only IT’s lead can change that.';
  expect(await handsOf(desk, ines).presses('freeze.add', 'add')).toMatchObject({ message: { text } });
  expect(await handsOf(desk, mia).submits(form, spring)).toMatchObject({ message: { text } });
});

test('of two who change it at once, the second sees the difference; it is taken out once', async () => {
  const desk = await openDesk();
  await frozen(desk);
  const hands = handsOf(desk, omar);
  const [freeze] = (await desk.desk.store.settings('T1'))?.document.freezes ?? [];
  const [slow, quick] = [
    windowIn(await hands.presses('freeze.edit', freeze?.id ?? '')),
    windowIn(await hands.presses('freeze.edit', freeze?.id ?? '')),
  ];
  await hands.submits(quick, { 'freeze-to': '2026-03-25' });
  const answer = await hands.submits(slow, { 'freeze-why': 'Stock-taking' });
  expect(viewAloud(windowIn(answer))).toMatchSnapshot();
  const gone = windowIn(await hands.presses('freeze.remove', freeze?.id ?? ''));
  expect(viewAloud(gone)).toContain('Nothing is frozen');
  expect(await hands.submits(slow)).toMatchObject({
    message: { text: 'That freeze period was taken out meanwhile.' },
  });
});

test('there is room for fifty, and the desk goes on with all of them', async () => {
  const { desk, ...rest } = await openDesk();
  await frozen({ desk, ...rest });
  const stored = await desk.store.settings('T1');
  const [freeze] = stored?.document.freezes ?? [];
  if (!stored || !freeze) throw new Error('nothing is frozen');
  const freezes = Array.from({ length: 50 }, (_, index) => ({ ...freeze, id: `F${index}` }));
  const full = { ...stored, version: stored.version + 1, document: { ...stored.document, freezes } };
  await desk.store.write((transaction) => transaction.addSettings('T1', full));
  const hands = handsOf({ desk, ...rest }, omar);
  const form = windowIn(await hands.presses('freeze.add', 'add'));
  expect(await hands.submits(form, spring)).toMatchObject({
    message: { text: expect.stringContaining('There are 50 freeze periods already') },
  });
  expect((await desk.store.settings('T1'))?.document.freezes).toHaveLength(50);
});

test('a day in a freeze is said where it is accepted, as soon as it is picked, and keeps nobody from it', async () => {
  const desk = await openDesk();
  await frozen(desk);
  const request = await desk.ask();
  const hands = handsOf(desk, ines);
  const accept = await hands.opens('request.accept', request);
  expect(viewAloud(accept)).toContain('*Thu, Mar 12, 2026 lies in a freeze.*');
  const view = {
    ...{ metadata: accept.private_metadata ?? '', id: 'V1', hash: '1' },
    values: valuesOf(accept, { date: '2026-03-24' }),
  };
  const later = windowIn(await hands.presses('accept.date', '2026-03-24', { view }));
  expect(viewAloud(later)).toContain('*The two weeks before Tue, Mar 24, 2026 run into a freeze.*');
  expect(await hands.submits(accept, { size: 'S' })).toEqual({ kind: 'nothing' });
  expect((await desk.view(request)).inForce?.date).toBe('2026-03-12');
});
