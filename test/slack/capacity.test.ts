import { expect, test } from 'vitest';
import { settingsInForce } from '../../src/usecases/desk.ts';
import { capacityReading } from '../../src/usecases/roadmap/capacity.ts';
import { viewAloud } from './support/aloud.ts';
import { acceptAsAsked, mia, omar, openDesk } from './support/desk.ts';
import { errorsOf, handsOf, valuesOf } from './support/window.ts';

test('IT’s lead says what IT can do in a month, and in one that is different', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, omar);
  const opened = await hands.types('capacity');
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened));
  expect(viewAloud(opened.modal)).toMatchSnapshot();
  expect(errorsOf(await hands.submits(opened.modal, { 'size-S.every': 'many' }))).toEqual({
    'size-S.every': 'Please write a whole number from 0 to 999.',
    'size-M.every': 'Please write a number, such as 4.',
    'size-L.every': 'Please write a number, such as 4.',
  });
  const usual = { 'size-S.every': '8', 'size-M.every': '4', 'size-L.every': '1' };
  expect(await hands.submits(opened.modal, usual)).toEqual({ kind: 'nothing' });

  const view = { metadata: '', values: valuesOf(opened.modal, { month: '2026-04' }), id: 'V', hash: '1' };
  const turned = await hands.presses('capacity.month', '2026-04', { view });
  if (turned.kind !== 'update') throw new Error(JSON.stringify(turned));
  expect(viewAloud(turned.modal)).toContain('= "8"');
  await hands.submits(turned.modal, { 'size-M.2026-04': '2' });

  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const { store, workspace } = desk.desk;
  const settings = await settingsInForce(desk.desk, store);
  expect(await capacityReading(store, workspace, settings, { from: '2026-03', count: 2 })).toEqual([
    { month: '2026-03', accepted: { S: 0, M: 1, L: 0 }, capacity: { S: 8, M: 4, L: 1 } },
    { month: '2026-04', accepted: { S: 0, M: 0, L: 0 }, capacity: { S: 8, M: 2, L: 1 } },
  ]);
});

test('nobody else states it', async () => {
  const desk = await openDesk();
  const refused = { kind: 'tell', message: { text: 'Only IT’s lead can change that.' } };
  expect(await handsOf(desk, mia).types('capacity')).toMatchObject(refused);
});

test('of two windows at once, the second sees what the first one said and keeps its own', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, omar);
  const window = async () => {
    const opened = await hands.types('capacity');
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened));
    return opened.modal;
  };
  const [slow, quick] = [await window(), await window()];
  const typed = (count: string) => ({ 'size-S.every': count, 'size-M.every': '2', 'size-L.every': '1' });
  await hands.submits(quick, typed('8'));
  const again = await hands.submits(slow, typed('5'));
  if (again.kind !== 'update') throw new Error(JSON.stringify(again));
  expect(viewAloud(again.modal)).toContain('It now reads: 8 S, 2 M, 1 L.');
  expect(await hands.submits(again.modal)).toEqual({ kind: 'nothing' });
  const stored = await desk.desk.store.settings('T1');
  expect(stored?.document.capacity.usual).toEqual({ S: 5, M: 2, L: 1 });
});
