import { expect, onTestFinished, test } from 'vitest';
import { type Clock, createClock } from '../../src/clock.ts';
import { personId } from '../../src/domain/person.ts';
import {
  createOutboxDelivery,
  type OutboxDelivery,
  type OutboxDeliveryOptions,
} from '../../src/jobs/outbox-delivery.ts';
import type { Store } from '../../src/usecases/ports.ts';
import type { OutboxEntry } from '../../src/usecases/saying/outbox.ts';
import { graceMs, type Said } from '../../src/usecases/saying/speaker.ts';
import { freshStore } from '../support/fresh-store.ts';
import { until } from '../support/until.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const workspace = { id: 'T1', name: 'Desk', botUserId: 'UBOT', installer: null };

interface Parts {
  clock: Clock;
  say: (entry: OutboxEntry) => Promise<Said>;
}

function deliveryOn(
  store: Store,
  { clock, say, ...others }: Parts & Partial<OutboxDeliveryOptions>,
): OutboxDelivery {
  const delivery = createOutboxDelivery({
    ...{ store, clock, log: quiet, instance: 'test', claimsOutliveMs: 0 },
    isCrowded: () => false,
    givenUp: async () => {},
    placed: (transaction, location) => transaction.saveLocation(location),
    recorded: async () => {},
    speaker: { say, find: async () => ({ result: 'absent' }) },
    ...others,
  });
  onTestFinished(() => delivery.stop());
  return delivery;
}

/** A store in which the Homes of so many people are to be said. */
async function withHomes(count: number, clock: Clock): Promise<{ store: Store; homes: string[] }> {
  const store = await freshStore();
  const people = Array.from({ length: count }, (_, index) => personId('T1', `U${index + 1}`));
  const homes = people.map((each) => `home of ${each}`);
  await store.write(async (transaction) => {
    await transaction.saveWorkspace(workspace);
    await transaction.announce(
      people.map((recipient, index) => ({
        ...{ id: homes[index] ?? '', workspace: 'T1', at: clock.now() },
        subject: { kind: 'upsert', purpose: 'home', recipient },
      })),
    );
  });
  return { store, homes };
}

test.each([
  { isCrowded: false, atOnce: 5 },
  { isCrowded: true, atOnce: 1 },
])('says $atOnce at once while people crowd in: $isCrowded', async ({ isCrowded, atOnce }) => {
  const clock = createClock(Date.now);
  const { store, homes } = await withHomes(5, clock);
  let speaking = 0;
  let mostAtOnce = 0;
  const said: string[] = [];
  const allSaid = Promise.withResolvers<void>();
  const delivery = deliveryOn(store, {
    clock,
    isCrowded: () => isCrowded,
    async say({ id }) {
      speaking += 1;
      mostAtOnce = Math.max(mostAtOnce, speaking);
      // Everybody who may speak has begun by then.
      await store.write(async () => {});
      speaking -= 1;
      said.push(id);
      if (said.length === homes.length) allSaid.resolve();
      return { result: 'said', location: null };
    },
  });

  await delivery.start(null);
  await allSaid.promise;
  expect(mostAtOnce).toBe(atOnce);
  expect(said.toSorted()).toEqual(homes);
});

test('of two processes one says it', async () => {
  const clock = createClock(Date.now);
  const { store, homes } = await withHomes(5, clock);
  const said: string[] = [];
  const processes = ['one', 'other'].map((instance) =>
    deliveryOn(store, {
      ...{ clock, instance, claimsOutliveMs: 60_000 },
      async say({ id }) {
        said.push(id);
        return { result: 'said', location: null };
      },
    }),
  );
  await Promise.all(processes.map((each) => each.start(null)));
  await until(async () => (await store.openOutbox(10)).length === 0);
  await Promise.all(processes.map((each) => each.stop()));
  expect(said.toSorted()).toEqual(homes);
});

test('what Slack does not take is tried again later and later, within a minute at most', async () => {
  const clock = createClock(Date.now);
  const { store } = await withHomes(1, clock);
  const triedAt: number[] = [];
  const delivery = deliveryOn(store, {
    clock,
    async say() {
      triedAt.push(clock.now());
      return { result: 'later', afterMs: null, error: 'try again' };
    },
  });
  await delivery.start(null);
  const waits: number[] = [];
  for (let tries = 1; tries <= 8; tries += 1) {
    await until(async () => {
      const [entry] = await store.openOutbox(1);
      if (entry?.status !== 'pending' || entry.attempts !== tries) return false;
      waits.push(Math.round((entry.dueAt - (triedAt.at(-1) ?? 0)) / 1000));
      return true;
    });
    clock.moveBy(60_000);
    delivery.wake();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test('what a process left that died with its clock ahead is looked up and said', async () => {
  const clock = createClock(Date.now);
  const {
    store,
    homes: [home = ''],
  } = await withHomes(1, clock);
  await store.write((transaction) =>
    transaction.claimOutbox(home, { by: 'the dead', at: clock.now() + 86_400_000, phase: 'sending' }),
  );
  const said = Promise.withResolvers<string>();
  const delivery = deliveryOn(store, {
    clock,
    async say({ id }) {
      said.resolve(id);
      return { result: 'said', location: null };
    },
  });
  await delivery.start(null);
  clock.moveBy(graceMs);
  delivery.wake();
  expect(await said.promise).toBe(home);
});

test('what takes long stays claimed, however often something else is announced meanwhile', async () => {
  const clock = createClock(Date.now);
  const { store } = await withHomes(1, clock);
  let renewals = 0;
  let looks = 0;
  const watched: Store = {
    ...store,
    write: (work) =>
      store.write((transaction) =>
        work({
          ...transaction,
          async renewClaims(by, at) {
            await transaction.renewClaims(by, at);
            renewals += 1;
          },
        }),
      ),
    async nextOutboxDue(now) {
      const due = await store.nextOutboxDue(now);
      looks += 1;
      return due;
    },
  };
  const saying = Promise.withResolvers<void>();
  const long = Promise.withResolvers<Said>();
  const delivery = deliveryOn(watched, {
    clock,
    claimsOutliveMs: 60_000,
    say() {
      saying.resolve();
      return long.promise;
    },
  });
  onTestFinished(() => long.resolve({ result: 'said', location: null }));
  await delivery.start(null);
  await saying.promise;
  for (let minutes = 1; minutes <= 3; minutes += 1) {
    for (let thirds = 1; thirds <= 3; thirds += 1) {
      const before = looks;
      clock.moveBy(20_000);
      delivery.wake();
      await until(() => looks > before);
    }
    await until(() => renewals >= minutes);
  }
  const others = { than: 'another', before: clock.now() - 60_000 };
  expect(await store.write((transaction) => transaction.releaseClaims(others, clock.now()))).toBe(0);
});
