import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/domain/person.ts';
import { startingTerms } from '../../../src/domain/terms/starting-terms.ts';
import { type Waiting, waitingOn } from '../../../src/usecases/home/waiting-on.ts';
import { suggestStanding } from '../../../src/usecases/settings/change-standing.ts';
import { agreeToTerm } from '../../../src/usecases/terms/terms.ts';
import {
  acceptAsAsked,
  ben,
  criteriaOf,
  ines,
  lea,
  mia,
  omar,
  openDesk,
  settings,
  type TestDesk,
  tom,
} from '../../slack/support/desk.ts';

const everybody = { mia, ben, ines, tom, lea, omar };

/** Whom a desk waits on, and for what. */
async function waited({ desk }: TestDesk): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, person] of Object.entries(everybody)) {
    const { items } = await waitingOn(desk, desk.store, person);
    if (items.length > 0) found[name] = items.map(inWords);
  }
  return found;
}

function inWords(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'request':
      return `${waiting.what} ${waiting.request.number}`;
    case 'standing':
      return `standing ${waiting.requestKind}`;
    case 'terms':
      return `${waiting.count} terms`;
  }
}

async function sign(desk: TestDesk, request: string, person: PersonId): Promise<void> {
  const { proposed } = await desk.view(request);
  await desk.give(request, person, { type: 'sign', version: proposed?.version ?? 0 });
}

test('a request waits on one person at a time, from the first answer to the last word', async () => {
  const desk = await openDesk();
  const { give } = desk;
  const request = await desk.ask();
  expect(await waited(desk)).toEqual({});
  await give(request, ines, { type: 'claim' });
  expect(await waited(desk)).toEqual({ ines: ['decide 1'] });
  await give(request, ines, { type: 'ask', question: 'Which form?' });
  expect(await waited(desk)).toEqual({ mia: ['answer 1'] });
  await give(request, mia, { type: 'answer', answer: 'The long one.' });
  await give(request, ines, {
    type: 'counter',
    alternative: { instead: 'The short one', why: null },
  });
  expect(await waited(desk)).toEqual({ mia: ['choose 1'] });
  await give(request, mia, { type: 'refuse-alternative', words: 'No.' });
  const terms = { criteria: criteriaOf(await desk.view(request)), date: '2026-03-20', seen: 1 };
  await give(request, ines, { type: 'accept', size: 'M', terms });
  expect(await waited(desk)).toEqual({ mia: ['sign 1'] });
  await sign(desk, request, mia);
  expect(await waited(desk)).toEqual({ ines: ['deliver 1'] });
  const seen = (await desk.view(request)).inForce?.version ?? 0;
  await give(request, mia, { type: 'amend', terms: { ...terms, date: '2026-03-25', seen } });
  expect(await waited(desk)).toEqual({ ines: ['deliver 1', 'sign 1'] });
  await sign(desk, request, ines);
  const its = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await give(request, ines, { type: 'deliver', words: null, ticked: its.map(({ id }) => id) });
  expect(await waited(desk)).toEqual({ mia: ['check 1'] });
  await give(request, mia, { type: 'confirm' });
  expect(await waited(desk)).toEqual({});
});

test('what is held waits on nobody until it is to be looked at again', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, tom, { type: 'claim' });
  const vendor = { party: 'third-party', name: 'Acme' } as const;
  await desk.give(request, tom, { type: 'hold', waitsFor: vendor, reason: 'A port', reviewOn: '2026-03-04' });
  expect(await waited(desk)).toEqual({});
  desk.clock.moveBy(2 * 24 * 60 * 60_000);
  expect(await waited(desk)).toEqual({ tom: ['review-hold 1'] });
});

test('where one person signs for a side, it waits on them', async () => {
  const desk = await openDesk();
  const document = { ...settings, signers: { marketing: 'lead' as const, it: 'anyone' as const } };
  await desk.desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: desk.clock.now() }),
  );
  const request = await desk.ask();
  const terms = { criteria: criteriaOf(await desk.view(request)), date: '2026-03-20', seen: 1 };
  await desk.give(request, ines, { type: 'accept', size: 'M', terms });
  expect(await waited(desk)).toEqual({ lea: ['sign 1'] });
});

test('what both leads own waits on the one who has not agreed', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, tom, { type: 'decline', reason: 'not-now', words: 'In May.' });
  await desk.give(request, mia, { type: 'contest', objection: 'It breaks now.' });
  expect(await waited(desk)).toEqual({ omar: ['rule 1'] });
  await suggestStanding(desk.desk, {
    ...{ person: omar, kind: 'change', cause: 'test:standing', seen: 0 },
    criteria: [{ text: 'Only this', side: 'it', required: true }],
  });
  const [term] = startingTerms;
  await agreeToTerm(desk.desk, { person: omar, cause: 'test:term', id: term?.id ?? '', seen: 0 });
  expect(await waited(desk)).toEqual({ omar: ['rule 1'], lea: ['standing change', '1 terms'] });
});

test('the first due stands first, and what nobody promised last', async () => {
  const desk = await openDesk();
  const [slow, quick] = [await desk.ask(), await desk.ask({ impact: 1, urgency: 1 })];
  for (const request of [slow, quick]) await acceptAsAsked(desk, request);
  await desk.give(slow, ines, { type: 'claim' });
  await desk.give(quick, ines, { type: 'claim' });
  const { items } = await waitingOn(desk.desk, desk.desk.store, ines);
  const due = items.map(({ dueAt }) => dueAt ?? Number.POSITIVE_INFINITY);
  expect(due).toEqual(due.toSorted((a, b) => a - b));
  expect(items).toHaveLength(2);
});
