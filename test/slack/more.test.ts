import { expect, test } from 'vitest';
import type { Answer } from '../../src/slack/conversation.ts';
import { promptOf } from '../../src/slack/triage/prompt.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, ines, mia, openDesk, type TestDesk, tom } from './support/desk.ts';
import { errorsOf, handsOf, type Typed } from './support/window.ts';

const ok: Answer = { kind: 'nothing' };

async function modalOf(desk: TestDesk, person: typeof mia, what: string, request: string) {
  return handsOf(desk, person).opens('request.more', `${what} ${request}`);
}

const windows: [what: string, person: typeof mia, typed: Typed][] = [
  ['reply', ines, { words: 'It is on its way.' }],
  ['assign', ines, { to: 'UTOM' }],
  ['set-priority', ines, { priority: '1', reason: 'The board will see it.' }],
  ['change-date', ines, { date: '2026-04-02' }],
  ['change-date', mia, { date: '2026-04-02' }],
  ['change-kind', mia, { kind: 'launch' }],
  ['link-issue', ines, { link: 'https://jira.example.com/browse/WEB-7' }],
  ['hand-over', mia, { to: 'UBEN' }],
];

test.each(windows)('%s, by %s', async (what, person, typed) => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(await desk.ask(), ines, { type: 'claim' });
  const modal = await modalOf(desk, person, what, request);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(await handsOf(desk, person).submits(modal, typed)).toEqual(ok);
  const { history } = await desk.view(request);
  expect(history.length).toBeGreaterThan(2);
});

const refused: [what: string, person: typeof mia, typed: Typed][] = [
  ['reply', ines, { words: null }],
  ['assign', ines, {}],
  ['assign', ines, { to: 'UMIA' }],
  ['set-priority', ines, { reason: 'The same.' }],
  ['set-priority', ines, { priority: '1' }],
  ['change-date', ines, { date: '2026-02-27' }],
  ['change-date', mia, {}],
  ['change-kind', mia, {}],
  ['link-issue', ines, { link: 'javascript:alert(1)' }],
  ['hand-over', mia, { to: 'UGUS' }],
  ['hand-over', mia, { to: 'UMIA' }],
  ['merge', ines, { into: 'MR-1' }],
  ['merge', ines, { into: 'MR-77' }],
  ['merge', ines, {}],
];

test.each(refused)('%s, by %s, with %j is not taken', async (what, person, typed) => {
  const desk = await openDesk();
  const modal = await modalOf(desk, person, what, await desk.ask());
  const answer = await handsOf(desk, person).submits(modal, typed);
  expect(answer.kind === 'update' ? viewAloud(answer.modal) : errorsOf(answer)).toMatchSnapshot();
});

test('joined to another: both change at once, and who asked follows the other', async () => {
  const desk = await openDesk();
  const [first, second] = [await desk.ask(), await desk.ask({ requester: tom, author: tom })];
  const modal = await modalOf(desk, ines, 'merge', second);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(await handsOf(desk, ines).submits(modal, { into: 'mr-1' })).toEqual(ok);
  expect((await desk.view(second)).request.state).toEqual({ status: 'merged', into: first });
  expect((await desk.view(first)).request.followers).toEqual([tom]);
  const cards = (await desk.desk.store.openOutbox(100)).map(({ subject }) => subject);
  expect(cards).toContainEqual({ kind: 'upsert', purpose: 'private-card', request: first, recipient: tom });
});

test('neither changes if the other one is closed', async () => {
  const desk = await openDesk();
  const [first, second] = [await desk.ask(), await desk.ask()];
  const modal = await modalOf(desk, ines, 'merge', second);
  await desk.give(first, mia, { type: 'withdraw', words: null });
  expect(errorsOf(await handsOf(desk, ines).submits(modal, { into: 'MR-1' })).into).toContain('can’t join');
  expect((await desk.view(second)).request.state.status).toBe('new');
});

test('an agreed date changes only with the other side', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const modal = await modalOf(desk, ines, 'change-date', request);
  expect(viewAloud(modal)).toMatchSnapshot();
  await handsOf(desk, ines).submits(modal, { date: '2026-04-02' });
  const { inForce, proposed } = await desk.view(request);
  expect([inForce?.date, proposed?.date]).toEqual(['2026-03-12', '2026-04-02']);
});

test('what was altered opens nothing', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const hands = handsOf(desk, ines);
  expect(await hands.presses('request.more', `constructor ${request}`)).toEqual(ok);
  expect(await hands.presses('request.more', null)).toEqual(ok);
  expect(await hands.presses('thread.send', '{"as":"share"}')).toMatchObject({ kind: 'tell' });
  expect(await hands.presses('queue.due', 'due -1')).toEqual(ok);
});

test('every prompt says who reads what', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'comment', words: 'Which <!channel> form?', shared: false });
  const view = await desk.view(request);
  const note = view.history.at(-1);
  const words = note?.type === 'CommentAdded' ? note.words : '';
  const subject = { kind: 'consent', request, channel: 'C0TRIAGE', threadTs: null, recipient: ines } as const;
  const prompts = [
    { type: 'decline' } as const,
    ...(['ask', 'share', 'keep', 'correct'] as const).map(
      (as) => ({ type: 'cross', as, ts: '1.1', words, suggestedBy: as === 'keep' ? tom : ines }) as const,
    ),
  ];
  for (const prompt of prompts) {
    const message = await promptOf(desk.desk, view, { ...subject, prompt });
    expect(message && messageAloud(message)).toMatchSnapshot();
  }
});
