import { expect, test } from 'vitest';
import { configureDesk, mayConfigure } from '../../../src/usecases/settings/configure-desk.ts';
import { ada, gus, lea, mia, openDesk, type TestDesk } from '../../slack/support/desk.ts';

function installedBy({ desk }: TestDesk, installer: typeof mia): Promise<void> {
  return desk.store.write((transaction) =>
    transaction.saveWorkspace({ id: 'T1', name: 'Acme', botUserId: 'UBOT', installer }),
  );
}

test('Slack’s admins and whoever installed the app set it up, while they are members', async () => {
  const test = await openDesk();
  await installedBy(test, lea);
  expect(await mayConfigure(test.desk, ada)).toBe(true);
  expect(await mayConfigure(test.desk, lea)).toBe(true);
  expect(await mayConfigure(test.desk, mia)).toBe(false);
  await installedBy(test, gus);
  expect(await mayConfigure(test.desk, gus)).toBe(false);
});

test('a delivery that comes again makes no second version', async () => {
  const { desk } = await openDesk();
  const order = {
    ...{ person: ada, cause: 'view:1' },
    change: <Same extends object>(before: Same) => ({ ...before, triageChannel: 'C0OTHER' }),
  };
  expect(await configureDesk(desk, order)).toEqual({ ok: true, value: { version: 2 } });
  expect(await configureDesk(desk, order)).toEqual({ ok: true, value: { version: 2 } });
  expect(await desk.store.settings('T1')).toMatchObject({
    version: 2,
    document: { triageChannel: 'C0OTHER' },
  });
});
