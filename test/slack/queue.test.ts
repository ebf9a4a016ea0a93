import { expect, test } from 'vitest';
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
    const answer = await hands.presses(`queue.${list}`, `${list} ${page}`, { view });
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
