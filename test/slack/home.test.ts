import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import { categoryIds } from '../../src/domain/stack/category.ts';
import { homeTab } from '../../src/slack/home/home-tab.ts';
import { homeOf } from '../../src/usecases/list-requests.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { viewAloud } from './support/aloud.ts';
import { ada, gus, ines, mia, openDesk, type TestDesk, tom } from './support/desk.ts';
import { handsOf } from './support/window.ts';

async function homeAloud({ desk, clock }: TestDesk, person: PersonId, channel: string | null = 'C0TRIAGE') {
  return viewAloud(homeTab(await homeOf(desk, person, channel), clock.now()));
}

test('each sees what is theirs', async () => {
  const desk = await openDesk();
  expect(await homeAloud(desk, mia)).toMatchSnapshot('marketing, at first');
  const first = await desk.ask();
  await desk.ask({ brief: { title: '*Survey* <!channel>', outcome: null, link: null }, impact: 1 });
  await desk.give(first, ines, { type: 'claim' });
  expect(await homeAloud(desk, ines)).toMatchSnapshot('IT');
  await desk.give(first, ines, { type: 'ask', question: 'Which form?' });
  expect(await homeAloud(desk, mia)).toMatchSnapshot('marketing');
  expect(await homeAloud(desk, gus)).toMatchSnapshot('a guest');
  expect(await homeAloud(desk, ada, null)).toMatchSnapshot('an admin before the set-up');
});

test('a full desk stays within what Slack takes', async () => {
  const desk = await openDesk();
  const title = 'W'.repeat(150);
  for (let count = 0; count < 30; count += 1) {
    await desk.ask({ brief: { title, outcome: null, link: null }, requester: tom, author: tom });
  }
  const tools = categoryIds.flatMap((category) =>
    [1, 2, 3, 4].map((count) =>
      sampleTool({ name: `${category} ${count} ${'w'.repeat(50)}`, category, contract_end: '2026-03-20' }),
    ),
  );
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved(tools)));
  const home = await homeAloud(desk, tom);
  expect(home).toContain('page 1 of 3');
  expect(home).toContain('*Tools we share* · 108 tools');
  expect(home).toContain('*Advertising* · 4: advertising 1');
  expect(home).toContain('notice by Fri 20 Mar 2026 (in 18 days)');
  expect(home).toContain('[Add a tool…]');
});

test('its buttons open the windows', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const hands = handsOf(desk, ines);
  expect(await hands.presses('home.start', 'start')).toMatchObject({ kind: 'open' });
  expect(await hands.presses('home.show', request)).toMatchObject({ kind: 'open' });
  expect(await hands.presses('home.show', 'ID9')).toMatchObject({ kind: 'tell' });
  expect(await hands.presses('home.set-up', 'set-up')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, ada).presses('home.set-up', 'set-up')).toMatchObject({ kind: 'open' });
});
