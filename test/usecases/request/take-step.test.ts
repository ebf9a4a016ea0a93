import { expect, test } from 'vitest';
import { takeStep } from '../../../src/usecases/request/take-step.ts';
import { acceptAsAsked, criteriaOf, ines, mia, openDesk, type TestDesk } from '../../slack/support/desk.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** A small request that is delivered on Monday morning; marketing works from 09:00 to 17:00 in UTC. */
async function delivered(
  { size }: { size: 'S' | 'M' } = { size: 'S' },
): Promise<TestDesk & { request: string }> {
  const desk = await openDesk();
  const request = await desk.ask();
  if (size === 'M') await acceptAsAsked(desk, request);
  else {
    const view = await desk.view(request);
    const terms = { criteria: criteriaOf(view), date: view.proposed?.date ?? null, seen: 1 };
    await desk.give(request, ines, { type: 'accept', size, terms });
  }
  const its = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await desk.give(request, ines, { type: 'deliver', words: null, ticked: its.map(({ id }) => id) });
  return { ...desk, request };
}

async function typesOf({ view, request }: TestDesk & { request: string }): Promise<string[]> {
  const { history } = await view(request);
  return history
    .slice(history.findIndex(({ type }) => type === 'RequestDelivered') + 1)
    .map(({ type }) => type);
}

test('a step is taken once, however often and from wherever it is tried', async () => {
  const desk = await delivered();
  await takeStep(desk.desk, desk.request);
  expect(await typesOf(desk)).toEqual([]);
  desk.clock.moveBy(2 * day + hour);
  await Promise.allSettled(Array.from({ length: 5 }, () => takeStep(desk.desk, desk.request)));
  expect(await typesOf(desk)).toEqual(['ConfirmationNudged']);
});

test('what came due at night waits for the morning', async () => {
  const desk = await delivered();
  desk.clock.moveBy(2 * day + 12 * hour);
  await takeStep(desk.desk, desk.request);
  expect(await typesOf(desk)).toEqual([]);
  const due = await desk.desk.store.nextStepDue('T1');
  expect(new Date(due ?? 0).toISOString()).toBe('2026-03-05T09:00:00.000Z');
});

test('an answer takes the step off', async () => {
  const desk = await delivered();
  await desk.give(desk.request, mia, { type: 'reject', failed: [], words: 'Not yet' });
  expect(await desk.desk.store.nextStepDue('T1')).toBeNull();
  await takeStep(desk.desk, 'R-none');
});

test('sixty days after it was done the requester is asked, but not about what had no aim', async () => {
  const desk = await delivered({ size: 'M' });
  await desk.give(desk.request, mia, { type: 'confirm' });
  const due = await desk.desk.store.nextStepDue('T1');
  expect(new Date(due ?? 0).toISOString().slice(0, 10)).toBe('2026-05-01');
  desk.clock.moveBy(60 * day);
  await takeStep(desk.desk, desk.request);
  expect((await desk.view(desk.request)).request.outcome).toEqual({ verdict: null });
  await desk.give(desk.request, mia, { type: 'judge-outcome', verdict: 'fix', words: 'Half of it' });
  expect(
    await desk.refusedTo(desk.request, mia, { type: 'judge-outcome', verdict: 'keep', words: null }),
  ).toEqual({
    code: 'nothing-changed',
  });

  const aimless = await openDesk();
  const request = await aimless.ask({ brief: { title: 'A form', outcome: null, link: null } });
  await acceptAsAsked(aimless, request);
  const its = (await aimless.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await aimless.give(request, ines, { type: 'deliver', words: null, ticked: its.map(({ id }) => id) });
  await aimless.give(request, mia, { type: 'confirm' });
  expect(await aimless.desk.store.nextStepDue('T1')).toBeNull();
});
