import { expect, test } from 'vitest';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, triageCardOf } from './asking.ts';

const digestChannel = '#marketing-it-weekly';
const at = (text: string) => Date.parse(`2026-${text}:00Z`);

async function changeDigest(
  { store, sandbox, clock }: Broker,
  change: Partial<Settings['digest']>,
): Promise<void> {
  const stored = await store.settings(sandbox.teamId);
  if (!stored) throw new Error('the desk is set up');
  const { document, version } = stored;
  const next = { version: version + 1, changedBy: null, changedAt: clock.now() };
  await store.write((transaction) =>
    transaction.addSettings(sandbox.teamId, {
      ...next,
      document: { ...document, digest: { ...document.digest, ...change } },
    }),
  );
}

/** Moves on by the hour, as time does, until all that is due was said. */
async function liveUntil({ clock, store, sandbox }: Broker, instant: number): Promise<void> {
  clock.moveBy(instant - clock.now());
  await sandbox.idle();
  await until(
    async () => (await store.unfinishedEvents(1)).length + (await store.openOutbox(1)).length === 0,
  );
  await sandbox.idle();
}

async function weekMade({ store, sandbox }: Broker, week: string): Promise<void> {
  await until(async () => (await store.digestWeeks(sandbox.teamId)).newest === week);
  await sandbox.idle();
  await until(async () => (await store.openOutbox(1)).length === 0);
}

test('for its first weeks the digest goes to the leads alone, and one of two who publish at once does', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  const [mia, ines, lea, omar] = ['mia', 'ines', 'lea', 'omar'].map((name) => sandbox.person(name));
  if (!mia || !ines || !lea || !omar) throw new Error('the cast is complete');
  await changeDigest(broker, { channel: sandbox.channel(digestChannel).id });
  await ask(mia, 'Webinar form', { outcome: 'More registrations', needed: '2026-03-20' });
  const card = await triageCardOf(ines, 'Webinar form');
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@ines'));

  await liveUntil(broker, at('03-09T08:30'));
  await weekMade(broker, '2026-W11');
  const hers = await lea.waitForMessage({ matching: 'The week of 2 Mar' });
  const his = await omar.waitForMessage({ matching: 'The week of 2 Mar' });
  expect(hers.plain()).toMatchInlineSnapshot(`
    "*The week of 2 Mar to 8 Mar*: IT kept 1 of 1 promise. 1 request came in, none was done, and 1 promise is late and still owed.
    Promises Kept Week before Still owed IT 1 of 1 nothing was due 1 Marketing nothing was due nothing was due 0
    Which one is still owed?
    *What a word means* · “A/B test”, for both leads
    Read and agree…
    *What a word means* · “API”, for both leads
    Read and agree…
    *What a word means* · “ASAP”, for both leads
    Read and agree…
    It was due Mar 9, 2026 at 9:00 AM, and could not come sooner.
    Only the two leads read this, until one of you publishes it in #marketing-it-weekly.
    Publish it"
  `);
  expect(sandbox.messages(digestChannel)).toEqual([]);

  await Promise.all([hers.click('Publish it'), his.click('Publish it')]);
  const published = await mia.waitForMessage({ in: digestChannel, matching: 'The week of 2 Mar' });
  await weekMade(broker, '2026-W11');
  expect(sandbox.messages(digestChannel).filter(({ threadTs }) => threadTs === null)).toHaveLength(1);
  expect(published.thread().map((each) => each.plain())).toMatchInlineSnapshot(`
    [
      "*Where the time went*, in each side’s own working hours
    with IT: 4 d 7 h, over 1 request
    Where the time went IT
    Which one was with IT?",
      "*Of 1 open request 1 is late and 0 at risk*
    with IT: 1 late, 0 at risk.
    • *MR-1* Webinar form · With IT
    Which one is late?",
      "*1 date in the next two weeks*
    • 20 Mar · *MR-1* Webinar form · wanted by then",
    ]
  `);
  await hers.waitUntil((each) => each.plain().includes('has published it'));
});
