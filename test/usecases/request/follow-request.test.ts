import { expect, test } from 'vitest';
import type { Submission } from '../../../src/usecases/intake/submission.ts';
import { followRequest, requestsToFollow } from '../../../src/usecases/request/follow-request.ts';
import { giveCommand } from '../../../src/usecases/request/give-command.ts';
import { mergeRequests } from '../../../src/usecases/request/merge-requests.ts';
import { askedBeforeBuying } from '../../../src/usecases/stack/asked-before-buying.ts';
import { endReview, lookAtReview, reviewsToLookAt } from '../../../src/usecases/stack/reviews.ts';
import {
  acceptAsAsked,
  ines,
  mia,
  omar,
  openDesk,
  settings,
  type TestDesk,
  tom,
} from '../../slack/support/desk.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const day = 24 * 60 * 60_000;

const forTool = (title: string, details: Submission['brief']['details'] = {}): Partial<Submission> => ({
  ...{ kind: 'tool', neededBy: '2026-03-12' },
  brief: { title, outcome: 'Newsletters that customers read', link: null, details },
});

/** What is checked before a yes is another story. */
async function withoutChecks({ desk }: TestDesk): Promise<void> {
  const document = { ...settings, checks: [] };
  await desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: 0 }),
  );
}

async function follow({ desk }: TestDesk): Promise<void> {
  for (const id of await requestsToFollow(desk)) await followRequest(desk, id);
}

async function stateOf({ desk }: TestDesk, name: string): Promise<string | undefined> {
  return (await desk.store.toolsByName('T1', [name]))[0]?.state;
}

test('each step is taken once, and what people record in between stays', async () => {
  const desk = await openDesk();
  await withoutChecks(desk);
  const request = await desk.ask(forTool('A mailing tool', { tool: 'Letterbird', vendor: 'Bird Ltd' }));
  await Promise.all(Array.from({ length: 3 }, () => followRequest(desk.desk, request)));
  const [tool] = await desk.desk.store.toolsByName('T1', ['letterbird']);
  expect(tool).toMatchObject({
    state: 'considering',
    category: 'email',
    vendor: 'Bird Ltd',
    businessOwner: mia,
  });
  expect(await desk.desk.store.toolHistory(tool?.id ?? '', 5)).toMatchObject([{ request, by: mia }]);
  expect(await requestsToFollow(desk.desk)).toEqual([]);

  if (!tool) throw new Error('there is no tool');
  const byHand = { ...tool, revision: 2, state: 'live' as const };
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([byHand])));
  await acceptAsAsked(desk, request);
  await follow(desk);
  expect(await stateOf(desk, 'Letterbird')).toBe('live');
  expect(await desk.desk.store.toolRequest(request)).toMatchObject({ stage: 'agreed', wish: 'get' });
});

test('what is withdrawn is decided against, and what is joined to another goes on with it', async () => {
  const desk = await openDesk();
  const first = await desk.ask(forTool('Letterbird'));
  const second = await desk.ask(forTool('Postwise'));
  await follow(desk);
  await desk.give(first, mia, { type: 'withdraw', words: null });
  await follow(desk);
  const [withdrawn] = await desk.desk.store.toolsByName('T1', ['Letterbird']);
  expect(withdrawn).toMatchObject({ state: 'rejected', stateReason: 'MR-1 was taken back' });

  const third = await desk.ask({ kind: 'change' });
  await mergeRequests(desk.desk, { request: second, into: 'MR-3', person: ines, cause: 'merge' });
  await follow(desk);
  expect(await stateOf(desk, 'Postwise')).toBe('considering');
  expect(await desk.desk.store.toolRequest(third)).toMatchObject({ wish: 'get', stage: 'asked' });
});

test('an end of a tool is a request: accepted it is on its way out, done it is gone', async () => {
  const desk = await openDesk();
  await desk.desk.store.write((transaction) =>
    transaction.saveTools(asSaved([sampleTool({ name: 'Oldmail' })])),
  );
  const request = await desk.ask({
    brief: {
      title: 'Let Oldmail end',
      outcome: null,
      link: null,
      tool: 'Oldmail',
      details: { wish: 'retire' },
    },
  });
  await acceptAsAsked(desk, request);
  await follow(desk);
  expect(await stateOf(desk, 'Oldmail')).toBe('retiring');
  const its = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await desk.give(request, ines, { type: 'deliver', words: null, ticked: its.map(({ id }) => id) });
  await desk.give(request, mia, { type: 'confirm' });
  await follow(desk);
  expect(await stateOf(desk, 'Oldmail')).toBe('retired');
});

test('another kind may make it a wish for a tool, and other kinds make none', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ kind: 'broken', brief: { title: 'Slow', outcome: null, link: null } });
  expect(await requestsToFollow(desk.desk)).toEqual([]);
  const outcome = await giveCommand(desk.desk, {
    ...{ request, person: mia, cause: 'kind' },
    intent: { type: 'change-kind', kind: 'tool' },
  });
  expect(outcome.ok).toBe(true);
  await follow(desk);
  expect(await stateOf(desk, 'Slow')).toBe('considering');
  await desk.ask({
    kind: 'data',
    brief: { title: 'An export', outcome: null, link: null, details: { tool: 'Nothing we have' } },
  });
  await follow(desk);
  expect(await stateOf(desk, 'Nothing we have')).toBeUndefined();
});

test('what was bought first is looked at once, by its technical owner or IT’s lead, and may be unwound', async () => {
  const desk = await openDesk();
  const bought = await desk.ask(forTool('Snapsurvey', { where: 'bought' }));
  await desk.ask(forTool('Snapsurvey', { where: 'bought' }));
  await follow(desk);
  expect(await stateOf(desk, 'Snapsurvey')).toBe('live');
  const tool = (await desk.desk.store.toolRequest(bought))?.tool ?? '';
  expect(await desk.desk.store.reviewsOf(tool)).toHaveLength(1);
  await Promise.all(Array.from({ length: 3 }, () => lookAtReview(desk.desk, bought)));
  expect((await desk.desk.store.review(bought))?.told).toEqual([
    { matter: 'begun', person: omar, at: expect.any(Number) },
  ]);
  expect(await reviewsToLookAt(desk.desk)).toEqual([]);

  const end = (person: typeof omar, cause: string) =>
    endReview(desk.desk, {
      ...{ person, cause, request: bought, verdict: 'unwind', until: '2026-05-01', words: 'Two do this' },
    });
  expect(await end(tom, 'a')).toMatchObject({
    ok: false,
    refusal: { code: 'not-the-reviewer', owner: omar },
  });
  expect(await end(omar, 'b')).toMatchObject({ ok: true });
  expect(await end(omar, 'b')).toMatchObject({ ok: true });
  expect(await end(omar, 'c')).toMatchObject({ ok: false, refusal: { code: 'reviewed-already', by: omar } });
  expect(await desk.desk.store.tool(tool)).toMatchObject({ state: 'retiring', stateReason: 'Two do this' });
});

test('what was bought in the first ninety days counts against nobody', async () => {
  const desk = await openDesk();
  await desk.ask(forTool('Early', { where: 'bought' }));
  desk.clock.moveBy(91 * day);
  await desk.ask(forTool('Late', { where: 'bought' }));
  await desk.ask(forTool('Signed', { where: 'want', contract: 'signed' }));
  await desk.ask(forTool('Asked', { where: 'want' }));
  await follow(desk);
  expect(await askedBeforeBuying(desk.desk, { from: 0, to: desk.clock.now() + 1 })).toEqual({
    ...{ before: 1, after: 2, forgiven: 1 },
  });
});
