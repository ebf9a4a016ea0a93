import { expect, test } from 'vitest';
import {
  attempt,
  cast,
  delivered,
  type Story,
  securityCheck,
  statusOf,
  submitted,
  terms,
  thenRefused,
  when,
} from './given-when-then.ts';

/** What follows a delivery: silence, a no, a look back. */

const close = { type: 'close-unconfirmed' } as const;
const nudged = (story: Story) => when(story, 'clock', { type: 'nudge' });

function deliveredSmall(): Story {
  const accepted = when(submitted(), 'ines', { type: 'accept', size: 'S', terms });
  return when(when(accepted, 'ines', { type: 'tick', ticked: ['it-1'] }), 'ines', {
    type: 'deliver',
    words: null,
  });
}

test('silence closes what is small once it was asked about twice, and no check is open', () => {
  const open = { code: 'silence-keeps-it-open' } as const;
  thenRefused(deliveredSmall(), 'clock', close, open);
  thenRefused(nudged(deliveredSmall()), 'clock', close, open);
  const twice = nudged(nudged(deliveredSmall()));
  expect(when(twice, 'clock', close).request.state).toMatchObject({ status: 'done', confirmed: false });
  const checked = when(twice, 'ines', { type: 'request-check', check: securityCheck });
  thenRefused(checked, 'clock', close, {
    ...{ code: 'check-pending', command: 'close-unconfirmed', check: 'security', waitsFor: cast.ben },
  });
});

test('silence is reported once', () => {
  const reported = when(delivered(), 'clock', { type: 'report-silence' });
  thenRefused(reported, 'clock', { type: 'report-silence' }, { code: 'nothing-changed' });
});

test('what became of it is asked once, and answered once', () => {
  const done = when(delivered(), 'mia', { type: 'confirm' });
  const asked = when(done, 'clock', { type: 'ask-outcome' });
  thenRefused(asked, 'clock', { type: 'ask-outcome' }, { code: 'nothing-changed' });
  const judge = { type: 'judge-outcome', verdict: 'keep', words: null } as const;
  thenRefused(when(asked, 'mia', judge), 'mia', { ...judge, verdict: 'fix' }, { code: 'nothing-changed' });
});

test('whoever names what fails has looked at the rest; without a name nothing is known of any', () => {
  const factsOf = (failed: string[]) => {
    const decision = attempt(delivered(), 'mia', { type: 'reject', failed, words: 'body-words' });
    return decision.ok
      ? decision.events.map((each) => [each.type, 'ticked' in each ? each.ticked : null])
      : [];
  };
  expect(factsOf(['it-1'])).toEqual([
    ['CriteriaTicked', ['mk-1']],
    ['DeliveryRejected', null],
  ]);
  expect(factsOf(['mk-1'])[0]).toEqual(['CriteriaTicked', []]);
  expect(factsOf([])).toEqual([['DeliveryRejected', null]]);
});

test('whoever signed for IT names no other day for marketing, not even when it is opened again', () => {
  const accepted = when(submitted(), 'ines', { type: 'accept', size: 'M', terms });
  const handedOver = when(accepted, 'mia', { type: 'hand-over', to: cast.ines });
  const ticked = when(handedOver, 'tom', { type: 'tick', ticked: ['it-1'] });
  const done = when(when(ticked, 'tom', { type: 'deliver', words: null }), 'ines', { type: 'confirm' });
  const reopen = { type: 'reopen' as const, failed: ['mk-1'], words: 'body-words' };
  thenRefused(done, 'ines', { ...reopen, date: '2026-04-01' }, { code: 'signed-for-other-side' });
  expect(statusOf(when(done, 'ines', reopen))).toBe('in-progress');
});
