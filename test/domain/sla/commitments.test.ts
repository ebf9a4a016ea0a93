import { describe, expect, test } from 'vitest';
import { decide, submit } from '../../../src/domain/request/decide.ts';
import type { CommandOnRequest } from '../../../src/domain/request/decision.ts';
import type { RequestEvent } from '../../../src/domain/request/events.ts';
import type { Request } from '../../../src/domain/request/request.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import { defaultAlertShares } from '../../../src/domain/sla/alerts.ts';
import type { ClockKind, Commitment } from '../../../src/domain/sla/commitment.ts';
import { commitmentsOf } from '../../../src/domain/sla/commitments.ts';
import { ballMoves, timeCharged } from '../../../src/domain/sla/ledger.ts';
import { always } from '../../../src/domain/sla/policy.ts';
import { actorNamed, cast, type Name, securityCheck, terms } from '../request/given-when-then.ts';

const policies = always(defaultSettings('UTC'));
const reckoning = { told: [], shares: defaultAlertShares, basis: '1/test' };
const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);

/** A request whose every step has its own time. Monday is the 2nd. */
class Timeline {
  request: Request;
  history: RequestEvent[];

  constructor(when: string, date: string | null = '2026-03-13') {
    const actor = { person: cast.mia, side: 'marketing', roles: ['requester'] } as const;
    const { request, events } = submit(
      {
        ...{
          type: 'submit',
          id: 'R1',
          workspace: 'T1',
          number: 1,
          kind: 'change',
          headsUp: false,
          brief: 'b',
        },
        ...{ requester: cast.mia, author: cast.mia, impact: 2, urgency: 2, neededBy: date },
        terms: { ...terms, date },
      },
      { actor: { ...actor, roles: [...actor.roles] }, now: at(when), cause: 'test', isIt: () => false },
    );
    this.request = request;
    this.history = events;
  }

  step(when: string, name: Name, command: CommandOnRequest): this {
    const context = { actor: actorNamed(this.request, name), now: at(when), cause: 'test', isIt: () => true };
    const decision = decide(this.request, command, context);
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
    this.request = decision.request;
    this.history.push(...decision.events);
    return this;
  }

  /** Each clock as "kind round: verdict, due". */
  read(now: string): string[] {
    return this.commitments(now).map(({ clock, round, verdict, dueAt }) => {
      const due = dueAt === null ? 'no time' : new Date(dueAt).toISOString().slice(5, 16).replace('T', ' ');
      return `${clock} ${round}: ${verdict}, ${due}`;
    });
  }

  settled(now: string, kind: ClockKind): Pick<Commitment, 'verdict' | 'endedAt' | 'settledAt'>[] {
    return this.commitments(now)
      .filter(({ clock }) => clock === kind)
      .map(({ verdict, endedAt, settledAt }) => ({ verdict, endedAt, settledAt }));
  }

  commitments(now: string): Commitment[] {
    return commitmentsOf(this.request, this.history, policies, { ...reckoning, now: at(now) });
  }
}

const accept: CommandOnRequest = { type: 'accept', size: 'M', terms: { ...terms, date: '2026-03-13' } };

test('submitting starts two clocks of IT, in working hours', () => {
  expect(new Timeline('02T16:00').read('02T16:00')).toEqual([
    'first-response 1: running, 03-03 12:00',
    'decision 1: running, 03-04 16:00',
  ]);
});

test('any act of IT is the first response; the decision is a clock of its own', () => {
  const claimed = new Timeline('02T09:00').step('02T10:00', 'ines', { type: 'claim' });
  expect(claimed.read('05T09:00')).toEqual([
    'first-response 1: met, 03-02 13:00',
    'decision 1: missed, 03-03 17:00',
  ]);
});

test('a note that stays with IT is no response, and a reply to the requester is one', () => {
  const noted = new Timeline('02T09:00').step('02T10:00', 'ines', {
    ...{ type: 'comment', words: 'w', shared: false },
  });
  expect(noted.read('02T12:00')[0]).toBe('first-response 1: running, 03-02 13:00');
  noted.step('02T12:00', 'ines', { type: 'edit-words', fact: 3, words: 'v', shared: false });
  expect(noted.read('02T12:30')[0]).toBe('first-response 1: running, 03-02 13:00');
  noted.step('02T12:45', 'ines', { type: 'comment', words: 'w', shared: true });
  expect(noted.read('02T17:00')[0]).toBe('first-response 1: met, 03-02 13:00');
});

test('while marketing holds the ball, the decision clock stands and the answer clock runs', () => {
  const asked = new Timeline('02T09:00').step('02T11:00', 'ines', { type: 'ask', question: 'q' });
  expect(asked.read('02T12:00')).toEqual([
    'first-response 1: met, 03-02 13:00',
    'decision 1: paused, no time',
    'answer 1: running, 03-04 11:00',
  ]);
  // Two days with marketing are not IT's: 14 of its 16 hours are left on Wednesday at 11.
  expect(asked.step('04T11:00', 'mia', { type: 'answer', answer: 'a' }).read('04T11:00')).toEqual([
    'first-response 1: met, 03-02 13:00',
    'decision 1: running, 03-05 17:00',
    'answer 1: met, 03-04 11:00',
  ]);
});

describe('delivery', () => {
  const inProgress = () => new Timeline('02T09:00').step('03T09:00', 'ines', accept);
  const deliver = (timeline: Timeline, when: string) =>
    timeline
      .step(when, 'ines', { type: 'tick', ticked: ['it-1'] })
      .step(when, 'ines', { type: 'deliver', words: null });

  test('runs to the last closing of the agreed date', () => {
    expect(inProgress().read('03T09:00')).toContain('delivery 1: running, 03-13 17:00');
  });

  test('a hold for a third party moves the date by as much', () => {
    const held = inProgress()
      .step('04T09:00', 'ines', {
        type: 'hold',
        waitsFor: { party: 'third-party', name: 'Acme' },
        reason: 'r',
        reviewOn: '2026-03-06',
      })
      .step('06T09:00', 'ines', { type: 'resume' });
    expect(held.read('06T09:00')).toContain('delivery 1: running, 03-17 17:00');
  });

  test('counts from when it was delivered, once that is confirmed', () => {
    const confirmed = deliver(inProgress(), '12T16:00').step('17T09:00', 'mia', { type: 'confirm' });
    expect(confirmed.read('20T09:00')).toContain('delivery 1: met, 03-13 17:00');
  });

  test('a rejected delivery did not stop the clock, but the time with marketing is not IT’s', () => {
    const rejected = deliver(inProgress(), '12T09:00').step('13T09:00', 'mia', {
      type: 'reject',
      failed: ['mk-1'],
      words: 'w',
    });
    expect(rejected.read('13T09:00')).toContain('delivery 1: running, 03-16 17:00');
    expect(rejected.read('13T09:00')).toContain('acceptance 1: met, 03-16 17:00');
  });

  test('is settled with the end of its request; accepted again after a no, it is promised anew', () => {
    const overturned = inProgress()
      .step('04T09:00', 'ines', { type: 'ask', question: 'q' })
      .step('05T09:00', 'ines', { type: 'decline', reason: 'other', words: 'w' })
      .step('05T10:00', 'mia', { type: 'contest', objection: 'o' })
      .step('06T09:00', 'omar', { type: 'rule', uphold: false, words: 'w' })
      .step('09T09:00', 'ines', accept);
    expect(overturned.read('09T09:00')).toContain('delivery 2: running, 03-13 17:00');
    const confirmed = deliver(overturned, '10T09:00').step('11T09:00', 'mia', { type: 'confirm' });
    expect(confirmed.settled('20T09:00', 'delivery')).toEqual([
      { verdict: 'cancelled', endedAt: at('05T09:00'), settledAt: at('05T09:00') },
      { verdict: 'met', endedAt: at('10T09:00'), settledAt: at('11T09:00') },
    ]);
  });

  test('an amended date is a new target for the same clock, from the moment it is signed', () => {
    const amended = inProgress()
      .step('04T09:00', 'mia', { type: 'change-date', date: '2026-03-20' })
      .step('05T09:00', 'ines', { type: 'sign', version: 2 });
    expect(amended.read('05T09:00')).toContain('delivery 1: running, 03-20 17:00');
    expect(amended.read('05T09:00')).toContain('agreement 1: met, 03-05 17:00');
  });
});

test('a changed term gives the missing side a clock, and each suggestion sends it back', () => {
  const changed: CommandOnRequest = { type: 'accept', size: 'M', terms: { ...terms, date: '2026-03-27' } };
  const haggled = new Timeline('02T09:00')
    .step('02T10:00', 'ines', changed)
    .step('03T10:00', 'mia', { type: 'amend', terms: { ...terms, date: '2026-03-24' } })
    .step('04T10:00', 'ines', { type: 'sign', version: 3 });
  expect(haggled.read('04T10:00')).toEqual([
    'first-response 1: met, 03-02 13:00',
    'decision 1: met, 03-03 17:00',
    'agreement 1: met, 03-04 10:00',
    'agreement 2: met, 03-05 10:00',
    'delivery 1: running, 03-24 17:00',
  ]);
});

test('withdrawing ends what was owed without a verdict against anybody', () => {
  const withdrawn = new Timeline('02T09:00').step('02T10:00', 'mia', { type: 'withdraw', words: null });
  expect(withdrawn.read('09T09:00')).toEqual([
    'first-response 1: cancelled, 03-02 13:00',
    'decision 1: cancelled, 03-03 17:00',
  ]);
});

test('a contested decline is ruled in working days, and an overturned one is decided anew', () => {
  const overturned = new Timeline('02T09:00')
    .step('02T10:00', 'ines', { type: 'decline', reason: 'other', words: 'w' })
    .step('02T11:00', 'mia', { type: 'contest', objection: 'o' })
    .step('03T11:00', 'omar', { type: 'rule', uphold: false, words: 'w' });
  expect(overturned.read('03T11:00')).toEqual([
    'first-response 1: met, 03-02 13:00',
    'decision 1: met, 03-03 17:00',
    'ruling 1: met, 03-04 11:00',
    'decision 2: running, 03-05 11:00',
  ]);
});

test('a check that was open when its request was declined is owed anew once that is overturned, not sooner', () => {
  const contested = new Timeline('02T09:00')
    .step('02T10:00', 'ines', { type: 'request-check', check: securityCheck })
    .step('02T11:00', 'ines', { type: 'decline', reason: 'other', words: 'w' })
    .step('02T12:00', 'mia', { type: 'contest', objection: 'o' });
  const checksOf = (timeline: Timeline, now: string) =>
    timeline.read(now).filter((line) => line.startsWith('check'));
  expect(checksOf(contested, '03T09:00')).toEqual(['check 1: cancelled, 03-05 10:00']);
  const overturned = contested.step('03T11:00', 'omar', { type: 'rule', uphold: false, words: 'w' });
  expect(checksOf(overturned, '03T11:00')).toEqual([
    'check 1: cancelled, 03-05 10:00',
    'check 2: running, 03-06 11:00',
  ]);
});

test('a check is owed by its owner from when it is asked for; while it is all that is open, the decision stands', () => {
  const asked = new Timeline('02T09:00').step('02T10:00', 'ines', {
    ...{ type: 'request-check', check: securityCheck },
  });
  const claimed = asked.step('02T11:00', 'ines', { type: 'claim' });
  expect(claimed.read('05T09:00')).toEqual([
    'first-response 1: met, 03-02 13:00',
    'decision 1: paused, no time',
    'check 1: running, 03-05 10:00',
  ]);
  const wanted = claimed.step('03T10:00', 'ben', {
    ...{ type: 'want-changes', check: 'security', from: 'it', words: 'b' },
  });
  expect(wanted.read('03T10:00').slice(1)).toEqual([
    'decision 1: running, 03-04 16:00',
    'check 1: met, 03-05 10:00',
  ]);
  const answered = wanted.step('03T12:00', 'ines', {
    ...{ type: 'answer-check', check: 'security', answers: {}, words: 'b' },
  });
  const approved = answered.step('10T09:00', 'ben', { type: 'approve-check', check: 'security' });
  expect(approved.read('10T09:00').slice(1)).toEqual([
    'decision 1: running, 03-11 13:00',
    'check 1: met, 03-05 10:00',
    'check 2: missed, 03-06 12:00',
  ]);
  const withOwner = timeCharged(ballMoves(approved.request, approved.history), policies, at('10T09:00')).find(
    ({ holder }) => holder.party === 'check-owner',
  );
  expect(withOwner?.holder).toEqual({ party: 'check-owner', owner: cast.ben, check: 'security' });
});
