import { expect, test } from 'vitest';
import {
  cast,
  inProgress,
  type Story,
  statusOf,
  submitted,
  terms,
  thenRefused,
  when,
} from './given-when-then.ts';

const day = '2026-04-10';
const move = { type: 'move-launch', launch: 'L1', to: day, neededBy: day, date: day } as const;

function forLaunch(): Story {
  return submitted('mia', { launch: 'L1' });
}

function working(): Story {
  const asked = when(forLaunch(), 'ines', { type: 'claim' });
  return when(asked, 'ines', { type: 'accept', size: 'M', terms });
}

test('before IT has accepted, the wanted date moves along with the launch', () => {
  const { request } = when(forLaunch(), 'kim', move);
  expect(request.neededBy).toBe('2026-04-10');
  expect(request.agreement.proposed).toMatchObject({ date: '2026-04-10', proposedBy: 'marketing' });
});

test('an agreed date needs IT’s yes, and holds until then', () => {
  const moved = when(working(), 'kim', move);
  expect(moved.request.agreement.inForce?.date).toBe('2026-03-20');
  expect(moved.request.agreement.proposed).toMatchObject({ date: '2026-04-10', version: 2 });
  expect(statusOf(moved)).toBe('in-progress');
  const agreed = when(moved, 'ines', { type: 'sign', version: 2 });
  expect(agreed.request.agreement.inForce?.date).toBe('2026-04-10');
});

test('the wish moves by itself: an earlier date that IT has suggested does not become what was wished for', () => {
  const earlier = when(when(forLaunch(), 'ines', { type: 'claim' }), 'ines', {
    ...{ type: 'accept', size: 'M' },
    terms: { ...terms, date: '2026-03-13' },
  });
  const { request } = when(earlier, 'kim', { ...move, neededBy: '2026-03-27', date: '2026-03-20' });
  expect(request.neededBy).toBe('2026-03-27');
  expect(request.agreement.proposed).toMatchObject({ date: '2026-03-20', proposedBy: 'marketing' });
});

test('only the keeper of a launch moves it, only what is for it moves, and what is closed stays', () => {
  thenRefused(forLaunch(), 'mia', move, { code: 'not-allowed', command: 'move-launch', side: 'marketing' });
  thenRefused(inProgress(), 'kim', move, { code: 'nothing-changed' });
  thenRefused(
    forLaunch(),
    'kim',
    { ...move, neededBy: '2026-03-20', date: '2026-03-20' },
    {
      code: 'nothing-changed',
    },
  );
  const closed = when(forLaunch(), 'mia', { type: 'withdraw', words: null });
  thenRefused(closed, 'kim', move, { code: 'wrong-state', command: 'move-launch', status: 'withdrawn' });
});

test('whoever signed for IT proposes no other date for marketing', () => {
  const story = working();
  const { agreement } = story.request;
  const inForce = agreement.inForce && {
    ...agreement.inForce,
    signatures: { ...agreement.inForce.signatures, it: { by: cast.kim, at: 0 } },
  };
  const signed = { ...story, request: { ...story.request, agreement: { ...agreement, inForce } } };
  thenRefused(signed, 'kim', move, { code: 'signed-for-other-side' });
});

test('a launch that is cancelled leaves the request as it is, without it', () => {
  const { request } = when(working(), 'kim', { type: 'cancel-launch', launch: 'L1' });
  expect(request).toMatchObject({ launch: null, neededBy: '2026-03-20', state: { status: 'in-progress' } });
  thenRefused(
    { request, history: [] },
    'kim',
    { type: 'cancel-launch', launch: 'L1' },
    { code: 'nothing-changed' },
  );
});
