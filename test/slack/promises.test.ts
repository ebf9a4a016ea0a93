import { expect, test } from 'vitest';
import type { Calendar } from '../../src/domain/sla/calendar.ts';
import { officeHours } from '../../src/domain/sla/calendar.ts';
import { alertLine } from '../../src/slack/alerts.ts';
import { whyModal } from '../../src/slack/promises/why.ts';
import { readHolidays } from '../../src/slack/settings/holidays.ts';
import { deskSettings } from '../../src/usecases/configure-desk.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, ada, ines, mia, monday, openDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

const hour = 60 * 60_000;

test('an alert says what is owed, by when, and to whom it goes', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ urgency: 2 });
  await desk.give(request, ines, { type: 'claim' });
  const view = await desk.view(request);
  const fact = { kind: 'alert', request, clock: 'decision', round: 1 } as const;
  const due = monday + 32 * hour;
  expect(
    [
      alertLine(view, { ...fact, alert: 'at-risk', at: due - 4 * hour, audience: 'triage-thread' }),
      alertLine(view, { ...fact, alert: 'breach', at: due + 16 * hour + 1, audience: 'triage-thread' }),
      alertLine(view, {
        ...{ ...fact, alert: 'escalation', at: due + 20 * hour },
        ...{ audience: 'direct', recipient: ines },
      }),
    ]
      .map(messageAloud)
      .join('\n\n'),
  ).toMatchSnapshot();
});

test('“Why?” tells each clock’s start, pauses and reasons', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ urgency: 2 });
  await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  desk.clock.moveBy(2 * hour);
  await desk.give(request, mia, { type: 'answer', answer: 'The old one.' });
  await desk.give(request, ines, { type: 'set-priority', priority: 1, reason: 'The board will see it.' });
  await acceptAsAsked(desk, request);
  await desk.give(request, ines, {
    type: 'hold',
    waitsFor: { party: 'third-party', name: 'Acme *bold*' },
    reason: 'They send the keys.',
    reviewOn: '2026-03-09',
  });
  desk.clock.moveBy(3 * hour);
  expect(viewAloud(whyModal(await desk.view(request), desk.clock.now()))).toMatchSnapshot();
});

test('holidays are a list that an admin edits, and a wrong line is named', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ada);
  const answer = await hands.types('holidays');
  if (answer.kind !== 'open') throw new Error(answer.kind);
  expect(
    await hands.submits(answer.modal, {
      'holidays-it': '2026-12-25 Christmas Day\n2026-13-01 Nonsense',
      'holidays-marketing': '2026-12-24 09:00-08:00 Christmas Eve',
    }),
  ).toEqual({
    kind: 'errors',
    errors: {
      'holidays-it': expect.stringContaining('“2026-13-01 Nonsense”: the day must be a date'),
      'holidays-marketing': expect.stringContaining('must be later than the start of the window'),
    },
  });
  const list = '2026-12-24 09:00-13:00 Christmas Eve\n2026-12-25 Christmas Day';
  expect(await hands.submits(answer.modal, { 'holidays-it': list })).toEqual({ kind: 'nothing' });
  const { settings } = await deskSettings(desk.desk);
  expect(settings.hours.it).toMatchObject({
    version: 2,
    holidays: [
      { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '09:00', to: '13:00' }] },
      { date: '2026-12-25', name: 'Christmas Day', hours: [] },
    ],
  });
  expect(settings.hours.marketing.version).toBe(1);
  const again = await hands.types('holidays');
  if (again.kind !== 'open') throw new Error(again.kind);
  expect(JSON.stringify(again.modal)).toContain(JSON.stringify(list));
  expect(await handsOf(desk, mia).types('holidays')).toMatchObject({ kind: 'tell' });
});

test.each([
  ['2026-02-30 Leap', 'must be a date of the calendar'],
  ['2026-12-24 25:00-26:00', 'must be a time of day'],
  ['2026-12-24 09:00-13:00 12:00-17:00', 'overlaps 09:00-13:00'],
  ['Christmas', 'must be a date of the calendar'],
])('“%s” is refused', (line, fault) => {
  const calendar: Calendar = officeHours('UTC');
  const read = readHolidays(line, calendar);
  expect(read.ok ? '' : read.fault).toContain(fault);
  expect(read.ok ? '' : read.fault).toContain(line);
});

test('people say themselves when they are away', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ines);
  const says = async (words: string) => {
    const answer = await hands.types(`away ${words}`.trim());
    return answer.kind === 'tell' ? answer.message.text : answer.kind;
  };
  expect(await says('')).toContain('You are not away');
  expect(await says('2026-08-03 2026-08-14')).toContain('from Mon 3 Aug 2026 to Fri 14 Aug 2026');
  expect(await says('2026-08-20')).toContain('on Thu 20 Aug 2026');
  expect(await says('2026-02-30')).toContain('“2026-02-30” is no day');
  expect(await says('2026-08-14 2026-08-03')).toContain('before the first');
  expect(await says('<!channel> tomorrow')).not.toContain('<!channel>');
  expect(await says('')).toContain('Thu 20 Aug 2026');
  expect(await says('none')).toContain('You are not away');
});
