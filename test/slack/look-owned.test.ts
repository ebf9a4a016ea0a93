import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { viewAloud } from './support/aloud.ts';
import { mia, openDesk, type TestDesk } from './support/desk.ts';
import { handsOf, type Typed } from './support/window.ts';

const postwise = sampleTool({
  ...{ name: 'Postwise', category: 'email', purpose: 'Newsletters for customers', business_owner: 'ULEA' },
  ...{ seats: '25', contract_end: '2026-04-12' },
});
const letterbird = sampleTool({ name: 'Letterbird', category: 'email', purpose: 'Sends our newsletter' });

async function deskWithStack(): Promise<TestDesk> {
  const desk = await openDesk();
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([postwise, letterbird])));
  return desk;
}

async function asks(desk: TestDesk, typed: Typed): Promise<Answer> {
  const hands = handsOf(desk, mia);
  const opened = await hands.types('');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return hands.submits(opened.modal, { kind: 'tool', ...typed });
}

function shown(answer: Answer): Modal {
  if (answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

async function detailsOf({ desk, view }: TestDesk) {
  const request = await desk.store.requestByNumber('T1', 1);
  return (await view(request?.id ?? '')).brief.details;
}

test('tools that the company has are shown with owner, seats and renewal; why not those reaches IT', async () => {
  const desk = await deskWithStack();
  const look = shown(await asks(desk, { title: 'A tool for newsletters' }));
  expect(viewAloud(look).split('---')[0]).toMatchSnapshot();
  const typed = { whyNot: 'They cannot send in Japanese' };
  expect(await handsOf(desk, mia).submits(look, typed)).toEqual({ kind: 'nothing' });
  expect(await detailsOf(desk)).toMatchObject({ owned: 'Letterbird, Postwise', ...typed });
});

test('IT sees what was owned, whether or not the requester says why not', async () => {
  const desk = await deskWithStack();
  const look = shown(await asks(desk, { title: 'A tool for newsletters' }));
  await handsOf(desk, mia).submits(look);
  const details = await detailsOf(desk);
  expect(details).toMatchObject({ owned: 'Letterbird, Postwise' });
  expect(details).not.toHaveProperty('whyNot');
});

test('whoever is not after a tool is not shown any', async () => {
  const desk = await deskWithStack();
  expect(await asks(desk, { kind: 'change', title: 'Typo in the newsletter' })).toEqual({ kind: 'nothing' });
});

test('while the stack is down, requests are sent without it', async () => {
  const desk = await deskWithStack();
  const warned: string[] = [];
  const down = () => Promise.reject(new Error('down'));
  const store = { ...desk.desk.store, searchTools: down, toolsById: down };
  const log = { ...desk.desk.log, warn: (_: object, message: string) => warned.push(message) };
  const ill = { ...desk, desk: { ...desk.desk, store, log } };
  expect(await asks(ill, { title: 'A tool for newsletters' })).toEqual({ kind: 'nothing' });
  expect(warned).toEqual([expect.stringContaining('tools that do this')]);
});

test('and so they are if it goes down between the look and the sending', async () => {
  const desk = await deskWithStack();
  const look = shown(await asks(desk, { title: 'A tool for newsletters' }));
  const store = { ...desk.desk.store, toolsById: () => Promise.reject(new Error('down')) };
  const ill = { ...desk, desk: { ...desk.desk, store } };
  expect(await handsOf(ill, mia).submits(look)).toEqual({ kind: 'nothing' });
});

test('while many people wait at once, nothing is looked for', async () => {
  const desk = await deskWithStack();
  const crowded = { ...desk, desk: { ...desk.desk, isCrowded: () => true } };
  expect(await asks(crowded, { title: 'A tool for newsletters' })).toEqual({ kind: 'nothing' });
});
