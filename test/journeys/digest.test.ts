import { expect, test } from 'vitest';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { secondTryMs } from '../../src/jobs/second-tries.ts';
import type { MessageCard } from '../../src/sandbox/driver/message-card.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { sampleTool } from '../support/sample-tool.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const digestChannel = '#marketing-it-weekly';
const at = (text: string) => Date.parse(`2026-${text}:00Z`);
const theWeek = 'The week of Mar 2';

interface Cast {
  mia: Person;
  ines: Person;
  lea: Person;
  omar: Person;
}

async function openWeek(): Promise<Broker & Cast> {
  const broker = await openBroker();
  const { sandbox } = broker;
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  return Object.assign(broker, { mia, ines, lea: sandbox.person('lea'), omar: sandbox.person('omar') });
}

async function changeDigest(
  { store, sandbox, clock }: Broker,
  change: Partial<Settings['digest']>,
): Promise<void> {
  const stored = await store.settings(sandbox.teamId);
  if (!stored) throw new Error('the desk is set up');
  const { document, version } = stored;
  const next = { version: version + 1, changedBy: null, changedAt: clock.now() };
  const changed = { ...document, digest: { ...document.digest, ...change } };
  await store.write((transaction) => transaction.addSettings(sandbox.teamId, { ...next, document: changed }));
}

async function asked({ mia, ines }: Cast, title: string): Promise<MessageCard> {
  await ask(mia, title, { outcome: 'More registrations', needed: '2026-03-20' });
  return triageCardOf(ines, title);
}

/** Until everything that follows from the digest of that week is said. */
async function weekMade({ store, sandbox }: Broker, week: string): Promise<void> {
  await until(async () => (await store.digestWeeks(sandbox.teamId)).newest === week);
  await quiet({ store, sandbox });
}

async function quiet({ store, sandbox }: Pick<Broker, 'store' | 'sandbox'>): Promise<void> {
  await sandbox.idle();
  await until(async () => (await store.openOutbox(1)).length === 0);
  await sandbox.idle();
}

function posts(person: Person, words: string, place?: string): MessageCard[] {
  return (place ? person.sees(place) : person.dm()).filter((each) => each.plain().includes(words));
}

test('for its first weeks the leads alone read it, and of two who publish it at once one does', async () => {
  const broker = await openWeek();
  const { sandbox, clock, mia, ines, lea, omar } = broker;
  const card = await asked(broker, 'Webinar form');
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@ines'));

  clock.moveBy(at('03-09T08:00') - clock.now());
  await weekMade(broker, '2026-W11');
  const [hers, his] = [
    await lea.waitForMessage({ matching: theWeek }),
    await omar.waitForMessage({ matching: theWeek }),
  ];
  expect(hers.plain()).toMatchInlineSnapshot(`
    "*The week of Mar 2 to Mar 8*: IT kept 1 of 1 promise. 1 request came in, none was done, and 1 promise is late and still owed.
    Promises Kept Before Late now IT 1 of 1 none settled 1 Marketing none settled none settled 0
    Which one is still owed?
    *What a word means* · “ASAP”, for both leads
    Read and agree…
    *What a word means* · “Bug”, for both leads
    Read and agree…
    *What a word means* · “Done”, for both leads
    Read and agree…
    Only the two leads read this, until one of you publishes it in #marketing-it-weekly.
    Publish it"
  `);
  expect(posts(ines, theWeek)).toEqual([]);
  expect(sandbox.messages(digestChannel)).toEqual([]);

  await Promise.all([hers.click('Publish it'), his.click('Publish it')]);
  const published = await mia.waitForMessage({ in: digestChannel, matching: theWeek });
  await hers.waitUntil((each) => each.plain().includes('has published it'));
  await quiet(broker);
  expect(posts(mia, theWeek, digestChannel)).toHaveLength(1);
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
    • Mar 20 · *MR-1* Webinar form · wanted by then",
    ]
  `);

  await published.click('Which one is still owed?');
  const rows = await mia.modal('Behind the figure');
  expect(rows.plain()).toContain('MR-1');
  expect(rows.plain()).toContain('the decision');
  await published.click('Read and agree…');
  expect((await mia.modal('A word')).buttons()).toEqual(['Change…']);
});

test('down over its hour it comes once, for the right week, and says that it is late', async () => {
  const broker = await openWeek();
  const { clock, lea, store, sandbox } = broker;
  await asked(broker, 'Webinar form');
  await broker.restart(() => clock.moveBy(at('03-10T14:00') - clock.now()));
  await weekMade(broker, '2026-W11');
  const late = await lea.waitForMessage({ matching: theWeek });
  expect(late.plain()).toContain('It was due Mar 9, 2026 at 9:00 AM');

  // Another zone, a clock that was set back, a further start: the week has its digest.
  await changeDigest(broker, { zone: 'America/Los_Angeles' });
  await broker.restart(() => clock.moveBy(-30 * 60 * 60_000));
  await broker.restart(() => clock.moveBy(40 * 60 * 60_000));
  await quiet(broker);
  expect(await store.digestWeeks(sandbox.teamId)).toEqual({ count: 1, newest: '2026-W11' });
  expect(posts(lea, 'The week of')).toHaveLength(1);
});

test('a channel that is gone: the leads hear of it, and all of it is posted after the repair', async () => {
  const broker = await openWeek();
  const { sandbox, clock, lea, mia } = broker;
  await asked(broker, 'Webinar form');
  clock.moveBy(at('03-09T08:00') - clock.now());
  await weekMade(broker, '2026-W11');
  const hers = await lea.waitForMessage({ matching: theWeek });
  sandbox.admin.archive(digestChannel);
  await hers.click('Publish it');
  await lea.waitForMessage({ matching: 'The weekly digest waits' });
  await sandbox.person('omar').waitForMessage({ matching: 'The channel is archived' });

  // This Slack draws no tables: the same is said without one.
  await quiet(broker);
  sandbox.control({ fault: { kind: 'error', method: 'chat.postMessage', code: 'invalid_blocks', times: 1 } });
  sandbox.admin.unarchive(digestChannel);
  clock.moveBy(secondTryMs);
  const posted = await mia.waitForMessage({ in: digestChannel, matching: theWeek });
  await quiet(broker);
  expect(posted.blocks().map(({ type }) => type)).not.toContain('table');
  expect(posted.plain()).toContain('Marketing kept: none settled');
  expect(posted.thread().length).toBeGreaterThan(1);
  expect(posts(mia, theWeek, digestChannel)).toHaveLength(1);
});

test('what the leads decide in place is kept, once, and the page shows it', async () => {
  const broker = await openWeek();
  const { sandbox, store, clock, mia, ines, lea, omar } = broker;
  const tools = ['Alpha Mail', 'Beta Mail'].map((name) =>
    sampleTool({ name, state: 'live', category: 'email', purpose: 'Sends newsletters to customers' }),
  );
  await store.write((transaction) =>
    transaction.saveTools(
      tools.map((tool) => ({
        tool: { ...tool, workspace: sandbox.teamId },
        change: { at: clock.now(), by: null, changes: [] },
      })),
    ),
  );
  const card = await asked(broker, 'Webinar form');
  await card.click('Decline…');
  const declining = await ines.modal();
  await declining.fill({ reason: 'Not now', words: 'Next quarter' });
  await sent(declining.submit());
  const hers = await mia.waitForMessage({ matching: 'Webinar form' });
  const again = 'Ask IT’s lead to look again…';
  await hers.waitUntil((each) => each.buttons().includes(again));
  await hers.click(again);
  const contesting = await mia.modal();
  await contesting.fill({ objection: 'It is for the fair' });
  await sent(contesting.submit());

  clock.moveBy(at('03-09T08:00') - clock.now());
  await weekMade(broker, '2026-W11');
  const [leas, omars] = [
    await lea.waitForMessage({ matching: theWeek }),
    await omar.waitForMessage({ matching: theWeek }),
  ];
  await Promise.all([leas.click('Both are needed'), omars.click('Keep only one')]);
  await quiet(broker);
  const decided = (await store.digest(sandbox.teamId, '2026-W11'))?.agenda.find(
    ({ item }) => item.kind === 'overlap',
  );
  const said =
    decided?.decided?.choice === 'keep' ? 'Both are needed, says @lea.' : 'Keep only one, says @omar.';
  for (const page of [leas, omars]) await page.waitUntil((each) => each.plain().includes(said));

  await omars.click('Decide…');
  const ruling = await omar.modal('A second look');
  await ruling.fill({ ruling: 'overturned', words: 'The fair counts' });
  await sent(ruling.submit());
  await leas.waitUntil((each) => each.plain().includes('IT decides again, says @omar.'));

  await leas.click('Publish it');
  const published = await mia.waitForMessage({ in: digestChannel, matching: theWeek });
  expect(published.plain()).toContain('IT decides again, says @omar.');
  expect(published.buttons()).not.toContain('Both are needed');

  await lea.slash('/martech-request', 'digest');
  expect((await lea.modal('This week so far')).plain()).toContain('The week from Mar 9');
  const refused = await mia.slash('/martech-request', 'digest');
  expect(refused?.plain()).toContain('Only the two leads');
});
