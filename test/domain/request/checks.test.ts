import { describe, expect, test } from 'vitest';
import type { AskedCheck } from '../../../src/domain/checks/check.ts';
import { ballOf } from '../../../src/domain/request/ball.ts';
import { decide } from '../../../src/domain/request/decide.ts';
import {
  actorNamed,
  cast,
  inProgress,
  type Name,
  type Story,
  securityCheck,
  start,
  statusOf,
  submitted,
  terms,
  thenRefused,
  when,
} from './given-when-then.ts';

const accept = { type: 'accept', size: 'M', terms } as const;
const approve = { type: 'approve-check', check: 'security' } as const;
const waive = { type: 'waive-check', check: 'security', until: '2026-03-31', words: 'body-w' } as const;
const wantChanges = { type: 'want-changes', check: 'security', from: 'marketing', words: 'body-w' } as const;

function checked(check: Partial<AskedCheck> = {}): Story {
  const asked = when(submitted(), 'ines', { type: 'request-check', check: { ...securityCheck, ...check } });
  return when(asked, 'ines', { type: 'claim' });
}

const standingIn = ({ request }: Story) => request.checks[0]?.standing;

describe('a check in the way of the yes', () => {
  test('keeps IT from accepting, and the refusal names whom it waits for', () => {
    const refusal = { code: 'check-pending', command: 'accept', check: 'security' } as const;
    thenRefused(checked(), 'ines', accept, { ...refusal, waitsFor: cast.ben });
    const wanted = when(checked(), 'ben', wantChanges);
    thenRefused(wanted, 'ines', accept, { ...refusal, waitsFor: 'marketing' });
    expect(statusOf(when(when(checked(), 'ben', approve), 'ines', accept))).toBe('in-progress');
    expect(statusOf(when(when(checked(), 'ben', waive), 'ines', accept))).toBe('in-progress');
  });

  test('gives the ball to its owner, by name, once somebody in IT has it', () => {
    const asked = when(submitted(), 'ines', { type: 'request-check', check: securityCheck });
    expect(ballOf(asked.request)).toEqual({ party: 'it', lead: false });
    expect(ballOf(checked().request)).toEqual({ party: 'check-owner', owner: cast.ben, check: 'security' });
    expect(ballOf(when(checked(), 'ben', approve).request)).toEqual({ party: 'it', lead: false });
  });

  test('that comes up while marketing still has to sign keeps the work from beginning', () => {
    const accepted = when(submitted(), 'ines', { ...accept, terms: { ...terms, date: '2026-04-01' } });
    const late = when(accepted, 'ines', { type: 'request-check', check: securityCheck });
    const signed = when(late, 'mia', { type: 'sign', version: 2 });
    expect(statusOf(signed)).toBe('checking');
    const begun = when(signed, 'ben', approve);
    expect(begun.history.slice(-2).map(({ type }) => type)).toEqual(['CheckApproved', 'WorkStarted']);
    expect(statusOf(begun)).toBe('in-progress');
    thenRefused(
      signed,
      'ines',
      { type: 'drop-check', check: 'security' },
      { code: 'not-allowed', command: 'drop-check', side: 'it' },
    );
    expect(statusOf(when(signed, 'omar', { type: 'drop-check', check: 'security' }))).toBe('in-progress');
  });

  test('of which one owner of two has approved keeps the work from beginning', () => {
    const both: AskedCheck = { ...securityCheck, owners: [cast.ben, cast.tom], needs: 'all' };
    const accepted = when(submitted(), 'ines', { ...accept, terms: { ...terms, date: '2026-04-01' } });
    const late = when(accepted, 'ines', { type: 'request-check', check: both });
    const half = when(when(late, 'mia', { type: 'sign', version: 2 }), 'ben', approve);
    expect(statusOf(half)).toBe('checking');
    expect(statusOf(when(half, 'tom', approve))).toBe('in-progress');
  });

  test('keeps a repair from beginning when somebody takes it', () => {
    const broken = when(submitted('mia', { kind: 'broken' }), 'ines', {
      type: 'request-check',
      check: securityCheck,
    });
    expect(statusOf(when(broken, 'ines', { type: 'claim' }))).toBe('new');
  });
});

test('a check in the way of the end keeps IT from delivering, and holds the ball once all else is done', () => {
  const budget = { ...securityCheck, name: 'budget', blocks: 'closing' } as const;
  const asked = when(inProgress(), 'ines', { type: 'request-check', check: budget });
  expect(ballOf(asked.request)).toEqual({ party: 'it', lead: false });
  const ticked = when(asked, 'ines', { type: 'tick', ticked: ['it-1'] });
  expect(ballOf(ticked.request)).toEqual({ party: 'check-owner', owner: cast.ben, check: 'budget' });
  const refusal = { code: 'check-pending', check: 'budget', waitsFor: cast.ben } as const;
  thenRefused(ticked, 'ines', { type: 'deliver', words: null }, { ...refusal, command: 'deliver' });
  const approved = when(ticked, 'ben', { type: 'approve-check', check: 'budget' });
  const delivered = when(approved, 'ines', { type: 'deliver', words: null });
  const late = when(delivered, 'ines', { type: 'request-check', check: securityCheck });
  thenRefused(late, 'mia', { type: 'confirm' }, { ...refusal, check: 'security', command: 'confirm' });
  expect(statusOf(when(when(late, 'ben', approve), 'mia', { type: 'confirm' }))).toBe('done');
});

describe('who decides', () => {
  test('nobody else than its owner: not the requester, not IT, not somebody who looks on', () => {
    thenRefused(checked(), 'mia', approve, {
      code: 'not-allowed',
      command: 'approve-check',
      side: 'marketing',
    });
    thenRefused(checked(), 'tom', waive, { code: 'not-allowed', command: 'waive-check', side: 'it' });
    thenRefused(checked(), 'gus', approve, { code: 'outsider' });
  });

  test('nobody on what they raised, or have been given', () => {
    const his = when(checked(), 'mia', { type: 'hand-over', to: cast.ben });
    for (const command of [approve, waive, wantChanges]) {
      thenRefused(his, 'ben', command, { code: 'own-check', check: 'security' });
    }
    const ofHers: AskedCheck = { ...securityCheck, owners: [cast.mia] };
    thenRefused(
      submitted(),
      'ines',
      { type: 'request-check', check: ofHers },
      { code: 'own-check', check: 'security' },
    );
    const taken = checked({ owners: [cast.ines], standIn: null });
    thenRefused(taken, 'ines', approve, { code: 'own-check', check: 'security' });
    expect(standingIn(when(when(taken, 'ines', { type: 'release' }), 'ines', approve))).toMatchObject({
      is: 'approved',
    });
  });

  test('the stand-in only for an owner who is away or may not', () => {
    thenRefused(checked(), 'lea', approve, {
      code: 'stand-in-not-needed',
      check: 'security',
      owner: cast.ben,
    });
    expect(standingIn(whileAway(['ben'], checked(), 'lea'))).toEqual({ is: 'approved', by: cast.lea });
    const either = checked({ owners: [cast.ben, cast.tom] });
    expect(() => whileAway(['ben'], either, 'lea')).toThrow('stand-in-not-needed');
    const taken = checked({ owners: [cast.ines] });
    expect(ballOf(taken.request)).toMatchObject({ owner: cast.lea });
    expect(standingIn(when(taken, 'lea', approve))).toEqual({ is: 'approved', by: cast.lea });
  });

  test('any of its owners, or all of them', () => {
    const owners = [cast.ben, cast.tom];
    expect(standingIn(when(checked({ owners }), 'tom', approve))).toMatchObject({ is: 'approved' });
    const half = when(checked({ owners, needs: 'all' }), 'ben', approve);
    expect(standingIn(half)).toEqual({ is: 'open', approvedBy: [cast.ben] });
    expect(ballOf(half.request)).toMatchObject({ owner: cast.tom });
    thenRefused(half, 'ben', approve, { code: 'nothing-changed' });
    const whole = when(half, 'tom', approve);
    thenRefused(whole, 'tom', waive, { code: 'check-decided', check: 'security' });
    expect(standingIn(when(half, 'tom', approve))).toEqual({ is: 'approved', by: cast.tom });
    expect(standingIn(whileAway(['tom'], half, 'lea'))).toEqual({ is: 'approved', by: cast.lea });
  });
});

test('changes are owed by a side, and its answer opens the check again', () => {
  const wanted = when(checked(), 'ben', wantChanges);
  expect(ballOf(wanted.request)).toEqual({ party: 'marketing' });
  thenRefused(wanted, 'ben', wantChanges, { code: 'check-decided', check: 'security' });
  const answer = {
    type: 'answer-check',
    check: 'security',
    answers: { region: 'body-r' },
    words: null,
  } as const;
  const byIt = when(wanted, 'tom', answer);
  expect(ballOf(byIt.request)).toEqual({ party: 'marketing' });
  const answered = when(wanted, 'mia', answer);
  expect(answered.request.checks[0]).toMatchObject({
    answers: { region: 'body-r' },
    standing: { is: 'open', approvedBy: [] },
  });
  thenRefused(wanted, 'mia', { ...answer, answers: { other: 'b' } }, { code: 'unknown-check' });
  thenRefused(wanted, 'mia', { ...answer, answers: {} }, { code: 'nothing-changed' });
  thenRefused(when(wanted, 'ben', approve), 'mia', answer, { code: 'check-decided', check: 'security' });
});

test('a waiver ends, and the check stands in the way again', () => {
  const waived = when(checked(), 'ben', waive);
  thenRefused(
    waived,
    'ines',
    { type: 'reopen-check', check: 'security' },
    { code: 'not-allowed', command: 'reopen-check', side: 'it' },
  );
  const working = when(waived, 'ines', accept);
  const reopened = when(working, 'clock', { type: 'reopen-check', check: 'security' });
  expect(statusOf(reopened)).toBe('in-progress');
  const ticked = when(reopened, 'ines', { type: 'tick', ticked: ['it-1'] });
  thenRefused(
    ticked,
    'ines',
    { type: 'deliver', words: null },
    {
      ...{ code: 'check-pending', command: 'deliver', check: 'security' },
      waitsFor: cast.ben,
    },
  );
  thenRefused(reopened, 'clock', { type: 'reopen-check', check: 'security' }, { code: 'nothing-changed' });
});

test('each check is asked for once', () => {
  thenRefused(
    checked(),
    'ines',
    { type: 'request-check', check: securityCheck },
    { code: 'check-asked', check: 'security' },
  );
  const edit = {
    type: 'change-kind',
    kind: 'data',
    terms,
    checks: [securityCheck, { ...securityCheck, name: 'privacy' }],
  } as const;
  const edited = when(checked(), 'mia', edit);
  expect(edited.request.checks.map(({ name }) => name)).toEqual(['security', 'privacy']);
});

function whileAway(away: readonly Name[], { request, history }: Story, name: Name): Story {
  const decision = decide(request, approve, {
    ...{ actor: actorNamed(request, name), now: start + 3_600_000, cause: 'test' },
    isIt: () => false,
    isAway: (person) => away.some((each) => cast[each] === person),
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return { request: decision.request, history: [...history, ...decision.events] };
}
