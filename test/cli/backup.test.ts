import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../support/app-process.ts';
import { damageTable } from '../support/damage.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { freshPostgresUrl } from '../support/fresh-store.ts';
import { mortalApp, openSlack } from '../support/mortal-app.ts';

/** Runs `npm run backup` and gives what it printed. */
async function backup(environment: Record<string, string>, ...words: string[]): Promise<string> {
  const command = startProcess('src/main.ts', environment, [], ['backup', ...words]);
  await command.ended;
  return command.output();
}

test('a copy while the app runs, a damaged page, a refused start, the copy restored as it says: all is well', async () => {
  const folder = freshFolder();
  const database = join(folder, 'broker.db');
  const environment = { DATABASE_URL: `file:${database}` };
  const sandbox = await openSlack();
  const app = mortalApp(sandbox, database);
  onTestFinished(async () => {
    await app.kill();
    await sandbox.close();
  });
  await app.start();
  const mia = sandbox.person('mia');
  await mia.slash('/martech-request', 'Webinar form');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'A change' });
  await modal.submit();
  const card = await mia.waitForMessage({ in: 'dm', matching: 'Webinar form' });
  await sandbox.idle();
  expect(await backup(environment)).toContain('.backup is a whole copy, and was checked');
  await app.stop();

  damageTable(database, 'request');
  const refused = startProcess('src/main.ts', { ...environment, ...tokens(sandbox) });
  await refused.ended;
  const [words, ...rest] = refused.output().trim().split('\n');
  expect(rest).toEqual([]);
  expect(words).toMatch(
    /^The database .*broker\.db is damaged \(.+\), so MarTech Broker does not run on it\./,
  );
  const [, copy = ''] = /npm run backup -- restore (\S+)$/.exec(words ?? '') ?? [];
  expect(await backup(environment, 'restore', copy)).toContain('start the app');
  await app.start();
  await sandbox.idle();
  expect(card.plain()).toContain('Webinar form');
  expect(mia.dm()).toHaveLength(1);
  expect(sandbox.messages('#it-triage')).toHaveLength(1);
  expect(app.output()).toContain('the database was restored from a backup');
});

function tokens({ botToken, appToken, apiUrl }: { botToken: string; appToken: string; apiUrl: string }) {
  return { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
}

test('PostgreSQL is left to its own tools, with the line to type; what came back by them is reckoned with', async () => {
  const environment = { DATABASE_URL: await freshPostgresUrl() };
  expect(await backup(environment)).toContain('pg_dump --format=custom --file=broker.dump "$DATABASE_URL"');
  expect(await backup(environment, 'restored')).toContain('looks in Slack before it repeats');
});
