import { expect, test } from 'vitest';
import { asOf } from '../../../src/domain/digest/as-of.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import type { Commitment } from '../../../src/domain/sla/commitment.ts';
import { always } from '../../../src/domain/sla/policy.ts';

/** Used up on a Friday, 17:00 in New York. */
const dueAt = Date.UTC(2026, 2, 6, 22);
const [mondayInBerlin, mondayInNewYork] = [Date.UTC(2026, 2, 9, 9), Date.UTC(2026, 2, 9, 15)];

const check: Commitment = {
  ...{ clock: 'check', round: 1, debtor: 'check-owner', startedAt: 0, budget: 1, dueAt, endedAt: null },
  ...{ settledAt: null, verdict: 'running', byChange: false, nextAlertAt: null, reckonedWith: '1' },
};

test('a check is late once its owners, and not IT, are at work again', () => {
  const { hours, ...rest } = defaultSettings('Europe/Berlin');
  const checks = defaultSettings('America/New_York').hours.it;
  const policies = always({ ...rest, hours: { ...hours, checks } });
  expect(asOf([check], policies, mondayInBerlin)).toMatchObject([{ verdict: 'running' }]);
  expect(asOf([check], policies, mondayInNewYork)).toMatchObject([{ verdict: 'missed' }]);
});
