import { expect, test } from 'vitest';
import type { Submission } from '../../../src/usecases/intake/submission.ts';
import {
  isKeptSubmission,
  submitKept,
  takeSubmission,
} from '../../../src/usecases/intake/take-submission.ts';
import { ben, gus, landingPage, lea, mia, openDesk, settings, tom } from '../../slack/support/desk.ts';
import { dyingAfterOneCommit } from '../../support/dying-store.ts';

const whole: Submission = {
  ...landingPage,
  author: ben,
  requester: mia,
  informed: [lea],
  impact: 1,
  urgency: 1,
  neededBy: '2026-03-20',
  own: [{ text: 'The thank-you mail arrives', side: 'marketing', required: true, evidence: 'link' }],
  cause: 'view:V1:intake',
};

test('while all is calm a submission is a request at once', async () => {
  const { desk } = await openDesk();
  expect(await takeSubmission(desk, whole)).toEqual({ ok: true, value: null });
  expect(await desk.store.countOpenRequests('T1')).toBe(1);
  expect(await desk.store.unfinishedEvents(1)).toEqual([]);
});

test('in a crowd it is kept as it is, and made into the same request, as of when it was sent', async () => {
  const calm = await openDesk();
  await takeSubmission(calm.desk, whole);

  const { desk, clock, view } = await openDesk();
  const sentAt = clock.now();
  await takeSubmission({ ...desk, isCrowded: () => true }, whole);
  expect(await desk.store.countOpenRequests('T1')).toBe(0);
  const [kept] = await desk.store.unfinishedEvents(2);
  if (!kept) throw new Error('it was not kept');
  expect(isKeptSubmission(kept)).toBe(true);

  // The process may have died in between, and been away for long.
  clock.moveBy(3_600_000);
  await submitKept(desk, kept);
  const made = await desk.store.requestByNumber('T1', 1);
  const calmly = await calm.desk.store.requestByNumber('T1', 1);
  expect(made?.submittedAt).toBe(sentAt);
  const seen = await view(made?.id ?? '');
  const seenCalmly = await calm.view(calmly?.id ?? '');
  expect(seen.brief).toEqual(seenCalmly.brief);
  expect(seen.request).toMatchObject({
    ...{ requester: mia, author: ben, followers: [lea], priority: 1, neededBy: '2026-03-20' },
  });
  expect(await desk.store.commitments(made?.id ?? '')).toEqual(
    await calm.desk.store.commitments(calmly?.id ?? ''),
  );
});

test('sent twice, in the crowd and after it, is one request', async () => {
  const { desk } = await openDesk();
  const crowded = { ...desk, isCrowded: () => true };
  await takeSubmission(crowded, whole);
  await takeSubmission(crowded, whole);
  await takeSubmission(desk, whole);
  for (const kept of await desk.store.unfinishedEvents(5)) await submitKept(desk, kept);
  expect(await desk.store.countOpenRequests('T1')).toBe(1);
});

test('a guest hears in a crowd, too, that this desk is for members', async () => {
  const { desk } = await openDesk();
  const outcome = await takeSubmission({ ...desk, isCrowded: () => true }, { ...whole, author: gus });
  expect(outcome).toEqual({ ok: false, refusal: { code: 'outsider' } });
  expect(await desk.store.unfinishedEvents(1)).toEqual([]);
});

test('whoever usually has its like gets it, even if the process ended just after it was committed', async () => {
  const { desk, give } = await openDesk();
  const document = { ...settings, routing: [{ kind: whole.kind, assignee: tom }] };
  await desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: 0 }),
  );
  const store = dyingAfterOneCommit(desk.store);
  await expect(takeSubmission({ ...desk, store }, whole)).rejects.toThrow('the process is gone');
  await takeSubmission(desk, whole);
  const request = await desk.store.requestByNumber('T1', 1);
  expect(request?.assignee).toBe(tom);

  // The same once more gives nothing to somebody who has given it back.
  await give(request?.id ?? '', tom, { type: 'release' });
  await takeSubmission(desk, whole);
  expect((await desk.store.requestByNumber('T1', 1))?.assignee).toBeNull();
});
