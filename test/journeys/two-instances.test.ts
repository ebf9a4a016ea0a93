import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { freshPostgresUrl } from '../support/fresh-store.ts';
import { until } from '../support/until.ts';
import { ask, triageCardOf } from './asking.ts';

test('two instances on one PostgreSQL: whatever reaches both has one effect, and each card is said once', async () => {
  const databaseUrl = await freshPostgresUrl();
  const { sandbox, store } = await openBroker({ databaseUrl, instances: 2 });
  expect(sandbox.connections()).toBe(2);
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];

  const titles = Array.from({ length: 6 }, (_, index) => `Shared wish ${index}`);
  for (const title of titles) {
    sandbox.control({ fault: { kind: 'redeliver', what: 'interaction', times: 1 } });
    await ask(mia, title);
    sandbox.control({ fault: { kind: 'redeliver', what: 'event', times: 1 } });
    await (await triageCardOf(ines, title)).react('eyes');
  }
  await sandbox.idle();
  await until(
    async () => (await store.unfinishedEvents(1)).length + (await store.openOutbox(1)).length === 0,
  );

  expect(await store.countOpenRequests(sandbox.teamId)).toBe(titles.length);
  expect(sandbox.messages('#it-triage')).toHaveLength(titles.length);
  const factsOf = async (number: number) => {
    const request = await store.requestByNumber(sandbox.teamId, number);
    return (await store.history(request?.id ?? '')).map(({ type }) => type);
  };
  for (const [index] of titles.entries()) {
    // An emoji that was quicker than the record of its card is heard just after the card is settled.
    await until(async () => (await factsOf(index + 1)).includes('RequestClaimed'));
    expect(await factsOf(index + 1)).toEqual(['RequestSubmitted', 'DefinitionProposed', 'RequestClaimed']);
  }
});
