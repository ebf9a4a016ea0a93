import { expect, test } from 'vitest';
import { dayMs } from '../../src/domain/time.ts';
import { openBroker } from '../support/broker.ts';
import { signed, submission } from '../support/signed.ts';
import { until } from '../support/until.ts';

test('what keeps repetitions out stays for a month, and goes then', async () => {
  const { sandbox, store, clock, address } = await openBroker({ transport: 'http' });
  const payload = submission(sandbox, sandbox.person('mia'), 'intake', '{"more":false}', {
    kind: { 'intake.kind': { selected_option: { value: 'change' } } },
    title: { input: { value: 'Sent once more' } },
  });
  const send = async () => (await fetch(address ?? '', signed(sandbox, payload))).text();
  const kept = () => store.handled(sandbox.teamId, 'view:V0intake:intake');
  await send();
  await until(async () => (await kept()) !== null);

  clock.moveBy(29 * dayMs);
  await send();
  await sandbox.idle();
  expect(await store.countRequests(sandbox.teamId)).toBe(1);

  clock.moveBy(2 * dayMs);
  await until(async () => (await kept()) === null);
  expect(await store.countRequests(sandbox.teamId)).toBe(1);
});
