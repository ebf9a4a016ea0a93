import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { personId } from '../../src/domain/person.ts';
import { createOutboxDelivery } from '../../src/jobs/outbox-delivery.ts';
import { graceMs } from '../../src/usecases/saying/speaker.ts';
import { freshStore } from '../support/fresh-store.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const workspace = { id: 'T1', name: 'Desk', botUserId: 'UBOT', installer: null };

test.each([
  { isCrowded: false, atOnce: 5 },
  { isCrowded: true, atOnce: 1 },
])('says $atOnce at once while people crowd in: $isCrowded', async ({ isCrowded, atOnce }) => {
  const clock = createClock(Date.now);
  const store = await freshStore();
  const people = [1, 2, 3, 4, 5].map((each) => personId('T1', `U${each}`));
  await store.write(async (transaction) => {
    await transaction.saveWorkspace(workspace);
    await transaction.announce(
      people.map((recipient) => ({
        id: `home of ${recipient}`,
        workspace: 'T1',
        subject: { kind: 'upsert', purpose: 'home', recipient },
        at: clock.now(),
      })),
    );
  });

  let speaking = 0;
  let mostAtOnce = 0;
  const said: string[] = [];
  const allSaid = Promise.withResolvers<void>();
  const delivery = createOutboxDelivery({
    ...{ store, clock, log: quiet, instance: 'test', claimsOutliveMs: 0 },
    isCrowded: () => isCrowded,
    givenUp: async () => {},
    placed: (transaction, location) => transaction.saveLocation(location),
    recorded: async () => {},
    speaker: {
      async say({ id }) {
        speaking += 1;
        mostAtOnce = Math.max(mostAtOnce, speaking);
        // Everybody who may speak has begun by then.
        await store.write(async () => {});
        speaking -= 1;
        said.push(id);
        if (said.length === people.length) allSaid.resolve();
        return { result: 'said', location: null };
      },
      find: async () => ({ result: 'absent' }),
    },
  });
  onTestFinished(() => delivery.stop());

  await delivery.start(null);
  await allSaid.promise;
  expect(mostAtOnce).toBe(atOnce);
  expect(said.toSorted()).toEqual(people.map((recipient) => `home of ${recipient}`));
});

test('what a process left that died with its clock ahead is looked up and said', async () => {
  const clock = createClock(Date.now);
  const store = await freshStore();
  const recipient = personId('T1', 'U1');
  await store.write(async (transaction) => {
    await transaction.saveWorkspace(workspace);
    const subject = { kind: 'upsert', purpose: 'home', recipient } as const;
    await transaction.announce([{ id: 'home', workspace: 'T1', subject, at: clock.now() }]);
    const at = clock.now() + 86_400_000;
    await transaction.claimOutbox('home', { by: 'the dead', at, phase: 'sending' });
  });
  const said = Promise.withResolvers<string>();
  const delivery = createOutboxDelivery({
    ...{ store, clock, log: quiet, instance: 'test', claimsOutliveMs: 0 },
    isCrowded: () => false,
    givenUp: async () => {},
    placed: (transaction, location) => transaction.saveLocation(location),
    recorded: async () => {},
    speaker: {
      async say({ id }) {
        said.resolve(id);
        return { result: 'said', location: null };
      },
      find: async () => ({ result: 'absent' }),
    },
  });
  onTestFinished(() => delivery.stop());
  await delivery.start(null);
  clock.moveBy(graceMs);
  delivery.wake();
  expect(await said.promise).toBe('home');
});
