import { expect, test } from 'vitest';
import type { Modal } from '../../src/slack/conversation.ts';
import { viewAloud } from './support/aloud.ts';
import { ines, mia, openDesk, tom } from './support/desk.ts';
import { handsOf } from './support/window.ts';

test('IT goes through its lists, page by page', async () => {
  const desk = await openDesk();
  const requests: string[] = [];
  for (let count = 1; count <= 12; count += 1) {
    requests.push(await desk.ask({ brief: { title: `Page ${count}`, outcome: null, link: null } }));
  }
  const [first = '', second = '', third = ''] = requests;
  await desk.give(first, ines, { type: 'claim' });
  await desk.give(second, tom, { type: 'ask', question: 'Which form?' });
  const waitsFor = { party: 'third-party', name: 'Acme' } as const;
  await desk.give(third, tom, { type: 'hold', waitsFor, reason: 'A port.', reviewOn: '2026-03-09' });

  const hands = handsOf(desk, ines);
  const opened = await hands.types('triage');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(viewAloud(opened.modal)).toMatchSnapshot('due next');
  const view = { metadata: opened.modal.private_metadata ?? '', values: {}, id: 'V1', hash: '1' };
  const turned = async (list: string, page = 0) => {
    const answer = await hands.presses(`queue.${list}`, `${list} ${page} - - - -`, { view });
    if (answer.kind !== 'update') throw new Error(answer.kind);
    return viewAloud(answer.modal);
  };
  expect(await turned('mine')).toContain('Page 1');
  expect(await turned('marketing')).toContain('Page 2');
  expect(await turned('others')).toContain('Page 3');
  expect(await turned('unclaimed', 1)).toMatchSnapshot('not taken, the last page');
  expect(await turned('unclaimed', 99)).toContain('page 2 of 2');
});

test('the queue is for IT', async () => {
  const desk = await openDesk();
  expect(await handsOf(desk, mia).types('triage')).toMatchObject({
    kind: 'tell',
    message: { text: 'The queue is for IT. `/martech-request mine` lists what you asked for.' },
  });
});

test('IT narrows a list, orders it, and gives several away at once', async () => {
  const desk = await openDesk();
  const brief = (title: string) => ({ brief: { title, outcome: null, link: null } });
  const first = await desk.ask({ ...brief('Old and small'), impact: 3, urgency: 3 });
  const second = await desk.ask({ ...brief('A tool'), kind: 'data' });
  const third = await desk.ask({ ...brief('New and large'), impact: 1, urgency: 1 });
  await desk.give(second, ines, { type: 'claim' });

  const hands = handsOf(desk, ines);
  const opened = await hands.types('triage');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const view = { metadata: opened.modal.private_metadata ?? '', values: {}, id: 'V1', hash: '1' };
  const pressed = async (what: string, value: string) => {
    const answer = await hands.presses(`queue.${what}`, value, { view });
    if (answer.kind !== 'update') throw new Error(answer.kind);
    return answer.modal;
  };
  const titles = (modal: Modal) => viewAloud(modal).match(/(?<=\*MR-\d\* ).*/g);
  expect(titles(await pressed('order', 'due 0 - - oldest -'))).toEqual([
    ...['Old and small', 'A tool', 'New and large'],
  ]);
  expect(titles(await pressed('order', 'due 0 - - priority -'))).toEqual([
    ...['New and large', 'A tool', 'Old and small'],
  ]);
  expect(titles(await pressed('kind', 'due 0 data - - -'))).toEqual(['A tool']);
  expect(titles(await pressed('priority', 'due 0 - 1 - -'))).toEqual(['New and large']);
  expect(titles(await pressed('assignee', `due 0 - - - ${ines}`))).toEqual(['A tool']);
  expect(viewAloud(await pressed('kind', 'unclaimed 0 broken - - -'))).toMatchSnapshot(
    'nothing of that sort',
  );
  expect(await hands.presses('queue.kind', 'due 0 nonsense - - -', { view })).toEqual({ kind: 'nothing' });

  const window = await pressed('give', 'due 0 - - - -');
  expect(viewAloud(window)).toMatchSnapshot('which, and to whom');
  const given = await hands.submits(window, { requests: [first, second, third], to: 'UINES' });
  if (given.kind !== 'update') throw new Error(given.kind);
  expect(viewAloud(given.modal)).toMatchSnapshot('given');
  expect((await desk.desk.store.request(third))?.assignee).toBe(ines);
  const refused = await hands.submits(window, { requests: [first], to: 'UMIA' });
  if (refused.kind !== 'update') throw new Error(refused.kind);
  expect(viewAloud(refused.modal)).toContain('@mia is not in IT, so MR-1 can’t be given to them.');
  expect(await hands.submits(window, { requests: [], to: null })).toEqual({
    kind: 'errors',
    errors: { requests: 'Please pick at least one.', to: 'Please pick somebody.' },
  });
  const marketing = handsOf(desk, mia);
  expect(await marketing.presses('queue.give', 'due 0 - - - -')).toEqual({ kind: 'nothing' });
  expect(await marketing.submits(window, { requests: [first], to: 'UINES' })).toMatchObject({ kind: 'tell' });
});
