import { expect, test } from 'vitest';
import { agreementFacts, share } from '../../../src/domain/agreement/facts.ts';
import { delivered, inProgress, type Story, start, terms, when } from '../request/given-when-then.ts';

const day = 24 * 60 * 60_000;
const texts = new Map([['mk-1', 'Consent is asked']]);
const week = { from: start, to: start + 7 * day };
const factsOf = (...stories: Story[]) =>
  agreementFacts(
    stories.map(({ history }) => history),
    texts,
    week,
  );

function sentBackOnce(): Story {
  const rejected = when(delivered(), 'mia', { type: 'reject', failed: ['mk-1'], words: 'b' });
  return when(when(rejected, 'ines', { type: 'deliver', words: null }), 'mia', { type: 'confirm' });
}

test('what was confirmed at once, sent back, and amended is counted apart', () => {
  const atOnce = when(delivered(), 'mia', { type: 'confirm' });
  const date = { ...terms, date: '2026-03-27' };
  const amended = when(when(inProgress(), 'mia', { type: 'amend', terms: date }), 'ines', {
    type: 'sign',
    version: 2,
  });
  const facts = factsOf(atOnce, sentBackOnce(), amended);
  expect(facts.closed).toEqual({ confirmed: 2, unconfirmed: 0 });
  expect(facts.confirmedAtFirstDelivery).toBe(1);
  expect(share(facts.confirmedAtFirstDelivery, facts.closed.confirmed)).toBe(0.5);
  expect(facts.failing).toEqual([{ criterion: 'Consent is asked', times: 1 }]);
  expect(facts.amendments).toEqual({ proposed: 1, signed: 1, dropped: 0 });
  expect(facts.timesToAgree).toEqual([0, 0, 0]);
});

test('an outcome counts once, and a period only what happened in it', () => {
  const done = when(delivered(), 'mia', { type: 'confirm' });
  const asked = when(done, 'clock', { type: 'ask-outcome' });
  const kept = when(asked, 'mia', { type: 'judge-outcome', verdict: 'keep', words: null });
  expect(factsOf(asked, kept).outcomes).toEqual({ keep: 1, fix: 0, retire: 0, unanswered: 1 });
  const later = { from: week.to, to: week.to + day };
  expect(agreementFacts([kept.history], texts, later).closed.confirmed).toBe(0);
  expect(share(0, 0)).toBeNull();
});

test('no figure is about a person', () => {
  const named = JSON.stringify(factsOf(sentBackOnce()));
  expect(named).not.toContain('T1/');
});
