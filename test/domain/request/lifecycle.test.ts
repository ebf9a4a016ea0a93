import { describe, expect, test } from 'vitest';
import { ballOf } from '../../../src/domain/request/ball.ts';
import { decide } from '../../../src/domain/request/decide.ts';
import { daysToReopen } from '../../../src/domain/request/patience.ts';
import {
  actorNamed,
  attempt,
  cast,
  delivered,
  inProgress,
  start,
  statusOf,
  submitted,
  terms,
  thenRefused,
  when,
} from './given-when-then.ts';

const shorter = { ...terms, criteria: terms.criteria.slice(0, 1), wording: 'body-shorter' };
const later = { ...terms, date: '2026-04-10' };

describe('from wish to done', () => {
  test('a request that nobody changes costs one signature a side and no extra click', () => {
    const done = when(delivered(), 'mia', { type: 'confirm' });
    expect(done.history.map(({ type }) => type)).toEqual([
      'RequestSubmitted',
      'DefinitionProposed',
      'RequestClaimed',
      'DefinitionSigned',
      'RequestAccepted',
      'WorkStarted',
      'CriteriaTicked',
      'RequestDelivered',
      'CriteriaTicked',
      'DeliveryConfirmed',
    ]);
    expect(done.request.state).toEqual({ status: 'done', confirmed: true, closedAt: expect.any(Number) });
    expect(done.request.agreement.inForce?.signatures).toEqual({
      marketing: { by: cast.mia, at: start },
      it: { by: cast.ines, at: expect.any(Number) },
    });
  });

  test('something broken is worked on as soon as somebody takes it', () => {
    expect(statusOf(when(submitted('mia', { kind: 'broken' }), 'tom', { type: 'claim' }))).toBe(
      'in-progress',
    );
  });

  test('a heads-up is noted, not accepted, and one press makes it a request', () => {
    const headsUp = submitted('mia', { kind: 'tool', headsUp: true });
    thenRefused(
      headsUp,
      'ines',
      { type: 'accept', size: 'S', terms },
      { code: 'only-heads-up', headsUp: true },
    );
    const noted = when(headsUp, 'ines', { type: 'note' });
    expect(ballOf(noted.request)).toBeNull();
    expect(statusOf(when(noted, 'mia', { type: 'raise' }))).toBe('new');
  });

  test('whoever accepts says by when', () => {
    const undated = { ...terms, date: null };
    const refusal = { code: 'date-missing' } as const;
    thenRefused(
      submitted('mia', { terms: undated }),
      'ines',
      { type: 'accept', size: 'S', terms: undated },
      refusal,
    );
  });

  test('IT naming the day where the requester named none contradicts nobody', () => {
    const open = submitted('mia', { terms: { ...terms, date: null } });
    const accepted = when(open, 'ines', { type: 'accept', size: 'S', terms });
    expect(statusOf(accepted)).toBe('in-progress');
    expect(accepted.request.agreement.inForce?.date).toBe(terms.date);
  });
});

describe('agreeing', () => {
  test.each([
    ['a criterion', shorter],
    ['the date', later],
  ])('changing %s asks the other side to sign', (_what, changed) => {
    const changedByIt = when(submitted(), 'ines', { type: 'accept', size: 'L', terms: changed });
    expect(changedByIt.request.state).toEqual({ status: 'agreeing', missing: 'marketing' });
    expect(statusOf(when(changedByIt, 'mia', { type: 'sign', version: 2 }))).toBe('in-progress');
  });

  test('a suggestion goes back and forth, and only the newest version can be signed', () => {
    const first = when(submitted(), 'ines', { type: 'accept', size: 'L', terms: shorter });
    const second = when(first, 'mia', { type: 'amend', terms: later });
    expect(second.request.state).toEqual({ status: 'agreeing', missing: 'it' });
    thenRefused(second, 'ines', { type: 'sign', version: 2 }, { code: 'definition-changed', version: 3 });
    thenRefused(second, 'mia', { type: 'sign', version: 3 }, { code: 'already-signed', side: 'marketing' });
    expect(statusOf(when(second, 'ines', { type: 'sign', version: 3 }))).toBe('in-progress');
  });

  test('nobody signs for both sides, not even after a hand-over', () => {
    const byTom = when(submitted(), 'tom', { type: 'accept', size: 'S', terms: later });
    const handedToTom = when(byTom, 'mia', { type: 'hand-over', to: cast.tom });
    thenRefused(handedToTom, 'tom', { type: 'sign', version: 2 }, { code: 'signed-for-other-side' });
  });

  test('while an amendment waits, the old version holds and delivery waits for an answer', () => {
    const ticked = when(inProgress(), 'ines', { type: 'tick', ticked: ['it-1'] });
    const amended = when(ticked, 'mia', { type: 'change-date', date: '2026-05-01' });
    expect(amended.request.agreement.inForce?.date).toBe(terms.date);
    expect(amended.request.neededBy).toBe('2026-05-01');
    // What IT suggests changes nothing about what marketing wanted.
    const byIt = when(ticked, 'ines', { type: 'change-date', date: '2026-05-01' });
    expect(byIt.request.neededBy).toBe(terms.date);
    thenRefused(amended, 'ines', { type: 'deliver', words: null }, { code: 'amendment-open', missing: 'it' });
    const signed = when(amended, 'ines', { type: 'sign', version: 2 });
    expect(signed.request.agreement).toMatchObject({
      inForce: { date: '2026-05-01' },
      ticks: { 'it-1': {} },
    });
    expect(statusOf(when(signed, 'ines', { type: 'deliver', words: null }))).toBe('delivered');
  });

  test('the number of a dropped version is not given again: who saw the one cannot sign the other', () => {
    const dropped = when(when(inProgress(), 'mia', { type: 'amend', terms: later }), 'ines', {
      type: 'drop-amendment',
    });
    const amended = when(dropped, 'mia', { type: 'amend', terms: shorter });
    thenRefused(amended, 'ines', { type: 'sign', version: 2 }, { code: 'definition-changed', version: 3 });
    const signed = when(amended, 'ines', { type: 'sign', version: 3 });
    expect(signed.request.agreement.inForce?.criteria).toEqual(shorter.criteria);
  });

  test('a changed criterion loses its tick with its id', () => {
    const ticked = when(inProgress(), 'ines', { type: 'tick', ticked: ['it-1'] });
    const changed = {
      ...terms,
      criteria: [{ id: 'it-9', side: 'it' as const, required: true }],
      wording: 'body-9',
    };
    const signed = when(when(ticked, 'mia', { type: 'amend', terms: changed }), 'ines', {
      type: 'sign',
      version: 2,
    });
    thenRefused(signed, 'ines', { type: 'deliver', words: null }, { code: 'criteria-open', open: ['it-9'] });
  });
});

describe('questions', () => {
  test('a question gives the ball to marketing, the answer gives it back to where it was', () => {
    const asked = when(inProgress(), 'ines', { type: 'ask', question: 'body-q' });
    expect(ballOf(asked.request)).toEqual({ party: 'marketing' });
    const answered = when(asked, 'mia', { type: 'answer', answer: 'body-a' });
    expect(statusOf(answered)).toBe('in-progress');
    expect(statusOf(when(answered, 'mia', { type: 'more-to-come' }))).toBe('needs-info');
  });

  test('more to come means nothing when nothing was asked', () => {
    thenRefused(submitted(), 'mia', { type: 'more-to-come' }, { code: 'nothing-changed' });
  });
});

describe('delivery and acceptance', () => {
  test('IT’s required criteria come first', () => {
    thenRefused(
      inProgress(),
      'ines',
      { type: 'deliver', words: null },
      { code: 'criteria-open', open: ['it-1'] },
    );
  });

  test('"not yet" names what fails, takes its tick away and goes back to IT', () => {
    const rejected = when(delivered(), 'mia', { type: 'reject', failed: ['it-1'], words: 'body-w' });
    expect(statusOf(rejected)).toBe('in-progress');
    thenRefused(
      rejected,
      'ines',
      { type: 'deliver', words: null },
      { code: 'criteria-open', open: ['it-1'] },
    );
  });

  test('what is done reopens for a while, in a new cycle', () => {
    const done = when(delivered(), 'mia', { type: 'confirm' });
    expect(when(done, 'mia', { type: 'reopen', failed: ['mk-1'], words: 'body-w' }).request).toMatchObject({
      cycle: 2,
      state: { status: 'in-progress' },
    });
    const muchLater = start + (daysToReopen + 1) * 24 * 3_600_000;
    const context = {
      actor: actorNamed(done.request, 'mia'),
      now: muchLater,
      cause: 'late',
      isIt: () => false,
    };
    expect(decide(done.request, { type: 'reopen', failed: [], words: 'body-w' }, context)).toEqual({
      ok: false,
      refusal: { code: 'too-late-to-reopen', days: daysToReopen },
    });
  });
});

describe('a no, and what follows', () => {
  const declined = () =>
    when(submitted(), 'ines', { type: 'decline', reason: 'too-costly', words: 'body-no' });

  test('a decline is contested once and ruled by IT’s lead', () => {
    const contested = when(declined(), 'mia', { type: 'contest', objection: 'body-but' });
    expect(ballOf(contested.request)).toEqual({ party: 'it', lead: true });
    thenRefused(
      contested,
      'ines',
      { type: 'rule', uphold: true, words: 'w' },
      { code: 'not-allowed', command: 'rule', side: 'it' },
    );
    const upheld = when(contested, 'omar', { type: 'rule', uphold: true, words: 'body-w' });
    thenRefused(upheld, 'mia', { type: 'contest', objection: 'again' }, { code: 'already-contested' });
    expect(statusOf(when(contested, 'omar', { type: 'rule', uphold: false, words: 'body-w' }))).toBe('new');
  });

  test('an alternative can be taken or refused, and both bring the request back to IT', () => {
    const countered = when(submitted(), 'ines', { type: 'counter', alternative: 'body-alt' });
    expect(ballOf(countered.request)).toEqual({ party: 'marketing' });
    const taken = when(countered, 'mia', { type: 'take-alternative' });
    expect(taken.request).toMatchObject({ alternative: 'body-alt', state: { status: 'new' } });
    expect(when(countered, 'mia', { type: 'refuse-alternative', words: 'w' }).request.alternative).toBeNull();
  });

  test('a held request waits on whom it names', () => {
    const hold = { type: 'hold', reason: 'body-r', reviewOn: '2026-03-09' } as const;
    const vendor = when(inProgress(), 'ines', { ...hold, waitsFor: { party: 'third-party', name: 'Acme' } });
    expect(ballOf(vendor.request)).toEqual({ party: 'third-party', name: 'Acme' });
    expect(statusOf(when(vendor, 'ines', { type: 'resume' }))).toBe('in-progress');
  });

  test('merging and absorbing name two different requests', () => {
    thenRefused(submitted(), 'ines', { type: 'merge', into: 'R1' }, { code: 'merge-into-itself' });
    expect(when(submitted(), 'ines', { type: 'merge', into: 'R2' }).request.state).toEqual({
      status: 'merged',
      into: 'R2',
    });
    const absorbed = when(submitted(), 'ines', { type: 'absorb', from: 'R2', followers: [cast.ben] });
    expect(absorbed.request.followers).toEqual([cast.ben]);
  });
});

describe('who may', () => {
  test('a guest may nothing', () => {
    thenRefused(submitted(), 'gus', { type: 'claim' }, { code: 'outsider' });
  });

  test('a colleague of neither role may read, but not act', () => {
    thenRefused(submitted(), 'ben', { type: 'withdraw', words: null }, { code: 'outsider' });
  });

  test('an engineer who asks for something acts for marketing on it', () => {
    const own = submitted('tom');
    thenRefused(own, 'tom', { type: 'claim' }, { code: 'not-allowed', command: 'claim', side: 'marketing' });
    expect(attempt(own, 'tom', { type: 'withdraw', words: null }).ok).toBe(true);
  });

  test('what one has taken, another hears is taken; only its owner lets it go', () => {
    const claimed = when(submitted(), 'ines', { type: 'claim' });
    thenRefused(claimed, 'tom', { type: 'claim' }, { code: 'already-claimed', by: cast.ines });
    thenRefused(claimed, 'ines', { type: 'claim' }, { code: 'already-yours' });
    thenRefused(claimed, 'tom', { type: 'release' }, { code: 'not-your-claim', assignee: cast.ines });
    expect(when(claimed, 'ines', { type: 'release' }).request.assignee).toBeNull();
  });

  test('work is assigned within IT', () => {
    thenRefused(
      submitted(),
      'ines',
      { type: 'assign', to: cast.mia },
      { code: 'not-in-it', person: cast.mia },
    );
  });

  test('what is closed is closed', () => {
    const withdrawn = when(submitted(), 'mia', { type: 'withdraw', words: null });
    thenRefused(
      withdrawn,
      'ines',
      { type: 'claim' },
      { code: 'wrong-state', command: 'claim', status: 'withdrawn' },
    );
  });
});
