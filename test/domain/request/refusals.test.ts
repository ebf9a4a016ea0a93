import { expect, test } from 'vitest';
import type { AskedCheck } from '../../../src/domain/checks/check.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { type Decision, decide } from '../../../src/domain/request/decide.ts';
import { daysToReopen } from '../../../src/domain/request/patience.ts';
import type { RefusalCode } from '../../../src/domain/request/refusal.ts';
import { actorOn } from '../../../src/domain/request/rights.ts';
import { dayMs } from '../../../src/domain/time.ts';
import {
  actorNamed,
  attempt,
  cast,
  delivered,
  inProgress,
  securityCheck,
  start,
  submitted,
  terms,
  thenRefused,
  when,
} from './given-when-then.ts';

/** Refusals that no story of another test comes across, and one command for each of the closed list. */

const words = 'body-words';

test('there is nothing to sign, and nothing to drop, where nothing was suggested', () => {
  const story = inProgress();
  thenRefused(story, 'mia', { type: 'sign', version: 2 }, { code: 'nothing-to-sign' });
  thenRefused(story, 'mia', { type: 'drop-amendment' }, { code: 'nothing-to-sign' });
});

test('a criterion that was never agreed is neither ticked nor missed', () => {
  const unknown = { code: 'unknown-criterion' } as const;
  thenRefused(inProgress(), 'ines', { type: 'tick', ticked: ['it-9'] }, unknown);
  // The other side's own are not ticked for it.
  thenRefused(inProgress(), 'ines', { type: 'tick', ticked: ['mk-1'] }, unknown);
  const evidence = { 'it-2': words };
  thenRefused(inProgress(), 'ines', { type: 'tick', ticked: ['it-1'], evidence }, unknown);
  thenRefused(delivered(), 'mia', { type: 'reject', failed: ['mk-9'], words }, unknown);
  const done = when(delivered(), 'mia', { type: 'confirm' });
  thenRefused(done, 'mia', { type: 'reopen', failed: ['mk-9'], words }, unknown);
});

test('only a tool is a heads-up, and a heads-up is countered by nothing', () => {
  const edit = { type: 'edit', brief: words, impact: 2, urgency: 2, terms } as const;
  const headsUp = { code: 'only-heads-up', headsUp: true } as const;
  thenRefused(submitted(), 'mia', { ...edit, headsUp: true }, headsUp);
  const tool = submitted('mia', { kind: 'tool', headsUp: true });
  when(tool, 'mia', { ...edit, headsUp: false });
  thenRefused(tool, 'ines', { type: 'counter', alternative: words }, headsUp);
});

test('a question is taken back by whoever asked it, and nobody else', () => {
  const asked = when(submitted(), 'ines', { type: 'ask', question: words });
  thenRefused(asked, 'tom', { type: 'take-back' }, { code: 'not-yours-to-take-back' });
  when(asked, 'ines', { type: 'take-back' });
});

test('silence closes nothing that is larger, however often it was asked', () => {
  const open = { code: 'silence-keeps-it-open' } as const;
  thenRefused(delivered(), 'clock', { type: 'close-unconfirmed' }, open);
  const once = when(delivered(), 'clock', { type: 'nudge' });
  const twice = when(once, 'clock', { type: 'nudge' });
  thenRefused(twice, 'clock', { type: 'nudge' }, { code: 'nothing-changed' });
  thenRefused(twice, 'clock', { type: 'close-unconfirmed' }, open);
});

test('nobody looks back at an outcome before they are asked to', () => {
  const done = when(delivered(), 'mia', { type: 'confirm' });
  const judge = { type: 'judge-outcome', verdict: 'keep', words: null } as const;
  thenRefused(done, 'mia', judge, { code: 'outcome-not-asked' });
  const asked = when(done, 'clock', { type: 'ask-outcome' });
  when(asked, 'mia', judge);
});

test('a check that nobody asked for waits on nobody', () => {
  const checked = when(submitted(), 'ines', { type: 'request-check', check: securityCheck });
  thenRefused(checked, 'ben', { type: 'approve-check', check: 'budget' }, { code: 'unknown-check' });
});

test('two people act at once: the second hears of the first', () => {
  const story = submitted();
  const taken = when(story, 'ines', { type: 'claim' });
  thenRefused(taken, 'tom', { type: 'claim' }, { code: 'already-claimed', by: cast.ines });
  thenRefused(taken, 'tom', { type: 'release' }, { code: 'not-your-claim', assignee: cast.ines });
  const declined = when(taken, 'tom', { type: 'decline', reason: 'not-now', words });
  const accept = { type: 'decline', reason: 'not-now', words } as const;
  thenRefused(declined, 'ines', accept, { code: 'wrong-state', command: 'decline', status: 'declined' });
});

const undated = { ...terms, date: null };
const moved = { ...terms, date: '2026-04-01' };
const ownedBy = (owner: PersonId): AskedCheck => ({ ...securityCheck, owners: [owner] });
const toSign = () => when(submitted(), 'ines', { type: 'accept', size: 'M', terms: moved });
const checked = () => when(submitted(), 'ines', { type: 'request-check', check: securityCheck });
const approve = { type: 'approve-check', check: 'security' } as const;

/** A command for each refusal of the closed list: one more in the list asks for its own here. */
const provoked: Record<RefusalCode, () => Decision> = {
  outsider: () => attempt(submitted(), 'gus', { type: 'follow' }),
  'not-allowed': () => attempt(submitted(), 'mia', { type: 'claim' }),
  'wrong-state': () => attempt(submitted(), 'mia', { type: 'confirm' }),
  'already-claimed': () => attempt(inProgress(), 'tom', { type: 'claim' }),
  'already-yours': () => attempt(inProgress(), 'ines', { type: 'claim' }),
  'not-your-claim': () => attempt(inProgress(), 'tom', { type: 'release' }),
  'not-in-it': () => attempt(submitted(), 'ines', { type: 'assign', to: cast.mia }),
  'broker-takes-part': () => attempt(submitted(), 'ines', { type: 'name-broker', broker: cast.mia }),
  'date-missing': () => attempt(submitted(), 'ines', { type: 'accept', size: 'S', terms: undated }),
  'definition-changed': () => attempt(toSign(), 'mia', { type: 'sign', version: 1 }),
  'already-signed': () => attempt(toSign(), 'ines', { type: 'sign', version: 2 }),
  'signed-for-other-side': () =>
    attempt(when(toSign(), 'mia', { type: 'hand-over', to: cast.ines }), 'ines', {
      type: 'sign',
      version: 2,
    }),
  'not-a-signer': () => {
    const { request } = submitted();
    const ines = actorOn(
      request,
      { person: cast.ines, isMember: true, isIt: true },
      { marketing: cast.lea, it: cast.omar },
      { marketing: null, it: cast.omar },
    );
    const changed = { type: 'accept', size: 'M', terms: moved } as const;
    return decide(request, changed, { actor: ines, now: start, cause: 'test', isIt: () => true });
  },
  'nothing-to-sign': () => attempt(inProgress(), 'mia', { type: 'sign', version: 1 }),
  'nothing-changed': () => attempt(submitted(), 'mia', { type: 'hand-over', to: cast.mia }),
  'criteria-open': () => attempt(inProgress(), 'ines', { type: 'deliver', words: null }),
  'unknown-criterion': () => attempt(inProgress(), 'ines', { type: 'tick', ticked: ['it-9'] }),
  'amendment-open': () =>
    attempt(when(inProgress(), 'mia', { type: 'amend', terms: moved }), 'ines', { type: 'deliver', words }),
  'already-contested': () => {
    const declined = when(submitted(), 'ines', { type: 'decline', reason: 'not-now', words });
    const contested = when(declined, 'mia', { type: 'contest', objection: words });
    const upheld = when(contested, 'omar', { type: 'rule', uphold: true, words });
    return attempt(upheld, 'mia', { type: 'contest', objection: words });
  },
  'merge-into-itself': () => attempt(submitted(), 'ines', { type: 'merge', into: 'R1' }),
  'unknown-check': () => attempt(submitted(), 'omar', { type: 'drop-check', check: 'security' }),
  'check-asked': () => attempt(checked(), 'ines', { type: 'request-check', check: securityCheck }),
  'check-decided': () => attempt(when(checked(), 'ben', approve), 'ben', approve),
  'own-check': () => attempt(submitted(), 'ines', { type: 'request-check', check: ownedBy(cast.mia) }),
  'check-pending': () => attempt(checked(), 'ines', { type: 'accept', size: 'M', terms }),
  'stand-in-not-needed': () => attempt(checked(), 'lea', approve),
  'only-heads-up': () => attempt(submitted(), 'ines', { type: 'note' }),
  'silence-keeps-it-open': () => attempt(delivered(), 'clock', { type: 'close-unconfirmed' }),
  'outcome-not-asked': () =>
    attempt(when(delivered(), 'mia', { type: 'confirm' }), 'mia', {
      type: 'judge-outcome',
      verdict: 'keep',
      words: null,
    }),
  'too-late-to-reopen': () => {
    const { request } = when(delivered(), 'mia', { type: 'confirm' });
    const now = start + (daysToReopen + 1) * dayMs;
    const context = { actor: actorNamed(request, 'mia'), now, cause: 'test', isIt: () => false };
    return decide(request, { type: 'reopen', failed: [], words }, context);
  },
  'not-yours-to-take-back': () => attempt(delivered(), 'tom', { type: 'take-back' }),
};

test.each(Object.entries(provoked))('a command is refused with %s', (code, provoke) => {
  expect(provoke()).toMatchObject({ ok: false, refusal: { code } });
});
