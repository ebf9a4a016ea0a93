import { expect, test } from 'vitest';
import type { RequestEvent } from '../../../src/domain/request/events.ts';
import { lastStep, newestWords, staysWithIt } from '../../../src/domain/request/words.ts';
import { attempt, delivered, inProgress } from './given-when-then.ts';

const fact = { at: 1, actor: 'T1/UINES', side: 'it' } as const;

test('a delivery is taken back by whoever gave it, and nobody else', () => {
  const story = delivered();
  const by = story.request.state.status === 'delivered' ? story.request.state.by : null;
  const [own, other] = by === 'T1/UINES' ? (['ines', 'tom'] as const) : (['tom', 'ines'] as const);
  expect(attempt(story, other, { type: 'take-back' })).toMatchObject({
    ok: false,
    refusal: { code: 'not-yours-to-take-back' },
  });
  expect(attempt(story, own, { type: 'take-back' })).toMatchObject({
    ok: true,
    request: { state: { status: 'in-progress' } },
  });
});

test('a question that is taken back leaves the request where it was', () => {
  const story = inProgress();
  const asked = attempt(story, 'ines', { type: 'ask', question: 'body-1' });
  if (!asked.ok) throw new Error(asked.refusal.code);
  const after = { request: asked.request, history: [...story.history, ...asked.events] };
  expect(attempt(after, 'ines', { type: 'take-back' })).toMatchObject({
    ok: true,
    request: { state: { status: 'in-progress' } },
  });
});

test('notes of IT and corrections are no step that others followed', () => {
  const history: RequestEvent[] = [
    { ...fact, type: 'RequestClaimed', by: 'T1/UINES', seq: 3, cause: 'a' },
    { ...fact, type: 'CommentAdded', words: 'b1', shared: false, seq: 4, cause: 'b' },
    { ...fact, type: 'WordsEdited', fact: 4, words: 'b2', shared: false, seq: 5, cause: 'c' },
  ];
  expect(lastStep(history).map(({ seq }) => seq)).toEqual([3]);
  const shared: RequestEvent = {
    ...fact,
    type: 'CommentAdded',
    words: 'b3',
    shared: true,
    seq: 6,
    cause: 'd',
  };
  expect(lastStep([...history, shared]).map(({ seq }) => seq)).toEqual([6]);
  expect(history.map(staysWithIt)).toEqual([false, true, true]);
  const gone: RequestEvent = { ...fact, type: 'WordsTakenBack', fact: 4, shared: false, seq: 7, cause: 'e' };
  expect([...newestWords(history)]).toEqual([[4, 'b2']]);
  expect([...newestWords([...history, gone])]).toEqual([[4, null]]);
});
