import { expect, test } from 'vitest';
import { personId } from '../../src/domain/person.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { type Broker, mondayMorning, openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const hour = 60 * 60_000;
const at = (text: string) => Date.parse(`2026-${text}:00Z`);

/** Moves the desk's clock to an instant, and waits until all that follows from it is said. */
async function moveTo(broker: Broker, instant: number): Promise<void> {
  broker.clock.moveBy(instant - broker.clock.now());
  await quiet(broker);
}

async function quiet({ sandbox, store, clock }: Broker): Promise<void> {
  await sandbox.idle();
  await until(async () => {
    const next = await store.nextAlertAt();
    const swept = next === null || next > clock.now();
    return swept && (await store.unfinishedEvents(1)).length + (await store.openOutbox(1)).length === 0;
  });
  await sandbox.idle();
}

async function told({ store, sandbox }: Broker): Promise<string[]> {
  const request = await store.requestByNumber(sandbox.teamId, 1);
  const alerts = request ? await store.toldAlerts(request.id) : [];
  return alerts.map(({ clock, kind, at }) => `${clock} ${kind}, ${new Date(at).toISOString().slice(5, 16)}`);
}

/** How often somebody can read these words, in channels and direct messages. */
function timesRead(person: Person, words: string): number {
  const isInIt = person.name !== 'mia';
  const cards = [...person.dm(), ...(isInIt ? person.sees('#it-triage') : [])];
  return cards.flatMap((card) => [card, ...card.thread()]).filter((each) => each.plain().includes(words))
    .length;
}

/** When IT owes a decision on the first request, to the quarter of an hour: the sandbox's clock goes on while it is moved. */
async function decisionDue({ store, sandbox }: Broker): Promise<string | null> {
  const request = await store.requestByNumber(sandbox.teamId, 1);
  const owed = request ? await store.commitments(request.id) : [];
  const { dueAt = null } = owed.find(({ clock }) => clock === 'decision') ?? {};
  const quarter = hour / 4;
  return dueAt === null ? null : new Date(Math.round(dueAt / quarter) * quarter).toISOString().slice(5, 16);
}

async function changeSettings(
  { store, sandbox, clock }: Broker,
  change: (settings: Settings) => Settings,
): Promise<void> {
  const stored = await store.settings(sandbox.teamId);
  if (!stored) throw new Error('the desk is set up');
  const next = { version: stored.version + 1, changedBy: null, changedAt: clock.now() };
  await store.write((transaction) =>
    transaction.addSettings(sandbox.teamId, { ...next, document: change(stored.document) }),
  );
}

test('moving the clock tells each alert once, to the one who can act, in their working hours', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  const [mia, ines, omar] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('omar')];
  await ask(mia, 'Webinar form', { outcome: 'More registrations', needed: '2026-03-20' });
  const card = await triageCardOf(ines, 'Webinar form');

  // Asked at 09:00 in London: four working hours for a first reply, so it is at risk from 12:00 on.
  await moveTo(broker, at('03-02T11:00'));
  expect(await told(broker)).toEqual([]);
  await moveTo(broker, at('03-02T12:30'));
  expect(await told(broker)).toEqual(['first-response at-risk, 03-02T12:00']);
  await ines.waitForMessage({ in: '#it-triage', matching: 'Soon due: a first reply', threadOf: card });

  // At risk on Tuesday at 13:00; but it is 18:30 where Ines works, so she reads of it on Wednesday at 09:00.
  await moveTo(broker, at('03-03T03:30'));
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@ines'));
  await moveTo(broker, at('03-03T20:00'));
  expect(timesRead(ines, 'Soon due: a decision')).toBe(0);
  await moveTo(broker, at('03-04T03:31'));
  await ines.waitForMessage({ in: '#it-triage', matching: 'Soon due: a decision*, @ines', threadOf: card });

  // Due on Tuesday at closing, so late from the next opening on. Omar leads; he starts at 17:00 London time.
  await moveTo(broker, at('03-04T09:05'));
  await ines.waitForMessage({ in: '#it-triage', matching: 'Late: a decision*, @ines', threadOf: card });
  expect(card.plain()).toContain('A decision was due');
  await moveTo(broker, at('03-04T16:00'));
  expect(timesRead(omar, 'Still late')).toBe(0);
  await moveTo(broker, at('03-04T17:01'));
  await omar.waitForMessage({ in: 'dm', matching: 'Still late: a decision' });

  const all = [
    'first-response at-risk, 03-02T12:00',
    'first-response breach, 03-02T13:00',
    'first-response escalation, 03-02T14:00',
    'decision at-risk, 03-03T13:00',
    'decision breach, 03-04T09:00',
    'decision escalation, 03-04T13:00',
  ];
  const read = await told(broker);
  expect(all).toEqual(expect.arrayContaining(read));
  expect(read).toEqual(expect.arrayContaining(all.slice(3)));

  // Set back, forward and started anew: nothing is said twice.
  await moveTo(broker, broker.clock.now() - 10 * 60_000);
  await broker.restart();
  await quiet(broker);
  await moveTo(broker, broker.clock.now() + 24 * hour);
  expect(await told(broker)).toEqual(read);
  expect(timesRead(omar, 'Still late: a decision')).toBe(1);
  expect(timesRead(ines, 'Late: a decision*, @ines')).toBe(1);
});

test('a desk that was down over two due times tells the later one, with its true time', async () => {
  const broker = await openBroker();
  const { sandbox, clock } = broker;
  const mia = sandbox.person('mia');
  const hers = await ask(mia, 'Webinar form', { outcome: 'More registrations', needed: '2026-03-20' });
  const card = await triageCardOf(sandbox.person('tom'), 'Webinar form');
  await card.click('Ask…');
  const question = await sandbox.person('tom').modal();
  await question.fill({ question: 'Which CRM field?' });
  await sent(question.submit());
  await hers.waitUntil((each) => each.plain().includes('With you'));
  await quiet(broker);

  // Two days of marketing's, from 09:00 UTC, which is 10:00 in Berlin: at risk on Tuesday at 14:00, late on Wednesday at 10:00.
  await broker.restart(() => clock.moveBy(at('03-04T10:30') - clock.now()));
  await quiet(broker);
  await mia.waitForMessage({ in: 'dm', matching: 'Late: an answer', threadOf: hers });
  expect(await told(broker)).toEqual(['answer breach, 03-04T09:00']);
  expect(timesRead(mia, 'Soon due')).toBe(0);
  // Nobody in IT is told of what marketing owes.
  expect(timesRead(sandbox.person('tom'), 'Late')).toBe(0);
});

test('a promise crosses a weekend, a holiday, a zone change and a pause', async () => {
  const broker = await openBroker();
  const { sandbox } = broker;
  const [mia, tom] = [sandbox.person('mia'), sandbox.person('tom')];
  await moveTo(broker, at('03-27T15:00'));
  const hers = await ask(mia, 'Spring page', { outcome: 'More registrations', needed: '2026-05-20' });
  const card = await triageCardOf(tom, 'Spring page');
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@tom'));
  await quiet(broker);

  // Two working days from Friday at 15:00 in London, in winter time: two hours are left of the day.
  await changeSettings(broker, (settings) => ({
    ...settings,
    hours: {
      ...settings.hours,
      it: { ...settings.hours.it, holidays: [{ date: '2026-03-30', name: 'Move', hours: [] }], version: 2 },
    },
  }));
  await quiet(broker);
  await until(async () => (await decisionDue(broker)) === '04-01T14:00');

  // Tuesday at 10:00 in summer time, one more hour later: asked, and answered a day later.
  await moveTo(broker, at('03-31T09:00'));
  await card.click('Ask…');
  const question = await tom.modal();
  await question.fill({ question: 'Which CRM field?' });
  await sent(question.submit());
  await hers.waitUntil((each) => each.plain().includes('With you'));
  expect(await decisionDue(broker)).toBeNull();
  await moveTo(broker, at('04-01T09:05'));
  await hers.reply('Lead source');
  await hers.waitUntil((each) => each.plain().includes('With IT'));
  expect(await decisionDue(broker)).toBe('04-02T14:00');

  await moveTo(broker, at('04-02T14:30'));
  await tom.waitForMessage({ in: '#it-triage', matching: 'Late: a decision*, @tom', threadOf: card });
  const decision = (await told(broker)).filter((each) => each.startsWith('decision'));
  expect(decision).toEqual([expect.stringMatching(/^decision breach, 04-02T14:0/)]);

  await mia.slash('/martech-request', 'show 1');
  const shown = await mia.modal('MR-1');
  expect(shown.plain()).toContain('with IT 2 d');
  expect(shown.plain()).toContain('with marketing 1 d');
  expect(shown.plain()).toContain('IT’s working hours were changed');
  await shown.click('Why?');
  const why = await mia.modal('MR-1: why?');
  expect(why.plain()).toContain('hours or targets were changed');
  expect(why.plain()).toContain('Stood from');
});

test('holidays proposed for a country are an admin’s to edit, and move what is due once they are saved', async () => {
  const broker = await openBroker();
  const { sandbox, store } = broker;
  const [mia, tom, ada] = [sandbox.person('mia'), sandbox.person('tom'), sandbox.person('ada')];
  // The Thursday before Easter at 15:00 in London: two hours are left of the day, then Friday, then six hours of Monday.
  await moveTo(broker, at('04-02T14:00'));
  await ask(mia, 'Spring page', { outcome: 'More registrations', needed: '2026-05-20' });
  const card = await triageCardOf(tom, 'Spring page');
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@tom'));
  await quiet(broker);
  expect(await decisionDue(broker)).toBe('04-06T14:00');

  await ada.slash('/martech-request', 'holidays');
  const window = await ada.modal('Holidays');
  const itsDays = () => window.fields().find(({ label }) => label === 'IT is closed on');
  await window.fill({ 'holidays-country': 'Atlantis' });
  await window.click('Propose for IT');
  await window.waitUntil((each) => each.plain().includes('“Atlantis” is no country or region'));
  await window.fill({ 'holidays-country': 'DE', 'IT is closed on': '2026-04-01 Move' });
  await window.click('Propose for IT');
  await window.waitUntil((each) => each.plain().includes('Days added to IT’s list: 18.'));
  const proposed = String(itsDays()?.value);
  expect(proposed).toMatch(/^2026-04-01 Move\n2026-01-01 New Year's Day\n2026-04-03 Good Friday\n/);
  expect(await decisionDue(broker)).toBe('04-06T14:00');

  // Whoever is closed on Good Friday only.
  await window.fill({ 'IT is closed on': proposed.replace('2026-04-06 Easter Monday\n', '') });
  await sent(window.submit());
  const kept = (await store.settings(sandbox.teamId))?.document.hours;
  expect(kept?.it.holidays).toHaveLength(18);
  expect(kept?.it.holidays.map(({ date }) => date)).not.toContain('2026-04-06');
  expect(kept?.marketing.holidays).toEqual([]);
  await until(async () => (await decisionDue(broker)) === '04-07T14:00');
});

test('who is away is left in peace until the day they are back; the clock goes on', async () => {
  const broker = await openBroker();
  const { sandbox, store } = broker;
  const [mia, tom] = [sandbox.person('mia'), sandbox.person('tom')];
  await ask(mia, 'Webinar form', { outcome: 'More registrations', needed: '2026-03-20' });
  const card = await triageCardOf(tom, 'Webinar form');
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@tom'));
  await store.write((transaction) =>
    transaction.replaceAbsences(personId(sandbox.teamId, tom.id), [
      { firstDay: '2026-03-03', lastDay: '2026-03-04' },
    ]),
  );
  await moveTo(broker, at('03-04T12:00'));
  expect(await told(broker)).toEqual([]);
  await moveTo(broker, at('03-05T09:01'));
  await tom.waitForMessage({ in: '#it-triage', matching: 'Late: a decision*, @tom', threadOf: card });
  expect(mondayMorning).toBe(at('03-02T09:00'));
});
