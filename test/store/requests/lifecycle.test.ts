import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Criterion,
  latestDefinition,
  openCriteria,
} from '../../../src/domain/agreement/definition-of-done.ts';
import type { AskedCheck } from '../../../src/domain/checks/check.ts';
import { decide } from '../../../src/domain/request/decide.ts';
import type { CommandOnRequest } from '../../../src/domain/request/decision.ts';
import type { Terms } from '../../../src/domain/request/events.ts';
import { replay } from '../../../src/domain/request/evolve.ts';
import type { Request } from '../../../src/domain/request/request.ts';
import { type Actor, theClock } from '../../../src/domain/request/rights.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, firstResponse, ivan, mia, type Sample } from '../../support/sample-request.ts';

const requester: Actor = { person: mia, side: 'marketing', roles: ['requester'] };
const engineer: Actor = { person: ivan, side: 'it', roles: ['it', 'it-lead'] };
const checker: Actor = { person: 'T1/USEC', side: null, roles: ['check-owner'] };

const security: AskedCheck = {
  ...{ name: 'security', owners: ['T1/USEC'], needs: 'any', standIn: 'T1/USTANDIN', blocks: 'accepting' },
  questions: [{ id: 'region', text: 'Where is the data?' }],
};

const criterion = (id: string, side: 'it' | 'marketing'): Criterion => ({ id, side, required: true });
const logs = criterion('logs', 'it');
const standing = [criterion('sign-in', 'it'), criterion('template', 'marketing')];

function terms(...[criteria, date]: [Criterion[], string | null]): Terms {
  return { criteria, wording: `wording-${criteria.length}`, date };
}

/** Enough of the lifecycle to change every part of a stored request. */
function steps({ agreement }: Request): [Actor, CommandOnRequest][] {
  const { version } = latestDefinition(agreement);
  const review = { reason: 'reason', reviewOn: '2026-03-05' };
  return [
    [engineer, { type: 'claim' }],
    [engineer, { type: 'release' }],
    [engineer, { type: 'set-priority', priority: 1, reason: 'reason' }],
    [requester, { type: 'hand-over', to: 'T1/UNEW' }],
    [requester, { type: 'change-kind', kind: 'data', terms: terms(standing, '2026-03-02') }],
    [engineer, { type: 'ask', question: 'question' }],
    [requester, { type: 'answer', answer: 'answer' }],
    [requester, { type: 'more-to-come' }],
    [engineer, { type: 'counter', alternative: 'alternative' }],
    [requester, { type: 'take-alternative' }],
    [requester, { type: 'refuse-alternative', words: 'no' }],
    [engineer, { type: 'request-check', check: security }],
    [requester, { type: 'answer-check', check: 'security', answers: { region: 'answer' }, words: null }],
    [checker, { type: 'want-changes', check: 'security', from: 'marketing', words: 'words' }],
    [checker, { type: 'waive-check', check: 'security', until: '2026-03-09', words: 'words' }],
    [checker, { type: 'approve-check', check: 'security' }],
    [theClock, { type: 'reopen-check', check: 'security' }],
    [engineer, { type: 'accept', size: 'M', terms: terms(standing, '2026-03-02') }],
    [engineer, { type: 'accept', size: 'L', terms: terms([...standing, logs], '2026-03-09') }],
    [requester, { type: 'sign', version }],
    [engineer, { type: 'sign', version }],
    [requester, { type: 'amend', terms: terms([...standing, logs, criterion(`v${version}`, 'it')], null) }],
    [engineer, { type: 'drop-amendment' }],
    [engineer, { type: 'hold', waitsFor: { party: 'third-party', name: 'Vendor' }, ...review }],
    [engineer, { type: 'hold', waitsFor: { party: 'marketing' }, ...review }],
    [requester, { type: 'resume' }],
    [engineer, { type: 'tick', ticked: openCriteria(agreement, 'it').map(({ id }) => id) }],
    [engineer, { type: 'deliver', words: null }],
    [requester, { type: 'reject', failed: ['template'], words: 'not yet' }],
    [requester, { type: 'confirm' }],
    [theClock, { type: 'close-unconfirmed' }],
    [requester, { type: 'reopen', failed: ['sign-in'], words: 'again' }],
    [engineer, { type: 'decline', reason: 'not-now', words: 'no' }],
    [requester, { type: 'contest', objection: 'but' }],
    [engineer, { type: 'rule', uphold: false, words: 'well' }],
    [engineer, { type: 'absorb', from: 'R0', followers: ['T1/UFOL'] }],
    [requester, { type: 'comment', words: 'words', shared: true }],
  ];
}

function decided(request: Request, [actor, command]: [Actor, CommandOnRequest], now: number): Sample[] {
  const decision = decide(request, command, { actor, now, cause: `action:${now}`, isIt: () => true });
  return decision.ok ? [decision] : [];
}

describe.each(engines)('any course of commands on $engine', ({ freshUrl }) => {
  it('is read back as it was saved, and its history adds up to it', async () => {
    const url = await freshUrl();
    const store = await freshStore(url);
    const database = await openDatabase(url);
    onTestFinished(() => database.close());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    let course = 0;

    const property = fc.asyncProperty(fc.array(fc.nat(), { maxLength: 40, size: 'max' }), async (choices) => {
      course += 1;
      let expected = await fileRequest(store, `R${course}`);
      for (const [index, choice] of choices.entries()) {
        const possible = steps(expected).flatMap((step) => decided(expected, step, 2_000 + index));
        const next = possible[choice % possible.length];
        if (!next) throw new Error(`nothing can be done in ${expected.state.status}`);
        await store.write((transaction) =>
          transaction.saveRequest(next.request, next.events, [firstResponse(2_000 + index)]),
        );
        expected = next.request;
      }

      expect(await store.request(expected.id)).toEqual(expected);
      const history = await store.history(expected.id);
      expect(replay({ id: expected.id, workspace: 'T1' }, history)).toEqual(expected);
      expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));

      const { rows } = await database.alone((db) =>
        sql<{ version: number; state: string; signatures: number }>`
          select version, state,
            (select count(*) from signature
              where signature.request_id = definition_of_done.request_id
                and signature.version = definition_of_done.version) as signatures
          from definition_of_done
          where request_id = ${expected.id} and state <> 'superseded'
          order by version
        `.execute(db),
      );
      const { inForce, proposed } = expected.agreement;
      expect(rows).toEqual([
        ...(inForce ? [{ version: inForce.version, state: 'in-force', signatures: 2 }] : []),
        ...(proposed ? [{ version: proposed.version, state: 'proposed', signatures: 1 }] : []),
      ]);
    });

    await fc.assert(property, { numRuns: 20 });
  });
});
