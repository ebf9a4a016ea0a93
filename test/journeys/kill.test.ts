import { join } from 'node:path';
import { describe, expect, type onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { CrashPoint } from '../support/crash-point.ts';
import { dice } from '../support/dice.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { askUntilTaken, toldIn } from '../support/insistent.ts';
import { killDuring, orderPostFaults, untilSaid } from '../support/killing.ts';
import { counted, type MortalApp, mortalApp, openSlack } from '../support/mortal-app.ts';

const nothingWrong = { lost: [], doubled: [], stray: [] };
const requests = 'select count(*) from request';

interface Desk {
  sandbox: Sandbox;
  app: MortalApp;
  count(query: string): number;
}

/** Which of several concurrent tests has finished only its own context knows. */
async function openDesk(finished: typeof onTestFinished): Promise<Desk> {
  const database = join(freshFolder(finished), 'broker.db');
  const sandbox = await openSlack();
  const app = mortalApp(sandbox, database);
  finished(async () => {
    await app.kill();
    await sandbox.close();
  });
  return { sandbox, app, count: (query) => counted(database, query) };
}

const crashes: { fault: string; crashAt: CrashPoint; kept: number }[] = [
  { fault: '1: before the commit', crashAt: 'before-commit', kept: 0 },
  { fault: '2: after the commit, before the ack', crashAt: 'after-commit', kept: 1 },
  { fault: '3: after the ack, before the post', crashAt: 'before-post', kept: 1 },
  { fault: '4: after Slack took the post, before that was recorded', crashAt: 'after-post', kept: 1 },
];

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

describe.concurrent('a request survives SIGKILL', () => {
  test.for(crashes)('$fault', async ({ crashAt, kept }, { onTestFinished }) => {
    const { sandbox, app, count } = await openDesk(onTestFinished);
    await app.start({ crashAt });
    const mia = sandbox.person('mia');
    const asked = { author: mia, title: 'A landing page for spring' };

    const asking = askUntilTaken(mia, asked.title, app);
    await app.ended();
    expect(count(requests)).toBe(kept);

    await app.start();
    await asking;
    await untilSaid(count);
    expect(count(requests)).toBe(1);
    expect(toldIn(sandbox, [asked])).toEqual(nothingWrong);
    expect(sandbox.violations).toEqual([]);
  });

  test('and so does a file that was shared, before that was recorded', async ({ onTestFinished }) => {
    const { sandbox, app, count } = await openDesk(onTestFinished);
    await app.start({ crashAt: 'after-sharing' });
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    await askUntilTaken(mia, 'A landing page', app);
    const hers = await mia.waitForMessage({ in: 'dm', matching: 'A landing page' });
    await hers.reply('With a plan', { files: [{ name: 'plan.csv', content: 'week,what' }] });
    await app.ended();

    await app.start();
    await untilSaid(count);
    const card = await ines.waitForMessage({ in: '#it-triage', matching: 'A landing page' });
    await card.waitUntil((each) => each.thread().some((line) => line.files().length > 0));
    await untilSaid(count);
    expect(card.thread().flatMap((line) => line.files())).toEqual(['plan.csv']);
    expect(count('select count(*) from attachment where copy is not null and checksum is not null')).toBe(1);
  });

  test(`again and again (SEED=${seed})`, async ({ onTestFinished }) => {
    const roll = dice(seed);
    const { sandbox, app, count } = await openDesk(onTestFinished);
    orderPostFaults(sandbox, { takes: 50, visibleAfter: 500, posts: 24 }, roll);
    await app.start();
    const people = ['mia', 'ben', 'lea', 'omar', 'ines', 'tom'].map((name) => sandbox.person(name));
    const asking = people.map(async (author) => {
      const theirs = ['First', 'Second'].map((which) => ({
        author,
        title: `${which} wish of ${author.name}`,
      }));
      for (const { title } of theirs) await askUntilTaken(author, title, app);
      return theirs;
    });

    const all = Promise.all(asking);
    await killDuring(all, { app, life: () => roll({ least: 50, most: 500 }), atMost: 6, count });
    const asked = (await all).flat();
    await untilSaid(count);
    expect(count(requests)).toBe(asked.length);
    expect(toldIn(sandbox, asked)).toEqual(nothingWrong);
  });
});
