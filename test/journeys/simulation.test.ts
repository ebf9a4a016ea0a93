import { expect, test } from 'vitest';
import { openBroker, transports } from '../support/broker.ts';
import { chanceOf } from './simulation/chance.ts';
import { calmDown, happen } from './simulation/course.ts';
import { expectLaws } from './simulation/laws.ts';

/**
 * `SEED=7,8 STEPS=200 npx vitest run test/journeys/simulation.test.ts` runs others, and longer. A seed fixes what is
 * drawn; what the sockets make of it can differ a little from run to run.
 */
const { SEED = '1,2,3', STEPS = '40' } = process.env;
const seeds = SEED.split(',').map(Number);

test.each(seeds)(
  'whatever people do and whatever fails, all of it is told once and adds up: SEED=%i',
  async (seed) => {
    const broker = await openBroker({ transport: transports[seed % 2 === 1 ? 0 : 1] });
    await happen(broker, chanceOf(seed), Number(STEPS));
    await calmDown(broker);
    await expectLaws(broker);
    expect(await broker.store.deadOutbox(broker.sandbox.teamId, 10)).toEqual([]);
  },
  60_000,
);
