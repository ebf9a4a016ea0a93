import { describe, expect, test } from 'vitest';
import type { Modal } from '../../src/slack/conversation.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { ben, gus, ines, mia, openDesk, tom } from './support/desk.ts';
import { errorsOf, handsOf, valuesOf } from './support/window.ts';

async function intakeOf(hands: ReturnType<typeof handsOf>, words = ''): Promise<Modal> {
  const answer = await hands.types(words);
  if (answer.kind !== 'open') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

test('words behind the command become the title', async () => {
  const hands = handsOf(await openDesk(), mia);
  const modal = await intakeOf(hands, 'A form for &lt;the&gt; webinar with <@UTOM>');
  expect(valuesOf(modal).title).toEqual({ title: { value: 'A form for <the> webinar with @tom' } });
  expect(viewAloud(modal)).toMatchSnapshot();
});

test('the kind changes the questions in place and keeps what was typed', async () => {
  const hands = handsOf(await openDesk(), mia);
  const modal = await intakeOf(hands);
  const values = valuesOf(modal, {
    kind: 'tool',
    title: 'A survey tool',
    outcome: 'Know more',
    needed: '2026-04-01',
  });
  const view = { metadata: modal.private_metadata ?? '', values, id: 'V1', hash: 'h' };
  const forTool = await hands.presses('intake.kind', 'tool', { view });
  if (forTool.kind !== 'update') throw new Error(forTool.kind);
  expect(viewAloud(forTool.modal)).toMatchSnapshot('a tool');

  const more = await hands.presses('intake.more', 'more', {
    view: { ...view, metadata: forTool.modal.private_metadata ?? '' },
  });
  if (more.kind !== 'update') throw new Error(more.kind);
  expect(viewAloud(more.modal)).toMatchSnapshot('a tool, with more');
  const kept = Object.fromEntries(Object.entries(values).filter(([, input]) => !('link' in input)));
  expect(valuesOf(more.modal)).toMatchObject(kept);
});

test('what is sent is what IT gets', async () => {
  const desk = await openDesk();
  const modal = await intakeOf(handsOf(desk, mia));
  const answer = await handsOf(desk, mia).submits(modal, {
    kind: 'change',
    title: '  A form\u202E for the webinar ',
    outcome: 'Sign-ups reach the CRM.',
    needed: '2026-03-12',
    link: 'https://example.com',
  });
  expect(answer).toEqual({ kind: 'nothing' });
  const sent = await desk.desk.store.requestByNumber('T1', 1);
  const view = await desk.view(sent?.id ?? '');
  expect(view.brief).toEqual({
    title: 'A form for the webinar',
    outcome: 'Sign-ups reach the CRM.',
    link: 'https://example.com',
    details: {},
  });
  expect(view.request).toMatchObject({ neededBy: '2026-03-12', impact: 2, urgency: 2, headsUp: false });
});

test.each([
  { where: 'looking', headsUp: true },
  { where: 'want', headsUp: false },
  { where: 'bought', headsUp: false },
])('a tool that marketing is at "$where" with', async ({ where, headsUp }) => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const modal = await intakeOf(hands, 'A survey tool');
  const values = {
    ...valuesOf(modal, { kind: 'tool', outcome: 'Know more' }),
    where: { where: { selected_option: { value: where } } },
  };
  expect(await hands.submits(modal, {}, { values })).toEqual({ kind: 'nothing' });
  const view = await desk.view((await desk.desk.store.requestByNumber('T1', 1))?.id ?? '');
  expect(view.request.headsUp).toBe(headsUp);
  expect(view.brief.details).toEqual({ where });
});

describe('what cannot be taken is said beside its field', () => {
  test.each([
    { typed: { title: '   ' }, field: 'title' },
    { typed: { title: null }, field: 'title' },
    { typed: { title: '\u200B\u202E' }, field: 'title' },
    { typed: { title: 'x'.repeat(131) }, field: 'title' },
    { typed: { needed: '2026-03-01' }, field: 'needed' },
    { typed: { needed: '9999-01-01' }, field: 'needed' },
    { typed: { needed: '2027-02-30' }, field: 'needed' },
    { typed: { needed: 'soon' }, field: 'needed' },
    { typed: { kind: null }, field: 'kind' },
    { typed: { kind: '__proto__' }, field: 'kind' },
    { typed: { outcome: 'x'.repeat(3001) }, field: 'outcome' },
  ])('$typed', async ({ typed, field }) => {
    const hands = handsOf(await openDesk(), mia);
    const modal = await intakeOf(hands, 'A form');
    const errors = errorsOf(await hands.submits(modal, { kind: 'change', ...typed }));
    expect(Object.keys(errors)).toEqual([field]);
    expect(`${field}: ${errors[field]}`).toMatchSnapshot();
  });
});

test('today is the day it is for the person', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const modal = await intakeOf(hands, 'A form');
  expect(await hands.submits(modal, { kind: 'change', needed: '2026-03-02' })).toEqual({ kind: 'nothing' });
});

test('guests are told at once', async () => {
  const hands = handsOf(await openDesk(), gus);
  const answer = await hands.types('A form');
  expect(answer).toMatchObject({ kind: 'tell' });
});

test('editing starts from what was sent and keeps what comes with the kind', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const hands = handsOf(desk, mia);
  const modal = await hands.opens('request.edit', request);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(
    await hands.submits(modal, {
      title: 'A better title',
      'marketing-0': 'It is in two languages (optional)',
    }),
  ).toEqual({
    kind: 'nothing',
  });
  const { brief, proposed } = await desk.view(request);
  expect(brief.title).toBe('A better title');
  expect(proposed?.criteria.map(({ text, required }) => [text, required])).toEqual([
    ['It is live, and the way back is known', true],
    ['If it breaks, IT is told before marketing is', true],
    ['Known faults that stay are written down', false],
    ['Wording, brand and links were read on the live page, on a phone too', true],
    ['It can be read and used with a keyboard and a screen reader', false],
    ['Consent is asked before anything is tracked, and a test visit is counted', true],
    ['It is in two languages', false],
  ]);
});

test('a wanted date that has passed meanwhile does not stand in the way of an edit', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ neededBy: '2026-03-03' });
  const hands = handsOf(desk, mia);
  desk.clock.moveBy(3 * 24 * 60 * 60_000);
  const modal = await hands.opens('request.edit', request);
  expect(await hands.submits(modal, { title: 'A better title' })).toEqual({ kind: 'nothing' });
});

test('an answer goes to whoever asked', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  const hands = handsOf(desk, mia);
  const modal = await hands.opens('request.answer', request);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(await hands.submits(modal, { answer: 'The old one.' })).toEqual({ kind: 'nothing' });
  expect((await desk.view(request)).request.state.status).toBe('new');
});

test('help, mine and show', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const help = await hands.types('help');
  if (help.kind !== 'tell') throw new Error(help.kind);
  expect(messageAloud(help.message)).toMatchSnapshot('help');
  for (const seat of ['it', 'leads', 'admins']) {
    const part = await hands.presses(`help.${seat}`, seat);
    if (part.kind !== 'tell') throw new Error(part.kind);
    expect(messageAloud(part.message)).toMatchSnapshot(`help for ${seat}`);
  }

  expect(await hands.types('mine')).toMatchObject({
    kind: 'tell',
    message: { text: expect.stringContaining('not asked') },
  });
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  await desk.give(request, tom, { type: 'comment', words: 'Easy, but do not tell them.', shared: false });
  await desk.give(request, mia, { type: 'comment', words: 'It is for the spring webinar.', shared: true });
  const mine = await hands.types('mine');
  if (mine.kind !== 'tell') throw new Error(mine.kind);
  expect(messageAloud(mine.message)).toMatchSnapshot('mine');

  const shown = await hands.types('show mr-1');
  if (shown.kind !== 'open') throw new Error(shown.kind);
  expect(viewAloud(shown.modal)).toMatchSnapshot('show');
  expect(viewAloud(shown.modal)).not.toContain('do not tell them');

  const toIt = await handsOf(desk, tom).types('show 1');
  if (toIt.kind !== 'open') throw new Error(toIt.kind);
  expect(viewAloud(toIt.modal)).toContain('do not tell them');

  expect(await hands.types('show MR-99')).toMatchObject({ kind: 'tell' });
  expect(await hands.types('show')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, ben).types('show MR-1')).toMatchObject({ kind: 'open' });
});
