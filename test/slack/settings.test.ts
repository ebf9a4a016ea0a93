import { expect, test } from 'vitest';
import { officeHours } from '../../src/domain/sla/calendar.ts';
import { readWeek, weekInWords } from '../../src/slack/settings/hours-in-words.ts';
import { setupModal } from '../../src/slack/settings/setup-modal.ts';
import { deskSettings } from '../../src/usecases/settings/configure-desk.ts';
import { viewAloud } from './support/aloud.ts';
import { ada, ben, lea, mia, openDesk } from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

test('an admin sets the desk up', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ada);
  const answer = await hands.types('setup');
  if (answer.kind !== 'open') throw new Error(answer.kind);
  expect(viewAloud(answer.modal)).toMatchSnapshot();
  const saved = await hands.submits(answer.modal, {
    triage: 'C0OTHER',
    'it-group': 'S00IT',
    'lead-it': 'UBEN',
    'check-privacy': 'UMIA',
    'hours-it': 'mon - thu 9:00-12:00, 13:00–17:00; Fri 09:00-15:00',
    'zone-marketing': 'Europe/Berlin',
    'digest-day': 'friday',
  });
  // Ben is marketing: who leads IT has to be in IT.
  if (saved.kind !== 'update') throw new Error(saved.kind);
  expect(viewAloud(saved.modal)).toContain('Saved. But @ben leads IT and does not count as IT yet.');
  const { settings, version } = await deskSettings(desk.desk);
  expect(version).toBe(2);
  expect(settings).toMatchObject({
    triageChannel: 'C0OTHER',
    itUsergroup: 'S00IT',
    leads: { marketing: lea, it: ben },
    checkOwners: { privacy: mia, security: null },
    digest: { weekday: 'friday', time: '09:00', zone: 'Europe/Berlin' },
  });
  expect(settings.hours.marketing).toMatchObject({ zone: 'Europe/Berlin', version: 2 });
  expect(weekInWords(settings.hours.it.week)).toBe('Mon-Thu 09:00-12:00, 13:00-17:00, Fri 09:00-15:00');
});

test('others are told who can', async () => {
  expect(await handsOf(await openDesk(), mia).types('setup')).toMatchObject({
    kind: 'tell',
    message: { text: 'Only a workspace admin, or whoever installed the app, can set up the desk.' },
  });
});

test('what the environment fixes is shown and stays', async () => {
  const desk = await openDesk();
  const fixed = { triageChannel: 'C0FIXED', digestChannel: 'C0DIGEST', itUsergroup: 'S0FIXED' };
  const hands = handsOf({ ...desk, desk: { ...desk.desk, fixed } }, ada);
  const answer = await hands.types('setup');
  if (answer.kind !== 'open') throw new Error(answer.kind);
  expect(viewAloud(answer.modal)).toContain('set by TRIAGE_CHANNEL where the app runs');
  expect(await hands.submits(answer.modal)).toEqual({ kind: 'nothing' });
  const { settings } = await deskSettings(desk.desk);
  expect(settings.triageChannel).toBe('C0TRIAGE');
});

test('the first set-up guesses the zone of whoever does it', async () => {
  const { desk } = await openDesk();
  const modal = setupModal({ ...(await deskSettings(desk)), version: 0 }, 'Asia/Kolkata');
  expect(viewAloud(modal)).toContain('Asia/Kolkata');
});

test.each([
  { typed: { 'hours-it': 'Mon-Fri 25:00-26:00' }, field: 'hours-it' },
  { typed: { 'hours-it': 'Mon-Fri 17:00-09:00' }, field: 'hours-it' },
  { typed: { 'hours-it': 'Mon 09:00-12:00, 11:00-17:00' }, field: 'hours-it' },
  { typed: { 'hours-it': 'Mon-Fri nine to five' }, field: 'hours-it' },
  { typed: { 'hours-it': '09:00-17:00' }, field: 'hours-it' },
  { typed: { 'hours-it': 'Mon-Fri' }, field: 'hours-it' },
  { typed: { 'hours-it': '  ' }, field: 'hours-it' },
  { typed: { 'zone-marketing': 'Berlin' }, field: 'zone-marketing' },
  { typed: { 'zone-marketing': '+05:30' }, field: 'zone-marketing' },
  { typed: { 'it-group': '@it' }, field: 'it-group' },
  { typed: { 'digest-time': '25:00' }, field: 'digest-time' },
  { typed: { 'digest-day': null }, field: 'digest-day' },
  { typed: { triage: 'D0DIRECT' }, field: 'triage' },
])('refused, naming the field: $typed', async ({ typed, field }) => {
  const hands = handsOf(await openDesk(), ada);
  const answer = await hands.types('setup');
  if (answer.kind !== 'open') throw new Error(answer.kind);
  const errors = errorsOf(await hands.submits(answer.modal, typed));
  expect(Object.keys(errors)).toEqual([field]);
  expect(errors[field]).toMatchSnapshot();
});

test.each([
  ['Mon-Fri 09:00-17:00', 'Mon-Fri 09:00-17:00'],
  ['monday-friday 9:00 - 17:00', 'Mon-Fri 09:00-17:00'],
  ['Mon, Wed 08:00-12:00', 'Mon 08:00-12:00, Wed 08:00-12:00'],
  ['Sat-Mon 00:00-24:00', 'Mon 00:00-24:00, Sat-Sun 00:00-24:00'],
])('"%s" is read as "%s"', (text, words) => {
  const read = readWeek(text);
  expect(read.ok && weekInWords(read.week)).toBe(words);
});

test('a week reads as it is written', () => {
  const { week } = officeHours('UTC');
  expect(readWeek(weekInWords(week))).toEqual({ ok: true, week });
});
