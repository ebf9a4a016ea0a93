import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import { categoryIds } from '../../src/domain/stack/category.ts';
import { homeTab } from '../../src/slack/home/home-tab.ts';
import { waitingLine } from '../../src/slack/wording/waiting.ts';
import { homeOf } from '../../src/usecases/request/list-requests.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { viewAloud } from './support/aloud.ts';
import {
  acceptAsAsked,
  ada,
  ben,
  gus,
  ines,
  lea,
  mia,
  monday,
  omar,
  openDesk,
  settings,
  type TestDesk,
  tom,
} from './support/desk.ts';
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
  expect(home).toContain('notice by Fri, Mar 20, 2026 (in 18 days)');
  expect(home).toContain('[Add a tool…]');
});

test('the leads see the scoreboard, and marketing’s lead all that marketing asked for', async () => {
  const desk = await openDesk();
  const first = await desk.ask();
  await desk.ask({ requester: ben, author: ben, brief: { title: 'Survey', outcome: null, link: null } });
  await desk.give(first, ines, { type: 'claim' });
  await desk.give(first, ines, { type: 'ask', question: 'Which form?' });
  await desk.give(first, lea, { type: 'follow' });
  expect(await homeAloud(desk, lea)).toMatchSnapshot('marketing’s lead');
  expect(await homeAloud(desk, omar)).toContain('*Promises settled this week*');
  expect(await homeAloud(desk, ben)).not.toContain('*Promises settled this week*');

  // Whoever leads, works in IT, set the desk up and asks for much has the fullest page of all.
  await desk.desk.store.write((transaction) =>
    transaction.addSettings('T1', {
      ...{ version: 2, changedBy: null, changedAt: desk.clock.now() },
      document: { ...settings, leads: { marketing: omar, it: lea } },
    }),
  );
  for (let count = 0; count < 30; count += 1) {
    const request = await desk.ask(count % 2 === 0 ? { requester: omar, author: omar } : {});
    await desk.give(request, tom, { type: 'ask', question: 'Which form?' });
    if (count % 2 === 1) await desk.give(request, omar, { type: 'follow' });
  }
  const { blocks } = homeTab(await homeOf(desk.desk, omar, null), desk.clock.now());
  expect(blocks.length).toBeLessThan(100);
});

test('a card opens in a window, with the buttons of whoever opened it', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  const window = async (person: PersonId) =>
    viewAloud(await handsOf(desk, person).opens('home.card', request));
  expect(await window(mia)).toMatchSnapshot('the requester');
  expect(await window(ines)).toMatchSnapshot('IT');
  expect(await window(lea)).toContain('[Answer…]');
  expect(await window(ben)).not.toContain('[Answer…]');
  expect(await handsOf(desk, gus).presses('home.card', request)).toMatchObject({ kind: 'tell' });
});

test('what is pressed in a window is answered there', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const card = await handsOf(desk, ines).opens('home.card', request);
  const view = { metadata: card.private_metadata ?? '', values: {}, id: 'V1', hash: 'h' };
  const answer = await handsOf(desk, ines).presses('request.claim', request, { view });
  expect(answer.kind === 'update' && viewAloud(answer.modal)).toContain('MR-1* · With IT');
  await acceptAsAsked(desk, request);
  const { inForce } = await desk.view(request);
  const ticked = inForce?.criteria.filter(({ side }) => side === 'it').map(({ id }) => id) ?? [];
  await handsOf(desk, ines).presses('request.tick', null, { view, chosen: ticked });
  expect(Object.keys((await desk.view(request)).request.agreement.ticks)).toEqual(ticked);
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

test('how urgent something was is not said any more once it is over', async () => {
  const desk = await openDesk();
  const { request } = await desk.view(await desk.ask());
  const waiting = { kind: 'request', what: 'look-back', side: null, title: 'A', dueAt: null } as const;
  const said = (state: typeof request.state) =>
    waitingLine({ ...waiting, request: { ...request, state, priority: 1 } }, settings, monday).text;
  expect(said({ status: 'new' })).toContain('priority 1');
  expect(said({ status: 'done', confirmed: true, closedAt: monday })).not.toContain('priority 1');
});
