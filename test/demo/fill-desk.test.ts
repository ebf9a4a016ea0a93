import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { demoLength, fillDesk } from '../../src/demo/fill-desk.ts';
import { createIds } from '../../src/ids.ts';
import { mondayMorning, openBroker } from '../support/broker.ts';

test('four weeks are lived through the app’s own doors, and end now', async () => {
  const { sandbox, store, clock } = await openBroker();
  const present = createClock(Date.now, mondayMorning);
  clock.moveBy(-demoLength);
  const failures: unknown[] = [];
  await fillDesk({
    ...{ sandbox, store, clock, present: present.now, newId: createIds(Date.now, randomBytes) },
    ...{ failed: (error) => failures.push(error), signal: new AbortController().signal },
  });

  expect(failures).toEqual([]);
  expect(Math.abs(clock.now() - present.now())).toBeLessThan(50);
  const requests = (await Promise.all(['mia', 'ben', 'lea', 'ada'].map((name) => requestsOf(name)))).flat();
  expect(requests).toHaveLength(41);
  const count = Map.groupBy(requests, ({ state }) => state.status);
  expect([...count.keys()].sort()).toEqual([
    ...['agreeing', 'contested', 'countered', 'declined', 'delivered', 'done', 'in-progress'],
    ...['merged', 'needs-info', 'new', 'noted', 'on-hold', 'withdrawn'],
  ]);
  expect(sandbox.messages('#it-triage').filter(({ threadTs }) => threadTs === null)).toHaveLength(41);
  const [oldest] = sandbox.messages('#it-triage');
  expect(clock.now() - Number(oldest?.ts) * 1000).toBeGreaterThan(26 * 24 * 60 * 60 * 1000);
  const tools = await store.allTools(sandbox.teamId);
  expect(tools.filter(({ category, contractEnd }) => category === 'email' && contractEnd)).toHaveLength(1);
  expect(tools.find(({ name }) => name === 'Snapsurvey')).toMatchObject({ state: 'live' });
  expect(
    sandbox
      .person('ben')
      .dm()
      .some((card) => card.plain().includes('Notice for *Postwise*')),
  ).toBe(true);
  const launches = await store.upcomingLaunches(sandbox.teamId, '2026-01-01', 9);
  expect(launches.map(({ name }) => name)).toEqual(['Autumn release', 'Trade fair', 'User conference']);
  expect((await store.topFive(sandbox.teamId)).requests).toHaveLength(4);
  const weekly = sandbox.messages('#marketing-it-weekly').filter(({ text }) => text.includes('IT kept'));
  expect(weekly.length).toBeGreaterThanOrEqual(3);
  expect(await store.deadOutbox(sandbox.teamId, 1)).toEqual([]);

  function requestsOf(name: string) {
    return store.requestsOf(`${sandbox.teamId}/${sandbox.person(name).id}`, { limit: 100, offset: 0 });
  }
});
