import type { InputBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { officeHours } from '../../src/domain/sla/calendar.ts';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { readHolidays } from '../../src/slack/settings/holidays-in-words.ts';
import { deskSettings } from '../../src/usecases/settings/configure-desk.ts';
import { viewAloud } from './support/aloud.ts';
import { ada, mia, openDesk } from './support/desk.ts';
import { handsOf, type Typed, valuesOf } from './support/window.ts';

/** Ada's window, with a way to press a button in it. */
async function openWindow() {
  const desk = await openDesk();
  const hands = handsOf(desk, ada);
  const opened = await hands.types('holidays');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const proposes = async (side: string, modal: Modal, typed: Typed): Promise<Modal> => {
    const view = {
      metadata: modal.private_metadata ?? '',
      values: valuesOf(modal, typed),
      id: 'V1',
      hash: 'h',
    };
    return shown(await hands.presses(`holidays.propose-${side}`, side, { view }));
  };
  return { desk, hands, modal: opened.modal, proposes };
}

function shown(answer: Answer): Modal {
  if (answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

function inputs(modal: Modal): Record<string, string | null> {
  return Object.fromEntries(
    modal.blocks
      .filter((block): block is InputBlock => block.type === 'input')
      .map(({ block_id, element }) => [
        block_id,
        element.type === 'plain_text_input' ? (element.initial_value ?? null) : null,
      ]),
  );
}

test('holidays are a list that an admin edits, and a wrong line is named', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ada);
  const answer = await hands.types('holidays');
  if (answer.kind !== 'open') throw new Error(answer.kind);
  expect(
    await hands.submits(answer.modal, {
      'holidays-it.0': '2026-12-25 Christmas Day\n2026-13-01 Nonsense',
      'holidays-marketing.0': '2026-12-24 09:00-08:00 Christmas Eve',
    }),
  ).toEqual({
    kind: 'errors',
    errors: {
      'holidays-it.0': expect.stringContaining('“2026-13-01 Nonsense”: the day must be a date'),
      'holidays-marketing.0': expect.stringContaining('must be later than the start of the window'),
    },
  });
  const list = '2026-12-24 09:00-13:00 Christmas Eve\n2026-12-25 Christmas Day';
  expect(await hands.submits(answer.modal, { 'holidays-it.0': list })).toEqual({ kind: 'nothing' });
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
  const calendar = officeHours('UTC');
  const read = readHolidays(line, calendar);
  expect(read.ok ? '' : read.fault).toContain(fault);
  expect(read.ok ? '' : read.fault).toContain(line);
});

test('a region’s public holidays are added to what was typed, and count once they are saved', async () => {
  const { desk, hands, modal, proposes } = await openWindow();
  const typed = '2026-11-01 10:00-12:00 Half a day\nnot yet a day';
  const next = await proposes('it', modal, {
    ...{ 'holidays-country': 'de-by', 'holidays-it.0': typed, 'holidays-marketing.0': '2026-12-24' },
  });
  expect(viewAloud(next)).toMatchSnapshot();
  const lists = inputs(next);
  expect(lists['holidays-marketing.1']).toBe('2026-12-24');
  expect(lists['holidays-it.1']).toMatch(new RegExp(`^${typed}\n2026-01-01 New Year's Day\n`));
  expect(lists['holidays-it.1']?.match(/2026-11-01/g)).toHaveLength(1);
  expect((await deskSettings(desk.desk)).settings.hours.it.holidays).toEqual([]);

  const again = await proposes('it', next, {});
  expect(viewAloud(again)).toContain('IT’s list has all public holidays of 2026 and 2027 already.');

  const list = lists['holidays-it.1']?.replace('not yet a day\n', '') ?? '';
  expect(await hands.submits(next, { 'holidays-it.1': list })).toEqual({ kind: 'nothing' });
  const { hours } = (await deskSettings(desk.desk)).settings;
  expect(hours.it.holidays).toContainEqual({ date: '2027-01-06', name: 'Epiphany', hours: [] });
  expect(hours.marketing.holidays).toEqual([{ date: '2026-12-24', name: '', hours: [] }]);
});

test.each([
  ['Atlantis', '“Atlantis” is no country or region that we know. Please write DE, DE-BY for Bavaria'],
  ['DE-QQ', '“DE-QQ” is no country or region that we know.'],
  ['<!channel>', '“&lt;!channel&gt;” is no country'],
  [null, 'Please write a code first, such as DE, DE-BY for Bavaria'],
])('%s is answered at the country, and what was typed stays', async (country, said) => {
  const { modal, proposes } = await openWindow();
  const next = await proposes('marketing', modal, {
    ...{ 'holidays-country': country, 'holidays-it.0': '2026-12-24' },
  });
  const at = next.blocks.findIndex(({ block_id }) => block_id === 'holidays-country');
  expect(next.blocks[at + 1]).toMatchObject({
    type: 'section',
    text: { text: expect.stringContaining(said) },
  });
  expect(inputs(next)).toEqual({
    ...{ 'holidays-marketing.0': null, 'holidays-it.0': '2026-12-24', 'holidays-country': country },
  });
});

test('a list that would not fit any more is left as it is', async () => {
  const { modal, proposes } = await openWindow();
  const full = `2026-12-24 ${'x'.repeat(2900)}`;
  const next = await proposes('it', modal, { 'holidays-country': 'US', 'holidays-it.0': full });
  expect(viewAloud(next)).toContain('IT’s list would be longer than Slack takes.');
  expect(inputs(next)).toMatchObject({ 'holidays-it.0': full });
});

test('an altered window changes nothing', async () => {
  const { desk, hands, modal } = await openWindow();
  for (const metadata of ['', '7', '{"round":-1,"seen":1}', '{}']) {
    expect(viewAloud(shown(await hands.submits(modal, {}, { metadata })))).toContain('out of date');
  }
  expect((await deskSettings(desk.desk)).version).toBe(1);
});
