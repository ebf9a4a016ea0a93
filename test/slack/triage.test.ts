import { expect, test } from 'vitest';
import type { Answer } from '../../src/slack/conversation.ts';
import { whisperOf } from '../../src/slack/triage/whisper.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import {
  acceptAsAsked,
  ben,
  criteriaOf,
  ines,
  mia,
  omar,
  openDesk,
  type TestDesk,
  tom,
} from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

const ok: Answer = { kind: 'nothing' };

async function statusOf(desk: TestDesk, request: string): Promise<string> {
  return (await desk.view(request)).request.state.status;
}

function told(answer: Answer): string {
  if (answer.kind !== 'tell') throw new Error(`nothing told, but ${JSON.stringify(answer)}`);
  return answer.message.text;
}

test('one takes it, the other is told who', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  expect(await handsOf(desk, ines).presses('request.claim', request)).toEqual(ok);
  expect(told(await handsOf(desk, tom).presses('request.claim', request))).toBe(
    '<@UINES> already has MR-1. Talk to them if you want to take over.',
  );
  expect(await handsOf(desk, ines).presses('request.release', request)).toEqual(ok);
});

const windows = {
  'request.ask': { question: 'Which form?' },
  'request.counter': { instead: 'The events page.', why: 'It is there.' },
  'request.decline': { reason: 'not-now', words: 'In May again.' },
  'request.hold': {
    name: 'Acme',
    meaning: 'A week later.',
    reason: 'They open a port.',
    review: '2026-03-09',
  },
};

test.each(Object.entries(windows))('%s', async (action, typed) => {
  const desk = await openDesk();
  const request = await desk.ask();
  const hands = handsOf(desk, ines);
  const modal = await hands.opens(action, request);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(errorsOf(await hands.submits(modal))).toMatchSnapshot('left empty');
  expect(await hands.submits(modal, typed)).toEqual(ok);
  expect(await statusOf(desk, request)).not.toBe('new');
});

test('someone outside has to be named', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ines);
  const modal = await hands.opens('request.hold', await desk.ask());
  const typed = { meaning: 'A week later.', reason: 'They open a port.', review: '2026-03-09' };
  expect(errorsOf(await hands.submits(modal, { ...typed, name: ' ' }))).toEqual({
    name: 'Please name who is waited for.',
  });
  expect(await hands.submits(modal, { ...typed, name: null, party: 'marketing' })).toEqual(ok);
});

test('a decline is looked at again, once', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, tom, { type: 'decline', reason: 'not-now', words: 'In May again.' });
  const hers = handsOf(desk, mia);
  const contest = await hers.opens('request.contest', request);
  expect(viewAloud(contest)).toMatchSnapshot('contest');
  expect(await hers.submits(contest, { objection: 'May is too late.' })).toEqual(ok);
  expect(told(await handsOf(desk, tom).presses('request.rule', request))).toContain('Only IT’s lead');
  const rule = await handsOf(desk, omar).opens('request.rule', request);
  expect(viewAloud(rule)).toMatchSnapshot('rule');
  expect(await handsOf(desk, omar).submits(rule, { ruling: 'overturned', words: 'True.' })).toEqual(ok);
  expect(await statusOf(desk, request)).toBe('new');
});

test('another way is taken, or not', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const counter = { type: 'counter', alternative: { instead: 'The events page.', why: null } } as const;
  await desk.give(request, ines, counter);
  const hers = handsOf(desk, mia);
  const keep = await hers.opens('request.refuse-alternative', request);
  expect(viewAloud(keep)).toMatchSnapshot();
  expect(await hers.submits(keep, { words: 'It has no form.' })).toEqual(ok);
  await desk.give(request, ines, counter);
  expect(await hers.presses('request.take-alternative', request)).toEqual(ok);
});

test('a heads-up is noted, and asked for later', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ kind: 'tool', headsUp: true });
  expect(await handsOf(desk, ines).presses('request.note', request)).toEqual(ok);
  expect(await handsOf(desk, mia).presses('request.raise', request)).toEqual(ok);
  expect(await statusOf(desk, request)).toBe('new');
});

test('a window is not opened in vain', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, mia, { type: 'withdraw', words: null });
  expect(told(await handsOf(desk, ines).presses('request.accept', request))).toContain('was withdrawn');
  const other = await desk.ask();
  expect(told(await handsOf(desk, mia).presses('request.accept', other))).toContain('act for marketing');
  expect(told(await handsOf(desk, ben).presses('request.edit', other))).toContain('Only <@UMIA>');
});

test('a window that was overtaken says what happened meanwhile', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const ask = await handsOf(desk, ines).opens('request.ask', request);
  await desk.give(request, mia, { type: 'withdraw', words: null });
  expect(told(await handsOf(desk, ines).submits(ask, { question: 'Which form?' }))).toContain(
    'was withdrawn',
  );
});

test.each([
  ['no metadata', ''],
  ['no JSON', '{'],
  ['another shape', '[1,2]'],
  ['a prototype', '{"request":"ID1","seen":1,"__proto__":{"admin":true}}'],
  ['more than ids', '{"request":"ID1","seen":1,"title":"x"}'],
])('a window whose metadata was altered: %s', async (_, metadata) => {
  const desk = await openDesk();
  const request = await desk.ask();
  const ask = await handsOf(desk, ines).opens('request.ask', request);
  const answer = await handsOf(desk, ines).submits(ask, { question: 'Which form?' }, { metadata });
  if (answer.kind !== 'update') throw new Error(answer.kind);
  expect(viewAloud(answer.modal)).toContain('out of date');
  expect(await statusOf(desk, request)).toBe('new');
});

test('a value for a request that is not theirs, or is none, changes nothing', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  for (const value of ['', 'ID9', '__proto__', 'x'.repeat(2000), null]) {
    expect((await handsOf(desk, ines).presses('request.claim', value)).kind).toBe('tell');
    expect((await handsOf(desk, ines).presses('request.ask', value)).kind).toBe('tell');
    expect((await handsOf(desk, mia).presses('agreement.sign', value)).kind).toBe('tell');
  }
  expect((await handsOf(desk, ben).presses('request.withdraw', request)).kind).toBe('tell');
  expect(await statusOf(desk, request)).toBe('new');
});

test('✅ too early is met with what is open', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const deliver = { type: 'deliver', words: null, ticked: null } as const;
  const tooEarly = await desk.refusedTo(request, ines, deliver);
  expect(messageAloud(whisperOf(await desk.view(request), tooEarly))).toMatchSnapshot('criteria are open');
  const seen = await desk.view(request);
  await desk.give(request, mia, {
    type: 'amend',
    terms: { criteria: criteriaOf(seen), date: '2026-03-25', seen: 1 },
  });
  const unsigned = await desk.refusedTo(request, ines, deliver);
  expect(messageAloud(whisperOf(await desk.view(request), unsigned))).toMatchSnapshot('a change is open');
});
