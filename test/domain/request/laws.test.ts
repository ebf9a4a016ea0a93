import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingSignature, openCriteria } from '../../../src/domain/agreement/definition-of-done.ts';
import type { AskedCheck } from '../../../src/domain/checks/check.ts';
import { firstPending } from '../../../src/domain/checks/standing.ts';
import { sides } from '../../../src/domain/person.ts';
import { ballOf } from '../../../src/domain/request/ball.ts';
import type { CommandOnRequest } from '../../../src/domain/request/decision.ts';
import { replay } from '../../../src/domain/request/evolve.ts';
import { requestKinds, sizes } from '../../../src/domain/request/kind.ts';
import {
  closedStatuses,
  declineReasons,
  isOpen,
  openStatuses,
  outcomeVerdicts,
} from '../../../src/domain/request/request.ts';
import { transitions } from '../../../src/domain/request/transitions.ts';
import {
  attempt,
  cast,
  delivered,
  inProgress,
  type Name,
  type Story,
  securityCheck,
  submitted,
  terms,
  when,
} from './given-when-then.ts';

const budgetCheck: AskedCheck = {
  ...securityCheck,
  ...{ name: 'budget', owners: [cast.ines, cast.lea], needs: 'all', standIn: cast.omar, blocks: 'closing' },
};
const words = fc.constantFrom('body-1', 'body-2');
const criteria = fc.subarray([...terms.criteria, { id: 'it-3', side: 'it' as const, required: true }]);
const someTerms = fc.record({
  criteria,
  wording: words,
  date: fc.constantFrom('2026-03-20', '2026-03-20', '2026-04-01', null),
});
const person = fc.constantFrom(cast.mia, cast.ben, cast.ines, cast.tom);
const checkName = fc.constantFrom('security', 'budget');
const ids = fc.subarray(['it-1', 'it-2', 'it-3', 'mk-1']);

const aboutCheck: fc.Arbitrary<CommandOnRequest> = fc.oneof(
  fc.record({ type: fc.constant('request-check'), check: fc.constantFrom(securityCheck, budgetCheck) }),
  fc.record({
    type: fc.constantFrom('approve-check', 'approve-check', 'drop-check', 'reopen-check'),
    check: checkName,
  }),
  fc.record({ type: fc.constant('want-changes'), check: checkName, from: fc.constantFrom(...sides), words }),
  fc.record({ type: fc.constant('waive-check'), check: checkName, until: fc.constant('2026-04-01'), words }),
  fc.record({
    type: fc.constant('answer-check'),
    check: checkName,
    answers: fc.constantFrom({}, { region: 'body-1' }),
    words: fc.constantFrom('body-2', null),
  }),
);

const command: fc.Arbitrary<CommandOnRequest> = fc.oneof(
  aboutCheck,
  fc.constantFrom<CommandOnRequest>(
    { type: 'follow' },
    { type: 'claim' },
    { type: 'release' },
    { type: 'more-to-come' },
    { type: 'take-alternative' },
    { type: 'drop-amendment' },
    { type: 'resume' },
    { type: 'take-back' },
    { type: 'take-back-words', fact: 2, shared: true },
    { type: 'edit-words', fact: 2, words: 'body-2', shared: true },
    { type: 'keep-decision', words: 'body-1' },
    { type: 'link-issue', link: 'body-1' },
    { type: 'set-responsibility', decides: cast.tom, ownership: 'body-2' },
    { type: 'confirm' },
    { type: 'nudge' },
    { type: 'report-silence' },
    { type: 'close-unconfirmed' },
    { type: 'ask-outcome' },
    { type: 'note' },
    { type: 'raise' },
    { type: 'withdraw', words: null },
    { type: 'merge', into: 'R2' },
    { type: 'deliver', words: null },
    { type: 'absorb', from: 'R3', followers: [cast.ben] },
    { type: 'accept', size: 'M', terms },
    { type: 'hold', waitsFor: { party: 'third-party', name: 'Acme' }, reason: 'b', reviewOn: '2026-03-09' },
    { type: 'hold', waitsFor: { party: 'marketing' }, reason: 'b', reviewOn: '2026-03-09' },
  ),
  fc.record({ type: fc.constantFrom('hand-over', 'assign'), to: person }),
  fc.record({ type: fc.constant('name-broker'), broker: fc.option(person) }),
  fc.record({ type: fc.constant('ask'), question: words }),
  fc.record({ type: fc.constant('answer'), answer: words }),
  fc.record({ type: fc.constant('counter'), alternative: words }),
  fc.record({ type: fc.constant('refuse-alternative'), words }),
  fc.record({ type: fc.constant('contest'), objection: words }),
  fc.record({ type: fc.constant('rule'), uphold: fc.boolean(), words }),
  fc.record({ type: fc.constant('decline'), reason: fc.constantFrom(...declineReasons), words }),
  fc.record({ type: fc.constant('accept'), size: fc.constantFrom(...sizes), terms: someTerms }),
  fc.record({ type: fc.constant('amend'), terms: someTerms }),
  fc.record({ type: fc.constant('sign'), version: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ type: fc.constant('change-kind'), kind: fc.constantFrom(...requestKinds), terms: someTerms }),
  fc.record({ type: fc.constant('change-date'), date: fc.constantFrom('2026-03-27', null) }),
  fc.record({ type: fc.constant('tick'), ticked: ids }),
  fc.record({ type: fc.constant('judge-outcome'), verdict: fc.constantFrom(...outcomeVerdicts), words }),
  fc.record({ type: fc.constantFrom('reject', 'reopen'), failed: ids, words }),
  fc.record({ type: fc.constant('set-priority'), priority: fc.constantFrom(1, 2, 3, 4), reason: words }),
  fc.record({ type: fc.constant('comment'), words, shared: fc.boolean() }),
  fc.record({
    type: fc.constant('edit'),
    brief: words,
    impact: fc.constantFrom(1, 2, 3),
    urgency: fc.constantFrom(1, 2, 3),
    headsUp: fc.boolean(),
    terms: someTerms,
    launch: fc.constantFrom('L1', null),
  }),
  fc.record({
    type: fc.constant('move-launch'),
    launch: fc.constant('L1'),
    to: fc.constant('2026-03-30'),
    neededBy: fc.constantFrom('2026-03-30', '2026-03-20'),
    date: fc.constantFrom('2026-03-30', '2026-03-20'),
  }),
  fc.constant({ type: 'cancel-launch', launch: 'L1' } as const),
);

// People who can do something come up more often, or most sequences would be refusals.
const name = fc.constantFrom<Name>(
  'mia',
  'mia',
  'mia',
  'ines',
  'ines',
  'ines',
  'tom',
  'ben',
  'lea',
  'omar',
  'gus',
  'kim',
  'clock',
);
const steps = fc.array(fc.tuple(name, command), { minLength: 20, maxLength: 60 });
// Closing commands end a walk early, so walks begin at several places of the lifecycle.
const beginning = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom(...requestKinds),
      headsUp: fc.boolean(),
      launch: fc.constant('L1'),
    })
    .map((asked) => submitted('mia', asked)),
  fc.constant(null).map(() => submitted('mia', { kind: 'tool', headsUp: true })),
  fc.constant(null).map(inProgress),
  fc.constant(null).map(withCheck),
  fc.constant(null).map(withLateCheck),
  fc.constant(null).map(delivered),
);

function withCheck(): Story {
  return when(submitted(), 'ines', { type: 'request-check', check: securityCheck });
}

/** Asked for while marketing has still to sign what IT changed. */
function withLateCheck(): Story {
  const changed = { ...terms, date: '2026-04-01' };
  const accepted = when(submitted(), 'ines', { type: 'accept', size: 'M', terms: changed });
  return when(accepted, 'ines', { type: 'request-check', check: securityCheck });
}

function eachStep(check: (story: Story, before: Story, command: CommandOnRequest) => void): void {
  fc.assert(
    fc.property(beginning, steps, (first, commands) => {
      let story = first;
      for (const [who, command] of commands) {
        const decision = attempt(story, who, command);
        if (!decision.ok) continue;
        const next = { request: decision.request, history: [...story.history, ...decision.events] };
        check(next, story, command);
        story = next;
      }
    }),
    { numRuns: 2500 },
  );
}

test('no order of commands leaves the table of transitions', () => {
  const reached = new Set<string>();
  eachStep((after, before, { type }) => {
    const from = before.request.state.status;
    const to = after.request.state.status;
    const row = transitions[type];
    expect(row.from, `${type} from ${from}`).toContain(from);
    expect(
      row.to.some((allowed) => allowed === to || (allowed === 'same' && from === to)),
      `${type}: ${from} -> ${to}`,
    ).toBe(true);
    reached.add(to);
  });
  // The walk is worth something only if it gets everywhere.
  expect([...openStatuses, ...closedStatuses].filter((status) => !reached.has(status))).toEqual([]);
});

test('an open request is with exactly one party, a closed one with nobody', () => {
  eachStep(({ request }) => {
    expect(ballOf(request) !== null).toBe(isOpen(request));
  });
});

test('the history alone gives the same request', () => {
  eachStep(({ request, history }) => {
    expect(replay({ id: request.id, workspace: request.workspace }, history)).toEqual(request);
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
  });
});

test('work begins only under two signatures of two people, and ends confirmed only when every required criterion is ticked', () => {
  eachStep(({ request }) => {
    const { status } = request.state;
    const signatures = request.agreement.inForce?.signatures;
    if (status === 'in-progress' || status === 'delivered' || status === 'done') {
      expect(signatures?.it && signatures.marketing).toBeTruthy();
      expect(signatures?.it?.by).not.toBe(signatures?.marketing?.by);
    }
    if (request.state.status === 'done') expect(openCriteria(request.agreement, 'it')).toEqual([]);
    if (request.state.status === 'done' && request.state.confirmed) {
      expect(openCriteria(request.agreement, 'marketing')).toEqual([]);
    }
    if (request.state.status === 'done' && !request.state.confirmed) expect(request.size).toBe('S');
    if (request.state.status === 'agreeing')
      expect(missingSignature(request.agreement)).toBe(request.state.missing);
  });
});

test('a confirmation stands on ticks of the right side, each younger than the last change of what it ticks', () => {
  eachStep(({ request, history }) => {
    const { state, agreement } = request;
    if (state.status !== 'done' || !state.confirmed) return;
    const { criteria = [], signatures = {} } = agreement.inForce ?? {};
    expect(signatures.it && signatures.marketing).toBeTruthy();
    for (const { id, side } of criteria.filter(({ required }) => required)) {
      // A criterion that is changed gets a new id, so its last change is the first proposal with that id.
      const changedAt = history.findIndex(
        (event) => event.type === 'DefinitionProposed' && event.criteria.some((each) => each.id === id),
      );
      const lastFailed = history.findLastIndex(
        (event) =>
          (event.type === 'DeliveryRejected' || event.type === 'RequestReopened') &&
          event.failed.includes(id),
      );
      const tickedAt = history.findLastIndex(
        (event) => event.type === 'CriteriaTicked' && event.side === side && event.ticked.includes(id),
      );
      expect(agreement.ticks[id], id).toBeDefined();
      expect(tickedAt).toBeGreaterThan(Math.max(changedAt, lastFailed));
    }
  });
});

test('the history up to any instant gives the document as it stood then', () => {
  eachStep(({ request, history }, before) => {
    const earlier = history.filter(({ seq }) => seq <= before.request.version);
    const identity = { id: request.id, workspace: request.workspace };
    expect(replay(identity, earlier).agreement).toEqual(before.request.agreement);
  });
});

test('nobody decides about a check of what they raised or have taken, and no check in the way is passed by', () => {
  eachStep(({ request, history }, before, { type }) => {
    const deciding = history.filter(
      (event) =>
        event.seq > before.request.version &&
        (event.type === 'CheckApproved' ||
          event.type === 'CheckWaived' ||
          event.type === 'CheckChangesWanted'),
    );
    const { requester, author, assignee } = before.request;
    for (const { actor } of deciding) expect([requester, author, assignee]).not.toContain(actor);
    if (type === 'accept') expect(firstPending(before.request.checks, 'accepting')).toBeNull();
    if (type === 'deliver' || type === 'confirm') expect(firstPending(before.request.checks)).toBeNull();
    if (request.state.status === 'checking') {
      expect(firstPending(request.checks, 'accepting')).not.toBeNull();
    }
  });
});
