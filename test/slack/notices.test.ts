import { expect, test } from 'vitest';
import { isAlertedNow, isToldNow, usualNotices } from '../../src/domain/notices/notices.ts';
import { noticesOf } from '../../src/usecases/notices/choose-notices.ts';
import { viewAloud } from './support/aloud.ts';
import { gus, mia, openDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

test('each class of notice can be turned down, and is kept', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const window = await hands.opens('notices.open', 'home');
  expect(viewAloud(window)).toMatchSnapshot();
  expect(await hands.submits(window, { warnings: 'morning', news: 'card' })).toEqual({ kind: 'nothing' });
  const chosen = await noticesOf(desk.desk.store, mia);
  expect(chosen).toEqual({ ...usualNotices, warnings: 'morning', news: 'card' });
  expect((await hands.opens('notices.open', 'home')).blocks).not.toEqual(window.blocks);
  expect(await hands.submits(window, { late: 'never' })).toMatchObject({ kind: 'errors' });
  expect(await handsOf(desk, gus).submits(window)).toMatchObject({ kind: 'tell' });
});

test('what needs somebody is never switched off, only left to the morning', () => {
  const quiet = {
    ...usualNotices,
    asks: 'morning',
    warnings: 'morning',
    late: 'morning',
    news: 'card',
  } as const;
  const toldAnyway = ['CommentAdded', 'RequestDeclined', 'DecisionKept', 'ClosedUnconfirmed'] as const;
  for (const fact of toldAnyway) expect(isToldNow(quiet, fact)).toBe(true);
  for (const fact of ['QuestionAsked', 'RequestDelivered', 'RequestAccepted'] as const) {
    expect([isToldNow(quiet, fact), isToldNow(usualNotices, fact)]).toEqual([false, true]);
  }
  expect(isAlertedNow({ ...usualNotices, warnings: 'morning' }, 'at-risk')).toBe(false);
  expect(isAlertedNow({ ...usualNotices, warnings: 'morning' }, 'breach')).toBe(true);
});
