import { describe, expect, test } from 'vitest';
import type { RequestEvent, RequestFact } from '../../../src/domain/request/events.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import { settingsSchema } from '../../../src/domain/settings/settings.ts';
import { nextAtWork } from '../../../src/domain/sla/absence.ts';
import { defaultAlertShares } from '../../../src/domain/sla/alerts.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import type { Commitment } from '../../../src/domain/sla/commitment.ts';
import { commitmentsOf } from '../../../src/domain/sla/commitments.ts';
import { explain } from '../../../src/domain/sla/explain.ts';
import { ballMoves, timeCharged } from '../../../src/domain/sla/ledger.ts';
import { always, type Policies, policyFor } from '../../../src/domain/sla/policy.ts';
import { keepingVerdicts } from '../../../src/domain/sla/reckon.ts';
import { sampleRequest } from '../../support/sample-request.ts';

const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);
const settings = defaultSettings('UTC');
const hour = 60 * 60_000;

/** A request of Friday the 6th at 15:00, and what follows. */
function historyWith(...facts: [when: string, fact: RequestFact, side?: 'it' | 'marketing'][]) {
  const { request, events } = sampleRequest({ at: at('06T15:00') });
  const later = facts.map(
    ([when, fact, side = 'it'], index): RequestEvent => ({
      ...fact,
      seq: events.length + index + 1,
      at: at(when),
      actor: side === 'it' ? 'T1/UIVAN' : 'T1/UMIA',
      side,
      cause: 'test',
    }),
  );
  return { request, history: [...events, ...later] };
}

function decisionOf(told: ReturnType<typeof historyWith>, policies: Policies, now: string): Commitment {
  const reckoning = { now: at(now), told: [], shares: defaultAlertShares, basis: '1/test' };
  const commitments = commitmentsOf(told.request, told.history, policies, reckoning);
  const decision = commitments.find(({ clock }) => clock === 'decision');
  if (!decision) throw new Error('a request has a decision clock');
  return decision;
}

const dueOf = ({ dueAt }: Commitment) => (dueAt === null ? null : new Date(dueAt).toISOString().slice(5, 16));

const claimed: RequestFact = { type: 'RequestClaimed', by: 'T1/UIVAN' };

describe('changes in mid-flight', () => {
  const closed = [{ date: '2026-03-09', name: 'Move', hours: [] }];
  const withHoliday: Policies = [
    ...always({ ...settings, targets: { ...settings.targets, decision: { amount: 4, unit: 'hours' } } }),
    {
      version: 2,
      from: at('06T16:00'),
      settings: {
        ...settings,
        hours: { ...settings.hours, it: { ...settings.hours.it, holidays: closed } },
        targets: { ...settings.targets, decision: { amount: 4, unit: 'hours' } },
      },
    },
  ];

  test('a new holiday moves an open clock and leaves a closed one', () => {
    expect(dueOf(decisionOf(historyWith(), withHoliday, '06T15:30'))).toBe('03-09T11:00');
    expect(dueOf(decisionOf(historyWith(), withHoliday, '06T16:30'))).toBe('03-10T11:00');
    const noted = historyWith(['06T15:30', { type: 'RequestNoted' }]);
    expect(dueOf(decisionOf(noted, withHoliday, '06T16:30'))).toBe('03-09T11:00');
  });

  test('a higher priority counts from the clock’s own start, and a lateness that only it causes is marked', () => {
    const raised: RequestFact = { type: 'PrioritySet', priority: 1, reason: 'b' };
    const before = decisionOf(historyWith(['10T09:00', raised]), always(settings), '09T10:00');
    expect(before).toMatchObject({ verdict: 'running', byChange: false });
    const after = decisionOf(historyWith(['09T16:00', raised]), always(settings), '09T16:30');
    expect(after).toMatchObject({ verdict: 'missed', byChange: true, budget: 4 * hour });
    expect(dueOf(after)).toBe('03-09T11:00');
  });

  test('what ended keeps the verdict that was written down', () => {
    const reckoned = decisionOf(
      historyWith(['06T15:30', { type: 'RequestNoted' }]),
      always(settings),
      '06T16:00',
    );
    const kept: Commitment = { ...reckoned, verdict: 'missed', dueAt: 1 };
    expect(keepingVerdicts([kept], [reckoned])).toEqual([kept]);
    expect(keepingVerdicts([{ ...kept, endedAt: null }], [reckoned])).toEqual([reckoned]);
  });

  test('the next alert is known beforehand, and none while the clock stands', () => {
    expect(decisionOf(historyWith(), always(settings), '06T15:00').nextAlertAt).toBe(at('10T11:00'));
    const asked = historyWith(['06T16:00', { type: 'QuestionAsked', question: 'q' }]);
    expect(decisionOf(asked, always(settings), '06T16:00').nextAlertAt).toBeNull();
  });
});

test('the first exception that fits and names a clock counts, else the standing target', () => {
  const targets = (kind: 'tool' | 'broken', priority: 1 | 2) =>
    policyFor(settings, { kind, priority }).targets;
  expect(targets('tool', 1).decision).toEqual({ amount: 4, unit: 'hours' });
  expect(targets('broken', 1)['first-response']).toEqual({ amount: 1, unit: 'hours' });
  expect(targets('broken', 2).decision).toEqual({ amount: 1, unit: 'days' });
  expect(targets('broken', 2).answer).toEqual(settings.targets.answer);
  expect(targets('tool', 2)).toEqual(settings.targets);
});

test('settings of before the exceptions still parse, and get the usual ones', () => {
  const { policies: _policies, alerts: _alerts, ...older } = settings;
  expect(settingsSchema.parse(older)).toEqual(settings);
});

test('every working minute is charged to the one who held it, and to nobody while it was closed', () => {
  const told = historyWith(
    ['06T16:00', { type: 'QuestionAsked', question: 'q' }],
    ['09T10:00', { type: 'QuestionAnswered', answer: 'a' }, 'marketing'],
    [
      '09T12:00',
      {
        type: 'RequestHeld',
        waitsFor: { party: 'third-party', name: 'Acme' },
        reason: 'r',
        reviewOn: '2026-03-12',
      },
    ],
    ['11T12:00', { type: 'RequestResumed' }],
    ['11T13:00', { type: 'RequestNoted' }],
  );
  const charges = timeCharged(ballMoves(told.request, told.history), always(settings), at('20T12:00'));
  expect(charges.map(({ holder, time }) => [holder.party, time / hour])).toEqual([
    ['it', 1 + 2 + 1],
    ['marketing', 1 + 1],
    ['third-party', 16],
  ]);
});

test('the windows that are shown add up to the figure that is shown', () => {
  const told = historyWith(
    ['06T15:10', claimed],
    ['06T16:00', { type: 'QuestionAsked', question: 'q' }],
    ['10T10:00', { type: 'QuestionAnswered', answer: 'a' }, 'marketing'],
  );
  const explanations = explain(told.request, told.history, always(settings), at('12T12:00'));
  expect(explanations.length).toBeGreaterThan(2);
  for (const { windows, reading } of explanations) {
    expect(windows.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(reading.elapsed);
  }
});

test('days away put off what would disturb somebody, in their own zone', () => {
  const india = officeHours('Asia/Kolkata');
  const friday = at('06T04:00');
  expect(nextAtWork(friday, india, [])).toBe(friday);
  const away = [
    { firstDay: '2026-03-09', lastDay: '2026-03-10' },
    { firstDay: '2026-03-06', lastDay: '2026-03-07' },
  ];
  expect(nextAtWork(friday, india, away)).toBe(at('11T03:30'));
});
