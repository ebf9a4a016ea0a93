import { expect, test } from 'vitest';
import type { Settings } from '../../../src/domain/settings/settings.ts';
import type { Desk } from '../../../src/usecases/desk.ts';
import { requestsToSweep, sweepRequest } from '../../../src/usecases/promises/sweep-alerts.ts';
import type { OutboxSubject } from '../../../src/usecases/saying/outbox.ts';
import { ines, lea, mia, monday, openDesk, type TestDesk } from '../../slack/support/desk.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

type Alert = Extract<OutboxSubject, { kind: 'alert' }>;

async function alertsOf(desk: Desk): Promise<Alert[]> {
  const entries = await desk.store.openOutbox(1000, 1000);
  return entries.flatMap(({ subject }) => (subject.kind === 'alert' ? [subject] : []));
}

async function sweepAll(desk: Desk): Promise<void> {
  for (const request of await requestsToSweep(desk)) await sweepRequest(desk, request);
  expect(await requestsToSweep(desk)).toEqual([]);
}

function moveTo({ clock }: TestDesk, instant: number): void {
  clock.moveBy(instant - clock.now());
}

async function change({ desk, clock }: TestDesk, to: (settings: Settings) => Settings): Promise<void> {
  const stored = await desk.store.settings(desk.workspace);
  if (!stored) throw new Error('the desk has settings');
  const next = { version: stored.version + 1, changedBy: null, changedAt: clock.now() };
  await desk.store.write((transaction) =>
    transaction.addSettings(desk.workspace, { ...next, document: to(stored.document) }),
  );
}

test('priority one is told at once, to those who are away too', async () => {
  const desk = await openDesk();
  const away = [{ firstDay: '2026-03-02', lastDay: '2026-03-06' }];
  await desk.desk.store.write((transaction) => transaction.replaceAbsences(ines, away));
  const urgent = await desk.ask({ impact: 1, urgency: 1 });
  const other = await desk.ask({ impact: 2, urgency: 2 });
  await desk.give(urgent, ines, { type: 'claim' });
  await desk.give(other, ines, { type: 'claim' });
  moveTo(desk, monday + 4 * day);
  await sweepAll(desk.desk);
  const told = (await alertsOf(desk.desk)).filter(({ clock }) => clock === 'decision');
  expect(told.filter(({ request }) => request === urgent).map(({ alert }) => alert)).toEqual([
    'breach',
    'escalation',
  ]);
  // Of the other the lead hears, who is there.
  expect(told.filter(({ request }) => request === other).map(({ alert }) => alert)).toEqual(['escalation']);
});

test('who shows no zone is left in peace by the hours of their side', async () => {
  const testDesk = await openDesk();
  const { desk } = testDesk;
  const profile = { id: ines, name: 'ines', isMember: true, isAdmin: false, readAt: monday + 2 * day };
  await desk.store.write((transaction) => transaction.savePerson({ ...profile, zone: null }));
  await change(testDesk, (settings) => ({
    ...settings,
    hours: { ...settings.hours, it: { ...settings.hours.it, zone: 'Asia/Tokyo' } },
  }));
  await testDesk.give(await testDesk.ask({ urgency: 2 }), ines, { type: 'claim' });
  // Asked at 18:00 in Tokyo: Tuesday and half of Wednesday are three quarters of two days, which is 04:00 in UTC.
  moveTo(testDesk, monday + 42 * hour);
  await sweepAll(desk);
  expect(await alertsOf(desk)).toEqual([]);
  moveTo(testDesk, monday + 44 * hour);
  await sweepAll(desk);
  expect((await alertsOf(desk)).map(({ clock, alert }) => `${clock} ${alert}`)).toEqual(['decision at-risk']);
});

test('what marketing owes goes to the requester, and then to marketing’s lead', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ urgency: 2 });
  await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  moveTo(desk, monday + 4 * day);
  await sweepAll(desk.desk);
  expect(await alertsOf(desk.desk)).toMatchObject([
    { clock: 'answer', alert: 'breach', audience: 'private-thread', recipient: mia },
    { clock: 'answer', alert: 'escalation', audience: 'direct', recipient: lea },
  ]);
});

test('a lateness that only new targets cause is marked, told, and seen on the cards', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ urgency: 2 });
  await desk.give(request, ines, { type: 'claim' });
  moveTo(desk, monday + 5 * hour);
  await sweepAll(desk.desk);
  await change(desk, (settings) => ({
    ...settings,
    targets: { ...settings.targets, decision: { amount: 1, unit: 'hours' } },
  }));
  const wanted = async () => (await desk.desk.store.openOutbox(1000, 1000))[0]?.wanted ?? 0;
  const before = await wanted();
  expect(await requestsToSweep(desk.desk)).toEqual([request]);
  await sweepAll(desk.desk);
  const commitments = await desk.desk.store.commitments(request);
  expect(commitments.find(({ clock }) => clock === 'decision')).toMatchObject({
    verdict: 'missed',
    byChange: true,
  });
  expect((await alertsOf(desk.desk)).map(({ alert }) => alert)).toEqual(['breach', 'escalation']);
  expect(await wanted()).toBe(before + 1);
});

test('two that sweep at once tell it once', async () => {
  const { desk, clock, ask } = await openDesk();
  const request = await ask({ urgency: 2 });
  clock.moveBy(3 * hour);
  await Promise.all([1, 2, 3].map(() => sweepRequest(desk, request)));
  expect(await alertsOf(desk)).toHaveLength(1);
});
