import { expect, test } from 'vitest';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { checkSlack } from '../../src/slack/web-api/check-up.ts';
import { createClients } from '../../src/slack/web-api/clients.ts';
import { openDesk } from '../slack/support/desk.ts';
import { openBroker } from '../support/broker.ts';
import { freshStore } from '../support/fresh-store.ts';
import { quietLogger } from '../support/quiet-logger.ts';

test('a healthy desk is told to be well, and what ails is named with its remedy', async () => {
  const { sandbox, store, clock } = await openBroker();
  const { background } = createClients({
    botToken: sandbox.botToken,
    slackApiUrl: sandbox.apiUrl,
    logger: quietLogger,
  });
  let newest: number | null = clock.now();
  const look = () =>
    doctorCommand({
      ...{ store, clock, slack: (settings) => checkSlack(background, settings, {}) },
      backups: { newest: () => newest },
    });
  const well = await look();
  expect(well).toContain('All is well.');
  expect(well).toContain('the newest backup is of Mon, 02 Mar 2026');
  expect(well).toContain('is right for Europe/London, Europe/Berlin');
  expect(well).toContain('the app is in IT’s channel');

  sandbox.grantScopes(['chat:write', 'users:read', 'groups:read']);
  const ill = await look();
  expect(ill).toContain('FAULT scopes are missing: commands, files:read, files:write, groups:history');
  expect(ill).toContain('paste manifest.yml once more');

  newest = clock.now() - 3 * 24 * 60 * 60_000;
  expect(await look()).toContain('FAULT the newest backup is of Fri, 27 Feb 2026');
  newest = null;
  expect(await look()).toContain('FAULT there is no backup that could be restored');
});

test('a calendar without hours is a fault, not a hang', async () => {
  const { desk, clock } = await openDesk();
  const { store } = desk;
  const stored = await store.settings(desk.workspace);
  if (!stored) throw new Error('the desk has settings');
  const { week } = stored.document.hours.it;
  const none = Object.fromEntries(Object.keys(week).map((day) => [day, []]));
  await store.write((transaction) =>
    transaction.addSettings(desk.workspace, {
      ...stored,
      version: 2,
      document: {
        ...stored.document,
        hours: { ...stored.document.hours, it: { ...stored.document.hours.it, week: { ...week, ...none } } },
      },
    }),
  );
  expect(await doctorCommand({ store, clock, slack: null, backups: null })).toContain('FAULT IT never works');
});

test('an empty database says so', async () => {
  const { clock } = (await openDesk()).desk;
  expect(await doctorCommand({ store: await freshStore(), clock, slack: null, backups: null })).toContain(
    'start the app once',
  );
});
