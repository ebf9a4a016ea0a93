import { expect, test } from 'vitest';
import { routes } from '../../src/slack/routes.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { gus, ines, mia, openDesk, type TestDesk } from './support/desk.ts';
import { handsOf, valuesOf } from './support/window.ts';

const postwise = sampleTool(
  { name: 'Postwise', category: 'email', purpose: 'Newsletters' },
  { id: '01J0000000000000000000PWSE' },
);
const picked = 'stack:01J0000000000000000000PWSE Postwise';

async function deskWithStack(): Promise<TestDesk> {
  const desk = await openDesk();
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([postwise])));
  return desk;
}

async function suggested({ desk }: TestDesk, typed: string, person = mia) {
  const options = (await routes.options.tool?.({ desk, person, typed })) ?? [];
  return options.map(({ value, text, description }) => [value, text.text, description?.text]);
}

test('the menu finds tools by their name and by what they do, and takes any other name', async () => {
  const desk = await deskWithStack();
  expect(await suggested(desk, 'postw')).toEqual([
    [picked, 'Postwise', 'Email · in use'],
    ['postw', 'postw', 'Not in the stack'],
  ]);
  expect((await suggested(desk, 'newsletter'))[0]?.[0]).toBe(picked);
  expect(await suggested(desk, 'POSTWISE')).toEqual([[picked, 'Postwise', 'Email · in use']]);
  expect(await suggested(desk, ' ')).toEqual([]);
  expect(await suggested(desk, 'post', gus)).toEqual([]);
});

test('a name that is longer than a menu can hold is cut at a character', async () => {
  const [[value, text] = []] = await suggested(await openDesk(), '👩‍🚀'.repeat(30));
  expect(value).toBe(`${'👩‍🚀'.repeat(14)}…`);
  expect(text).toBe(value);
});

test('while the stack is down, or many people wait, a name can be typed all the same', async () => {
  const desk = await deskWithStack();
  const store = { ...desk.desk.store, searchTools: () => Promise.reject(new Error('down')) };
  const itself = [['postw', 'postw', 'Not in the stack']];
  expect(await suggested({ ...desk, desk: { ...desk.desk, store } }, 'postw')).toEqual(itself);
  expect(await suggested({ ...desk, desk: { ...desk.desk, isCrowded: () => true } }, 'postw')).toEqual(
    itself,
  );
});

test('what is picked is kept by its id and its name, survives an edit, and comes along when asked again', async () => {
  const desk = await deskWithStack();
  const hands = handsOf(desk, mia);
  const opened = await hands.types('Another sender address');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const values = {
    ...valuesOf(opened.modal, { kind: 'change' }),
    tool: { tool: { selected_option: { value: picked } } },
  };
  expect(await hands.submits(opened.modal, {}, { values })).toEqual({ kind: 'nothing' });
  const { id = '' } = (await desk.desk.store.requestByNumber('T1', 1)) ?? {};
  const known = { tool: postwise.id, details: { tool: 'Postwise' } };
  expect((await desk.view(id)).brief).toMatchObject(known);

  const editing = await hands.opens('request.edit', id);
  expect(valuesOf(editing).tool).toEqual({ tool: { selected_option: { value: picked } } });
  expect(await hands.submits(editing, { title: 'Two sender addresses' })).toEqual({ kind: 'nothing' });
  expect((await desk.view(id)).brief).toMatchObject({ title: 'Two sender addresses', ...known });
  const other = await hands.opens('request.edit', id);
  expect(await hands.submits(other, { tool: 'Letterbird' })).toEqual({ kind: 'nothing' });
  const { brief } = await desk.view(id);
  expect([brief.tool, brief.details]).toEqual([undefined, { tool: 'Letterbird' }]);

  await desk.give(id, ines, { type: 'decline', reason: 'not-now', words: 'Later' });
  const again = await hands.opens('request.again', id);
  expect(valuesOf(again).tool).toEqual({ tool: { selected_option: { value: 'Letterbird' } } });
});
