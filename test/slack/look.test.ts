import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { viewAloud } from './support/aloud.ts';
import { ben, lea, mia, monday, omar, openDesk } from './support/desk.ts';
import { errorsOf, handsOf, type Typed } from './support/window.ts';

async function asked(typed: Typed) {
  const desk = await openDesk();
  const first = await desk.ask();
  const hands = handsOf(desk, ben);
  const opened = await hands.types('');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const answer = await hands.submits(opened.modal, { kind: 'change', ...typed });
  const second = async () => desk.desk.store.requestByNumber('T1', 2);
  return { desk, first, hands, answer, second };
}

function shown(answer: Answer): Modal {
  if (answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

test('what was asked before is shown once, and can be followed instead', async () => {
  const { desk, first, hands, answer, second } = await asked({ title: 'Spring webinar landing page' });
  expect(viewAloud(shown(answer))).toMatchSnapshot();
  expect(await second()).toBeNull();

  const followed = await hands.presses('intake.follow', first);
  expect(viewAloud(shown(followed))).toContain('You follow MR-1 now');
  expect((await desk.view(first)).request.followers).toEqual([ben]);
  expect(viewAloud(shown(await hands.presses('intake.follow', first)))).toContain('already have');
});

test('or sent all the same, with what was typed', async () => {
  const { hands, answer, second } = await asked({
    title: 'Spring webinar landing page',
    outcome: 'More leads',
  });
  expect(await hands.submits(shown(answer))).toEqual({ kind: 'nothing' });
  expect(await second()).toMatchObject({ requester: ben });
});

test('nothing to show, nothing in the way', async () => {
  const { answer, second } = await asked({ title: 'Raffle at the fair stand' });
  expect(answer).toEqual({ kind: 'nothing' });
  expect(await second()).not.toBeNull();
});

test('while the search is down, requests are sent without it', async () => {
  const desk = await openDesk();
  const warned: string[] = [];
  const store = { ...desk.desk.store, searchRequests: () => Promise.reject(new Error('down')) };
  const log = { ...desk.desk.log, warn: (_: object, message: string) => warned.push(message) };
  const hands = handsOf({ ...desk, desk: { ...desk.desk, store, log } }, ben);
  const opened = await hands.types('');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(await hands.submits(opened.modal, { kind: 'change', title: 'A form' })).toEqual({ kind: 'nothing' });
  expect(warned).toEqual([expect.stringContaining('look-alikes')]);
});

test.each([
  { choice: 'usual', neededBy: null },
  { choice: 'week-end', neededBy: '2026-03-06' },
])('a word of hurry is met with what it means here; "$choice" is kept', async ({ choice, neededBy }) => {
  const { desk, hands, answer, second } = await asked({ title: 'Raffle form by end of week' });
  expect(viewAloud(shown(answer))).toMatchSnapshot();
  expect(await hands.submits(shown(answer), { hurryChoice: choice })).toEqual({ kind: 'nothing' });
  const request = await second();
  expect(request?.neededBy).toBe(neededBy);
  const { brief } = await desk.view(request?.id ?? '');
  expect(brief.details).toEqual({ hurry: 'by end of week', hurryChoice: choice });
});

test('a day that is meant but not picked is asked for; a day that was picked needs no talk', async () => {
  const { hands, answer, second } = await asked({ title: 'Raffle form ASAP' });
  expect(Object.keys(errorsOf(await hands.submits(shown(answer), { hurryChoice: 'day' })))).toEqual([
    'needed',
  ]);
  const typed = { hurryChoice: 'day', needed: '2026-03-10' };
  expect(await hands.submits(shown(answer), typed)).toEqual({ kind: 'nothing' });
  expect((await second())?.neededBy).toBe('2026-03-10');

  const dated = await asked({ title: 'Raffle form ASAP', needed: '2026-03-10' });
  expect(dated.answer).toEqual({ kind: 'nothing' });
});

test('what looks like a secret is held back until somebody says that it is none', async () => {
  const outcome = 'Log in with password: Sunshine7';
  const { hands, answer, second } = await asked({ title: 'Raffle form', outcome });
  expect(viewAloud(shown(answer))).toMatchSnapshot();
  expect(Object.keys(errorsOf(await hands.submits(shown(answer))))).toEqual(['outcome']);
  expect(await second()).toBeNull();
  expect(await hands.submits(shown(answer), { 'no-secret': ['send'] })).toEqual({ kind: 'nothing' });
  expect(await second()).not.toBeNull();
});

test('a window that is sent twice is one request, and does not look like itself', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const opened = await hands.types('Raffle form');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  for (let time = 0; time < 2; time += 1) {
    const answer = await hands.submits(opened.modal, { kind: 'change' }, { cause: 'view:V1:intake' });
    expect(answer).toEqual({ kind: 'nothing' });
  }
  expect(await desk.desk.store.countOpenRequests('T1')).toBe(1);
});

test('a window that an older version of the app opened still sends', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const opened = await hands.types('A form');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const older = { metadata: '{"more":false}' };
  expect(await hands.submits(opened.modal, { kind: 'change' }, older)).toEqual({ kind: 'nothing' });
  const altered = await hands.submits(opened.modal, { kind: 'change' }, { metadata: '{"__proto__":1}' });
  expect(viewAloud(shown(altered))).toContain('out of date');
});

test('find lists what has all of the words, for members', async () => {
  const { hands } = await asked({ title: 'Raffle form' });
  expect(await hands.types('find raffles')).toMatchObject({ kind: 'tell' });
  const found = await hands.types('find spring webinar');
  if (found.kind !== 'tell') throw new Error(found.kind);
  expect(JSON.stringify(found.message)).toContain('Landing page for the spring webinar');
  expect(await hands.types('find')).toMatchObject({ kind: 'tell' });
  expect(JSON.stringify(await hands.types('find nothing at all'))).toContain('No request has');
});

test('what a word of hurry promises is what the dictionary says, and in the words of today', async () => {
  const desk = await openDesk();
  const look = async (title: string) => {
    const opened = await handsOf(desk, mia).types(title);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    return viewAloud(shown(await handsOf(desk, mia).submits(opened.modal, { kind: 'change' })));
  };
  expect(await look('Price list ASAP')).toContain(
    'The dictionary has “ASAP”: It counts only with an impact and an urgency: both high is priority 1.',
  );
  const text = {
    language: 'en' as const,
    word: 'ASAP',
    synonyms: ['dringend'],
    marketing: 'Today, please.',
    it: 'After lunch.',
  };
  const term = { ...text, id: 'asap', promise: 'It is looked at on the same day.', revision: 1, agreed: {} };
  await desk.desk.store.write(async (transaction) => {
    await transaction.addTerm('T1', term, { by: lea, at: monday });
    for (const [side, by] of [['marketing', lea] as const, ['it', omar] as const]) {
      await transaction.agreeToTerm('T1', { id: 'asap', revision: 1, side, by, at: monday });
    }
  });
  expect(await look('Price list, urgent')).toContain(
    'Both sides agreed on “ASAP”: It is looked at on the same day.',
  );
  expect(await look('Price list before the fair')).not.toContain('“ASAP”');

  const down = { ...desk.desk.store, terms: () => Promise.reject(new Error('down')) };
  const ill = { ...desk, desk: { ...desk.desk, store: down } };
  const opened = await handsOf(ill, mia).types('Price list ASAP');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const modal = shown(await handsOf(ill, mia).submits(opened.modal, { kind: 'change' }));
  expect(viewAloud(modal)).toContain('What “ASAP” means here');
});
