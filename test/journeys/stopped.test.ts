import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type AppProcess, startProcess } from '../support/app-process.ts';
import { freshPostgresUrl } from '../support/fresh-store.ts';
import { openSlack } from '../support/mortal-app.ts';
import type { LastWords, StopPoint } from '../support/stop-point.ts';
import { until } from '../support/until.ts';
import { sent, triageCardOf } from './asking.ts';

/** Two processes on one database, of which the first is stopped with its first card on the way to Slack. */

const stopped: LastWords = 'stopped on the way';
const aMinuteLater = '61000';

function instance(sandbox: Sandbox, databaseUrl: string, how: Record<string, string>): AppProcess {
  const environment = {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    DATABASE_URL: databaseUrl,
    TRIAGE_CHANNEL: sandbox.channel('#it-triage').id,
    IT_USERGROUP: 'S00ITTEAM',
    ...how,
  };
  return startProcess('src/main.ts', environment, ['--import', './test/support/stop-point.ts']);
}

const points: { stopAt: StopPoint; what: string; posts: number; deletions: number }[] = [
  { stopAt: 'before-post', what: 'its late copy is deleted again', posts: 3, deletions: 1 },
  { stopAt: 'after-post', what: 'what it had said is found, and stays', posts: 2, deletions: 0 },
];

describe.concurrent('a process that is stopped for a minute while it says something', () => {
  test.for(points)('$stopAt: $what', async ({ stopAt, posts, deletions }, { onTestFinished }) => {
    const sandbox = await openSlack();
    onTestFinished(() => sandbox.close());
    const databaseUrl = await freshPostgresUrl();
    const calls = (method: string) => sandbox.log().filter(({ name }) => name === method);
    const sleeper = instance(sandbox, databaseUrl, { STOP_AT: stopAt });
    onTestFinished(() => sleeper.stop('SIGKILL'));
    await sleeper.says('MarTech Broker is ready');
    // The private card has not got as far when the process is stopped: it is not said at all.
    sandbox.control({ fault: { kind: 'slow', method: 'conversations.open', milliseconds: 500, times: 1 } });
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    await mia.slash('/martech-request', 'Webinar form');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'A change' });
    await sent(modal.submit());
    await sleeper.says(stopped);

    const other = instance(sandbox, databaseUrl, { CLOCK_AHEAD: aMinuteLater });
    onTestFinished(() => other.stop('SIGKILL'));
    await other.says('MarTech Broker is ready');
    const card = await triageCardOf(ines, 'Webinar form');
    await mia.waitForMessage({ in: 'dm', matching: 'Webinar form' });

    sleeper.goOn();
    await until(
      () => calls('chat.postMessage').length === posts && calls('chat.delete').length === deletions,
    );
    await card.react('eyes');
    await card.waitUntil((each) => each.plain().includes('@ines'));
    expect(sandbox.messages('#it-triage').filter(({ tombstone }) => !tombstone)).toHaveLength(1);
    expect(mia.dm()).toHaveLength(1);
    expect(calls('chat.postMessage')).toHaveLength(posts);
    expect(sandbox.violations).toEqual([]);
  });
});
