import { describe, expect, it } from 'vitest';
import type { AskedCheck } from '../../../src/domain/checks/check.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { decide } from '../../../src/domain/request/decide.ts';
import type { CommandOnRequest } from '../../../src/domain/request/decision.ts';
import type { Actor } from '../../../src/domain/request/rights.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, ivan, mia } from '../../support/sample-request.ts';

const [priya, sam, lee]: [PersonId, PersonId, PersonId] = ['T1/UPRIYA', 'T1/USAM', 'T1/ULEE'];
const security: AskedCheck = {
  ...{ name: 'security', owners: [priya, sam], needs: 'all', standIn: lee, blocks: 'accepting' },
  questions: [],
};
const inIt: Actor = { person: ivan, side: 'it', roles: ['it', 'it-lead'] };
const inMarketing: Actor = { person: mia, side: 'marketing', roles: ['requester'] };
const owner = (person: PersonId): Actor => ({ person, side: null, roles: ['check-owner'] });

describe.each(engines)('who still has to decide about a check, on $engine', ({ freshUrl }) => {
  it('is found by person, until they have decided or the check is gone', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    let { id, version } = await fileRequest(store, 'R1');
    async function does(actor: Actor, command: CommandOnRequest): Promise<void> {
      await store.write(async (transaction) => {
        const request = await transaction.request(id);
        if (!request) throw new Error('it is there');
        const context = { actor, now: 2_000 + version, cause: `test:${version}`, isIt: () => true };
        const decision = decide(request, command, context);
        if (!decision.ok) throw new Error(decision.refusal.code);
        await transaction.saveRequest(decision.request, decision.events, []);
        ({ id, version } = decision.request);
      });
    }
    const waitsFor = async () => {
      const people = [priya, sam, lee];
      const found = await Promise.all(people.map((person) => store.withChecksOf(person, 10)));
      return people.filter((_, index) => found[index]?.some((request) => request.id === id));
    };
    expect(await waitsFor()).toEqual([]);
    await does(inIt, { type: 'request-check', check: security });
    expect(await waitsFor()).toEqual([priya, sam, lee]);
    await does(owner(priya), { type: 'approve-check', check: 'security' });
    expect(await waitsFor()).toEqual([sam, lee]);
    await does(owner(sam), { type: 'approve-check', check: 'security' });
    expect(await waitsFor()).toEqual([]);
    await does(inIt, { type: 'drop-check', check: 'security' });
    await does(inIt, { type: 'request-check', check: security });
    await does(inIt, { type: 'decline', reason: 'other', words: 'no' });
    expect(await waitsFor()).toEqual([]);
    await does(inMarketing, { type: 'contest', objection: 'words' });
    expect(await waitsFor()).toEqual([]);
    await does(inIt, { type: 'rule', uphold: false, words: 'words' });
    expect(await waitsFor()).toEqual([priya, sam, lee]);
  });
});
