import { expect, test } from 'vitest';
import type { Submission } from '../../src/usecases/intake/submission.ts';
import { hearDeletion, hearEdit } from '../../src/usecases/threads/hear-change.ts';
import { hearReaction } from '../../src/usecases/threads/hear-reaction.ts';
import { hearReply } from '../../src/usecases/threads/hear-reply.ts';
import { letAcross } from '../../src/usecases/threads/let-across.ts';
import { sendAcross } from '../../src/usecases/threads/send-across.ts';
import { ada, ben, ines, mia, openDesk } from '../slack/support/desk.ts';
import { dyingAfterOneCommit } from '../support/dying-store.ts';

/** Words that wait for the broker follow the message they stand in. */

const at = { channel: 'D0MIA', ts: '2.0' };
const triage = 'C0TRIAGE';

async function open(asked: Partial<Submission> = {}) {
  const { desk, ask, give, view } = await openDesk();
  const request = await ask(asked);
  await give(request, ines, { type: 'name-broker', broker: ben });
  const place = { workspace: 'T1', channel: 'D0MIA', ts: '1.0', threadTs: null, request, event: null };
  await desk.store.write(async (transaction) => {
    const card = { ...place, supersededAt: null };
    await transaction.saveLocation({ ...card, purpose: 'private-card', recipient: mia });
    await transaction.saveLocation({ ...card, channel: triage, purpose: 'triage-card', recipient: null });
  });
  let causes = 0;
  const said = (words: string) => ({ ...at, person: mia, words, files: [], cause: `test:${++causes}` });
  return {
    ...{ desk, request, give },
    writes: (words: string) => hearReply(desk, { ...said(words), threadTs: '1.0' }),
    edits: (words: string) => hearEdit(desk, said(words)),
    deletes: () => hearDeletion(desk, { ...at, cause: `test:${++causes}` }),
    waits: () => desk.store.brokeredAt('T1', at.channel, at.ts),
    /** What IT reads of it; null while nothing has crossed. */
    async crossed() {
      const { history, said } = await view(request);
      const comment = history.find(({ type }) => type === 'CommentAdded');
      return comment?.type === 'CommentAdded' ? said(comment.words) : null;
    },
  };
}

test('an edit replaces what waits, and a deletion takes it away', async () => {
  const { desk, writes, edits, deletes, waits, crossed } = await open();
  await writes('First');
  const first = await waits();
  await edits('Second');
  const second = await waits();
  expect(second?.words).toBe('Second');
  expect(await letAcross(desk, { id: first?.id ?? '', person: ben, words: null })).toMatchObject({
    refusal: { code: 'nothing-held' },
  });
  expect(await crossed()).toBeNull();
  await deletes();
  expect(await waits()).toBeNull();
  expect(await crossed()).toBeNull();
});

test('an edit of words that have crossed waits as well', async () => {
  const { desk, writes, edits, waits, crossed } = await open();
  const let_ = async (words: string | null) =>
    letAcross(desk, { id: (await waits())?.id ?? '', person: ben, words });
  await writes('First');
  expect((await let_(null)).ok).toBe(true);
  expect(await crossed()).toBe('First');
  await edits('Second');
  expect(await crossed()).toBe('First');
  expect((await let_('Second, in other words')).ok).toBe(true);
  expect(await crossed()).toBe('Second, in other words');
  // An edit that goes back to what is read already has nothing to wait for.
  await edits('Third');
  await edits('Second, in other words');
  expect(await waits()).toBeNull();
});

test('what became a secret while it waits is held back, and the broker reads nothing of it', async () => {
  const { desk, writes, edits, waits } = await open();
  await writes('The password is in the safe');
  await edits('password: hunter2-Xy77');
  expect(await waits()).toBeNull();
  expect(await desk.store.heldReply('T1', at.channel, at.ts)).toMatchObject({ author: mia });
});

test('what IT sent waits however often Slack tells of a link in it, until its author takes the emoji back', async () => {
  const { desk, request } = await open();
  const place = { channel: triage, ts: '3.0' };
  const waits = () => desk.store.brokeredAt('T1', triage, place.ts);
  const reacts = (present: boolean, eventTs: string) =>
    hearReaction(desk, { ...place, workspace: 'T1', user: 'UINES', name: 'mega', present, eventTs });
  const note = { ...place, person: ines, words: 'See https://example.com', files: [] };
  await hearReply(desk, { ...note, threadTs: '1.0', cause: 'test:note' });
  await reacts(true, '4.0');
  const message = await desk.store.threadMessage('T1', triage, place.ts);
  const sending = { ...place, as: 'share', words: message?.words ?? '', person: ines } as const;
  expect((await sendAcross(desk, { ...sending, cause: 'test:send' })).ok).toBe(true);
  await hearEdit(desk, { ...note, cause: 'test:unfolded' });
  expect(await waits()).toMatchObject({ author: ines });
  await reacts(false, '5.0');
  expect(await waits()).toBeNull();
  const history = await desk.store.history(request);
  expect(history.filter((event) => event.type === 'CommentAdded' && event.shared)).toEqual([]);
});

test('a delivery that comes twice waits once, and lets through once', async () => {
  const { desk, request, waits } = await open();
  const reply = { ...at, threadTs: '1.0', person: mia, words: 'Once', files: [], cause: 'event:Ev1' };
  await hearReply(desk, reply);
  const first = await waits();
  await hearReply(desk, reply);
  expect(await waits()).toEqual(first);
  const release = { id: first?.id ?? '', person: ben, words: null };
  const [one, other] = await Promise.all([letAcross(desk, release), letAcross(desk, release)]);
  expect([one.ok, other.ok].toSorted()).toEqual([false, true]);
  const history = await desk.store.history(request);
  expect(history.filter(({ type }) => type === 'CommentAdded')).toHaveLength(1);
});

test('whoever’s words were changed is told in the very commit in which they cross', async () => {
  const { desk, writes, waits, crossed } = await open();
  await writes('This is nonsense');
  const store = dyingAfterOneCommit(desk.store);
  const id = (await waits())?.id ?? '';
  expect((await letAcross({ ...desk, store }, { id, person: ben, words: 'I disagree' })).ok).toBe(true);
  expect(await crossed()).toBe('I disagree');
  expect((await desk.store.openOutbox(100)).map(({ subject }) => subject)).toContainEqual(
    expect.objectContaining({ recipient: mia, about: expect.objectContaining({ topic: 'reworded' }) }),
  );
});

test('an edit of what waits crosses at once where nobody reads it first any more', async () => {
  const { desk, request, give, writes, edits, waits, crossed } = await open();
  await writes('First');
  await give(request, ines, { type: 'name-broker', broker: null });
  await edits('Second');
  expect(await crossed()).toBe('Second');
  expect(await waits()).toBeNull();
  expect(await desk.store.nextBrokeredDue('T1')).toBeNull();
});

test('what waits of somebody who is the broker by now crosses once', async () => {
  const { desk, request, give, writes, waits, crossed } = await open({ author: ada });
  await writes('Mine');
  const id = (await waits())?.id ?? '';
  await give(request, mia, { type: 'hand-over', to: ada });
  await give(request, ines, { type: 'name-broker', broker: mia });
  expect((await letAcross(desk, { id, person: null, words: null })).ok).toBe(true);
  expect(await crossed()).toBe('Mine');
  expect(await waits()).toBeNull();
});
