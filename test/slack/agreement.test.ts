import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import type { Answer } from '../../src/slack/conversation.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import {
  acceptAsAsked,
  ben,
  criteriaOf,
  ines,
  lea,
  mia,
  openDesk,
  type TestDesk,
  tom,
} from './support/desk.ts';
import { errorsOf, handsOf, valuesOf } from './support/window.ts';

const ok: Answer = { kind: 'nothing' };

async function statusOf(desk: TestDesk, request: string): Promise<string> {
  return (await desk.view(request)).request.state.status;
}

test('accepting with nothing changed starts work', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const modal = await handsOf(desk, ines).opens('request.accept', request);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(await handsOf(desk, ines).submits(modal, { size: 'M' })).toEqual(ok);
  expect(await statusOf(desk, request)).toBe('in-progress');
});

test('accepting with changes asks marketing, who agrees', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const modal = await handsOf(desk, ines).opens('request.accept', request);
  expect(
    await handsOf(desk, ines).submits(modal, {
      size: 'L',
      'it-0': 'It is live\n\nThe old page redirects (Optional)',
    }),
  ).toEqual(ok);
  const { proposed } = await desk.view(request);
  expect(proposed?.criteria.filter(({ side }) => side === 'it')).toMatchObject([
    { text: 'It is live', required: true },
    { text: 'The old page redirects', required: false },
  ]);
  const hers = handsOf(desk, mia);
  expect(await hers.presses('agreement.sign', `${request}:1`)).toMatchObject({ kind: 'tell' });
  expect(await hers.presses('agreement.sign', `${request}:2`)).toEqual(ok);
  expect(await statusOf(desk, request)).toBe('in-progress');
});

test('haggling shows what differs on the table', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const accept = await handsOf(desk, ines).opens('request.accept', request);
  await handsOf(desk, ines).submits(accept, { size: 'S', date: '2026-03-20', 'it-0': 'It is live' });
  const amend = await handsOf(desk, mia).opens('agreement.amend', request);
  expect(viewAloud(amend)).toMatchSnapshot();
  expect(errorsOf(await handsOf(desk, mia).submits(amend))).toEqual({ 'it-0': expect.any(String) });
  expect(await handsOf(desk, mia).submits(amend, { date: '2026-03-18' })).toEqual(ok);
  expect((await desk.view(request)).request.state).toMatchObject({ status: 'agreeing', missing: 'it' });
});

test('terms that changed while the window was open are shown anew', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const accept = await handsOf(desk, ines).opens('request.accept', request);
  const edit = await handsOf(desk, mia).opens('request.edit', request);
  await handsOf(desk, mia).submits(edit, { needed: '2026-04-01' });
  const answer = await handsOf(desk, ines).submits(accept, { size: 'S' });
  if (answer.kind !== 'update') throw new Error(answer.kind);
  expect(viewAloud(answer.modal)).toContain('changed meanwhile');
  expect(valuesOf(answer.modal).date).toEqual({ date: { selected_date: '2026-04-01' } });
  expect(await handsOf(desk, ines).submits(answer.modal, { size: 'S' })).toEqual(ok);
});

test.each([
  { typed: { size: null }, field: 'size' },
  { typed: { date: '2026-03-01' }, field: 'date' },
  { typed: { date: '2031-03-05' }, field: 'date' },
  { typed: { 'it-0': `fine\n${'x'.repeat(301)}` }, field: 'it-0' },
  {
    typed: { 'marketing-0': Array.from({ length: 61 }, (_, at) => `No. ${at}`).join('\n') },
    field: 'marketing-0',
  },
  { typed: { 'it-0': null, 'marketing-0': '  ' }, field: 'it-0' },
])('terms that cannot be: $field', async ({ typed, field }) => {
  const desk = await openDesk();
  const request = await desk.ask();
  const modal = await handsOf(desk, ines).opens('request.accept', request);
  const errors = errorsOf(await handsOf(desk, ines).submits(modal, { size: 'S', ...typed }));
  expect(Object.keys(errors)).toEqual([field]);
  expect(errors[field]).toMatchSnapshot();
});

test('a date without working hours before it is refused', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  // Monday evening: IT has closed for the day.
  desk.clock.moveBy(9 * 60 * 60_000);
  const modal = await handsOf(desk, ines).opens('request.accept', request);
  const errors = errorsOf(await handsOf(desk, ines).submits(modal, { size: 'S', date: '2026-03-02' }));
  expect(errors.date).toContain('no working hours left');
});

test('sixty long criteria fit into the windows and come back whole', async () => {
  const desk = await openDesk();
  const texts = Array.from({ length: 50 }, (_, at) => `${at} ${'a long criterion '.repeat(15)}`.trim());
  const request = await desk.ask({
    own: texts.map((text) => ({ text, side: 'marketing' as const, required: true })),
  });
  const modal = await handsOf(desk, ines).opens('request.accept', request);
  viewAloud(modal);
  expect(await handsOf(desk, ines).submits(modal, { size: 'L' })).toEqual(ok);
  expect(await statusOf(desk, request)).toBe('in-progress');
});

test('“Not yet” goes back as a list, “All good” closes', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const card = { channel: 'C0TRIAGE', ts: '1.1' };
  await desk.desk.store.write((transaction) =>
    transaction.saveLocation({
      ...{ workspace: 'T1', ...card, threadTs: null, request, purpose: 'triage-card', recipient: null },
      event: null,
      supersededAt: null,
    }),
  );
  const its = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  const ids = its.map(({ id }) => id);
  const hisHands = handsOf(desk, tom);
  expect(await hisHands.presses('request.tick', null, { chosen: ids.slice(0, 1), message: card })).toEqual(
    ok,
  );
  const deliver = await hisHands.opens('request.deliver', request);
  expect(viewAloud(deliver)).toMatchSnapshot('deliver');
  expect(errorsOf(await hisHands.submits(deliver))).toEqual({
    'done-0': expect.stringContaining('still open'),
  });
  expect(await hisHands.submits(deliver, { 'done-0': ids, words: 'Have a look.' })).toEqual(ok);

  const hers = handsOf(desk, mia);
  const reject = await hers.opens('request.reject', request);
  expect(viewAloud(reject)).toMatchSnapshot('reject');
  expect(errorsOf(await hers.submits(reject))).toEqual({ words: expect.any(String) });
  expect(await hers.submits(reject, { words: 'It is cut off.' })).toEqual(ok);
  const again = await hisHands.opens('request.deliver', request);
  expect(await hisHands.submits(again)).toEqual(ok);
  expect(await hers.presses('request.confirm', request)).toEqual(ok);
  expect(await hers.presses('request.confirm', request)).toMatchObject({ kind: 'tell' });
  const reopen = await hers.opens('request.reopen', request);
  const words = 'It is cut off again.';
  expect(errorsOf(await hers.submits(reopen, { words }))).toEqual({ 'failed-0': expect.any(String) });
  const failed =
    (await desk.view(request)).inForce?.criteria.find(({ side }) => side === 'marketing')?.id ?? '';
  expect(await hers.submits(reopen, { words, 'failed-0': [failed] })).toEqual(ok);
});

test('a signature on a version that has since changed is refused, and shows what is on the table now', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const suggests = async (person: PersonId, date: string) => {
    const modal = await handsOf(desk, person).opens('agreement.amend', request);
    expect(await handsOf(desk, person).submits(modal, { date })).toEqual(ok);
  };
  await suggests(mia, '2026-03-20');
  await suggests(mia, '2026-03-24');
  // Two at once: one signs what is there, the other what was there a moment ago.
  const [stale, fresh] = await Promise.all([
    handsOf(desk, ines).presses('agreement.sign', `${request}:2`),
    handsOf(desk, tom).presses('agreement.sign', `${request}:3`),
  ]);
  if (stale.kind !== 'tell') throw new Error(stale.kind);
  expect(messageAloud(stale.message)).toContain('has changed meanwhile');
  expect(fresh).toEqual(ok);
  expect((await desk.view(request)).inForce?.date).toBe('2026-03-24');
  expect(await handsOf(desk, ines).presses('agreement.sign', `${request}:3`)).toMatchObject({ kind: 'tell' });
});

test('nobody signs for a side that is not theirs, or for both; a hand-over keeps what was signed', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const amended = { criteria: criteriaOf(await desk.view(request)), date: '2026-03-24', seen: 1 };
  await desk.give(request, mia, { type: 'amend', terms: amended });
  expect(await desk.refusedTo(request, ben, { type: 'sign', version: 2 })).toEqual({ code: 'outsider' });
  expect(await desk.refusedTo(request, mia, { type: 'sign', version: 2 })).toMatchObject({
    code: 'already-signed',
  });
  await desk.give(request, mia, { type: 'hand-over', to: ines });
  expect(await desk.refusedTo(request, ines, { type: 'sign', version: 2 })).toMatchObject({
    code: 'already-signed',
  });
  await desk.give(request, tom, { type: 'sign', version: 2 });
  const { inForce } = await desk.view(request);
  expect(inForce?.signatures).toMatchObject({ marketing: { by: mia }, it: { by: tom } });
});

test('criteria of 3,000 characters, and more standing ones than settings take, are refused beside their field', async () => {
  const desk = await openDesk();
  const hers = handsOf(desk, lea);
  const modal = await hers.opens('standing.suggest', 'change');
  expect(Object.keys(errorsOf(await hers.submits(modal, { 'it-0': 'x'.repeat(3000) })))).toEqual(['it-0']);
  const many = Array.from({ length: 31 }, (_, at) => `No. ${at}`).join('\n');
  expect(errorsOf(await hers.submits(modal, { 'it-0': many }))).toEqual({
    'it-0': expect.stringContaining('30'),
  });
  expect(await handsOf(desk, mia).presses('standing.suggest', 'change')).toMatchObject({ kind: 'tell' });
  expect(await hers.presses('standing.suggest', '__proto__')).toMatchObject({ kind: 'update' });
});
