import { expect, test } from 'vitest';
import type { MessageCard } from '../../src/sandbox/driver/message-card.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const hour = 60 * 60_000;
const itChecks = ['It is live, and the way back is known', 'If it breaks, IT is told before marketing is'];
const read = 'Wording, brand and links were read on the live page, on a phone too';
const tracked = 'Consent is asked before anything is tracked, and a test visit is counted';

interface Pair extends Broker {
  mia: Person;
  ines: Person;
  /** Mia's private card. */
  hers: MessageCard;
  /** The card in IT's channel. */
  card: MessageCard;
}

async function asked(answers: Record<string, string> = {}): Promise<Pair> {
  const broker = await openBroker();
  const mia = broker.sandbox.person('mia');
  const ines = broker.sandbox.person('ines');
  const hers = await ask(mia, 'Webinar form', {
    outcome: '40 more registrations',
    needed: '2026-03-20',
    ...answers,
  });
  return { ...broker, mia, ines, hers, card: await triageCardOf(ines, 'Webinar form') };
}

const shows = (card: MessageCard, words: string) => card.waitUntil((each) => each.plain().includes(words));

async function fill(
  who: Person,
  card: MessageCard,
  button: string,
  values: Record<string, string | string[]>,
) {
  await card.waitUntil((each) => each.buttons().some((label) => label.startsWith(button)));
  await card.click(button);
  const modal = await who.modal();
  await modal.fill(values);
  await sent(modal.submit());
}

async function accepted(size: 'S' | 'M' | 'L', answers: Record<string, string> = {}): Promise<Pair> {
  const pair = await asked(answers);
  await fill(pair.ines, pair.card, 'Accept…', { size });
  await shows(pair.hers, 'Being worked on');
  return pair;
}

async function deliver({ ines, card, hers }: Pair, values: Record<string, string | string[]> = {}) {
  await fill(ines, card, 'Finish and deliver…', { 'IT checks': itChecks, ...values });
  await shows(hers, 'Ready for you to check');
}

async function delivered(size: 'S' | 'M' | 'L', answers: Record<string, string> = {}): Promise<Pair> {
  const pair = await accepted(size, answers);
  await deliver(pair);
  return pair;
}

/** Moves the clock in hours, so that each step of it comes in its turn. */
async function pass({ clock, sandbox, store }: Broker, days: number): Promise<void> {
  for (let moved = 0; moved < days * 24; moved += 4) {
    clock.moveBy(4 * hour);
    await until(async () => ((await store.nextStepDue(sandbox.teamId)) ?? Infinity) > clock.now());
  }
}

test('agreed with no extra click, and confirmed', async () => {
  const pair = await delivered('M');
  const { store, hers, card } = pair;
  await hers.click('All good');
  await shows(card, 'done and confirmed');
  const request = await store.requestByNumber(pair.sandbox.teamId, 1);
  expect(Object.keys(request?.agreement.inForce?.signatures ?? {}).sort()).toEqual(['it', 'marketing']);
  // The command's window, Accept, Deliver and "All good": nothing in between was about signing.
  expect(
    (await store.history(request?.id ?? '')).filter(({ type }) => type === 'DefinitionSigned'),
  ).toHaveLength(1);
});

test('three rounds of haggling, then work', async () => {
  const { ines, mia, hers, card } = await asked();
  await fill(ines, card, 'Accept…', { size: 'M', date: '2026-03-27' });
  await shows(hers, 'With you');
  expect(hers.plain()).toContain('Fri, Mar 20, 2026 → Fri, Mar 27, 2026');
  await fill(mia, hers, 'Suggest a change…', { date: '2026-03-24' });
  await shows(card, 'Tue, Mar 24, 2026');
  const words = { meaning: 'You have it a day later.', reason: 'Tom is away on the 24th.' };
  await fill(ines, card, 'Suggest a change…', { date: '2026-03-25', ...words });
  await shows(hers, 'Wed, Mar 25, 2026');
  await mia.waitForMessage({ in: 'dm', matching: 'You have it a day later.' });
  await hers.click('Agree');
  await shows(card, 'Being worked on');
  await shows(card, 'Wed, Mar 25, 2026');
});

test('a criterion that two people read differently gets a hint, and may stay', async () => {
  const { mia, hers, card } = await asked();
  await hers.click('Edit…');
  const modal = await mia.modal();
  await modal.fill({ 'What else must be true when it is done?': 'It looks good' });
  await sent(modal.submit());
  await shows(hers, 'good by what, and who looks?');
  await shows(card, 'good by what, and who looks?');
});

test('amended in mid-work: the old version holds until both have signed, and the date is told', async () => {
  const pair = await accepted('M');
  const { mia, ines, hers, card } = pair;
  await fill(mia, hers, 'Suggest a change…', { date: '2026-03-27' });
  await shows(card, 'Suggested change');
  expect(card.plain()).toContain('Being worked on');
  await card.waitUntil((each) => each.buttons().includes('Agree'));
  await card.click('Agree');
  await mia.waitForMessage({ in: 'dm', matching: /Fri, Mar 20, 2026 → Fri, Mar 27, 2026/, threadOf: hers });
  await shows(card, 'Fri, Mar 27, 2026');
  await deliver({ ...pair, ines });
});

test('evidence goes with the delivery, and a link has to be one', async () => {
  const pair = await accepted('M');
  const { ines, card, hers } = pair;
  await card.waitUntil((each) => each.buttons().some((label) => label.startsWith('Finish and deliver')));
  await card.click('Finish and deliver…');
  const modal = await ines.modal();
  const link = `Link: ${itChecks[0]}`;
  await modal.fill({ 'IT checks': itChecks, [link]: 'on the test server' });
  expect(await modal.submit()).toEqual({
    errors: { [link]: 'Please give a link that begins with https://.' },
  });
  await modal.fill({ [link]: 'https://example.com/spring' });
  await sent(modal.submit());
  await shows(hers, 'https://example.com/spring');
});

test('rejected twice, then confirmed; what was right stays ticked, and a part is used already', async () => {
  const pair = await delivered('M');
  const { mia, hers, card, store, sandbox } = pair;
  const say = (failed: string[], words: string) =>
    fill(mia, hers, 'Not yet…', {
      'failed-0': failed,
      words,
      'live-0': ['What is right can be used already'],
    });
  await say([read, tracked], 'The button is cut off, and no visit is counted');
  await shows(card, 'Being worked on');
  await pair.ines.waitForMessage({ in: '#it-triage', matching: /no visit is counted/, threadOf: card });
  await shows(card, 'What is right is in use already');
  await deliver(pair);
  await say([tracked], 'Still no visit');
  await shows(card, 'Being worked on');
  expect(card.plain()).toContain(`✓ ${read}`);
  expect(card.plain()).toContain(`○ ${tracked}`);
  await deliver(pair);
  await hers.click('All good');
  await shows(card, 'done and confirmed');
  const request = await store.requestByNumber(sandbox.teamId, 1);
  const required = request?.agreement.inForce?.criteria.filter((each) => each.required) ?? [];
  expect(required.filter(({ id }) => !request?.agreement.ticks[id])).toEqual([]);
});

test('a silent requester of an S: two nudges, then done but unconfirmed; it opens again in one window', async () => {
  const pair = await delivered('S');
  const { mia, hers, card } = pair;
  await pass(pair, 3);
  const first = await mia.waitForMessage({ in: 'dm', matching: /One thing waits on you/, after: hers });
  expect(first.plain()).toContain('Ready for you to check');
  await pass(pair, 2);
  await mia.waitForMessage({ in: 'dm', matching: /closes without your word/, after: first });
  await pass(pair, 3);
  await shows(card, 'done, not confirmed');
  const request = await pair.store.requestByNumber(pair.sandbox.teamId, 1);
  const history = await pair.store.history(request?.id ?? '');
  expect(history.filter(({ type }) => type === 'ConfirmationNudged')).toHaveLength(2);

  await fill(mia, hers, 'Something is not right…', {
    'failed-0': [tracked],
    words: 'No visit is counted',
    date: '2026-03-20',
  });
  await shows(hers, 'Being worked on');
  await shows(card, tracked);
});

test('what came due around a restart is said, and once only', async () => {
  const pair = await delivered('S');
  const { mia, hers, clock, sandbox } = pair;
  await sandbox.idle();
  clock.moveBy(50 * hour);
  await pair.restart();
  await mia.waitForMessage({ in: 'dm', matching: /One thing waits on you/, after: hers });
  await pair.restart();
  await pair.restart();
  await sandbox.idle();
  const mornings = sandbox
    .messages(mia.dm()[0]?.channel ?? '')
    .filter(({ text }) => text.includes('waits on you'));
  expect(mornings).toHaveLength(1);
});

test('a silent requester of an L: nothing closes, and both leads are told, once', async () => {
  const pair = await delivered('L');
  const [lea, omar] = [pair.sandbox.person('lea'), pair.sandbox.person('omar')];
  await pass(pair, 8);
  const toLea = await lea.waitForMessage({ in: 'dm', matching: /Webinar form.*was delivered/s });
  await omar.waitForMessage({ in: 'dm', matching: /Webinar form.*was delivered/s });
  await pass(pair, 7);
  expect(lea.dm()).toHaveLength(1);
  expect(pair.card.plain()).toContain('Ready for marketing to check');
  await toLea.click('All good');
  await shows(pair.card, 'done and confirmed');
});

test('reopened: a new round with a date of its own, which IT signs', async () => {
  const pair = await delivered('M');
  const { mia, hers, card, store, sandbox } = pair;
  await hers.click('All good');
  await hers.waitUntil((each) => each.buttons().includes('Something is not right…'));
  await hers.click('Something is not right…');
  const modal = await mia.modal();
  await modal.fill({ words: 'It stopped counting', date: '2026-03-30' });
  expect(await modal.submit()).toEqual({
    errors: { 'What is not there yet?': 'Please tick what is not right.' },
  });
  await modal.fill({ 'failed-0': [tracked] });
  await sent(modal.submit());
  await card.waitUntil((each) => each.buttons().includes('Agree'));
  expect(card.plain()).toContain('Mon, Mar 30, 2026');
  await card.click('Agree');
  await shows(card, 'as agreed');
  await deliver(pair);
  await hers.click('All good');
  await shows(card, 'done and confirmed');
  const request = await store.requestByNumber(sandbox.teamId, 1);
  expect(request).toMatchObject({ cycle: 2, neededBy: '2026-03-30' });
});

test('on the day that was named, the requester is asked once what became of it', async () => {
  const pair = await asked();
  const { mia, ines, hers, card } = pair;
  await hers.click('Edit…');
  const edit = await mia.modal();
  await edit.fill({ lookOn: '2026-03-12' });
  await sent(edit.submit());
  await fill(ines, card, 'Accept…', { size: 'S' });
  await shows(hers, 'Being worked on');
  await deliver(pair);
  await hers.click('All good');
  await shows(card, 'done and confirmed');
  await pass(pair, 9);
  expect(hers.buttons().some((label) => label.startsWith('Say what became'))).toBe(false);
  await pass(pair, 2);
  await mia.waitForMessage({ in: 'dm', matching: /did it do what it was for/, threadOf: hers });
  await fill(mia, hers, 'Say what became of it…', { verdict: 'Yes: keep it', words: '52 registrations' });
  await ines.waitForMessage({ in: '#it-triage', matching: /52 registrations/, threadOf: card });
  await hers.waitUntil((each) => !each.buttons().some((label) => label.startsWith('Say what became')));
});

test('what is always checked changes when both leads have agreed, and not before', async () => {
  const { sandbox } = await openBroker();
  const [mia, lea, omar] = [sandbox.person('mia'), sandbox.person('lea'), sandbox.person('omar')];
  await mia.slash('/martech-request', 'done');
  const seen = await mia.modal('What “done” means');
  expect(seen.plain()).toContain(tracked);
  expect(seen.buttons()).toEqual([]);
  await seen.close();

  await lea.slash('/martech-request', 'done');
  const list = await lea.modal('What “done” means');
  await list.click('Suggest a change…');
  const suggestion = await lea.modal('Suggest a change');
  await suggestion.fill({ 'Marketing checks': 'The form has a thank-you page (link)' });
  await suggestion.submit();
  await lea.modal('MarTech Broker');

  const told = await omar.waitForMessage({ in: 'dm', matching: /suggests a change to what “done” means/ });
  expect(told.plain()).toContain('+ The form has a thank-you page (link)');
  await told.click('Agree');
  await told.waitUntil((each) => each.plain().includes('You agreed') && each.buttons().length === 0);
  await lea.waitForMessage({ in: 'dm', matching: /agreed to what “done” means/ });
  const home = await mia.home();
  expect(home.plain()).toContain('What “done” means');
  await mia.slash('/martech-request', 'done');
  expect((await mia.modal('What “done” means')).plain()).toContain(
    'Version 1 · suggested by @lea, agreed by @omar',
  );
});

test('where the settings name one person, only they sign for IT', async () => {
  const pair = await asked();
  const { sandbox, store, ines, hers, card, clock } = pair;
  const stored = await store.settings(sandbox.teamId);
  if (!stored) throw new Error('the desk is set up');
  await store.write((transaction) =>
    transaction.addSettings(sandbox.teamId, {
      version: stored.version + 1,
      document: { ...stored.document, signers: { marketing: 'anyone', it: 'lead' } },
      changedBy: null,
      changedAt: clock.now(),
    }),
  );
  await fill(ines, card, 'Accept…', { size: 'M' });
  await shows(hers, 'With IT');
  const omar = sandbox.person('omar');
  const told = await omar.waitForMessage({ in: 'dm', matching: /waits for your signature/ });
  await card.waitUntil((each) => each.buttons().includes('Agree'));
  await card.click('Agree');
  await ines.waitForEphemeral(/@omar signs for IT here/);
  await told.click('Agree');
  await shows(hers, 'Being worked on');
  await told.waitUntil((each) => each.plain().includes('Being worked on') && each.buttons().length === 0);
});
