import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { MessageCard } from '../../src/sandbox/driver/message-card.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

/** The buttons of the two cards that no other story presses, and the law that none is left out. */

async function open(title: string, answers: Record<string, string> = {}) {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, title, { needed: '2026-03-20', ...answers });
  return { sandbox, mia, ines, hers, card: await triageCardOf(ines, title) };
}

async function fillIn(who: Person, card: MessageCard, button: string, fields: Record<string, string>) {
  await card.click(button);
  const modal = await who.modal();
  await modal.fill(fields);
  await sent(modal.submit());
}

const shows = (card: MessageCard, words: string) => card.waitUntil((each) => each.plain().includes(words));

test('another way is suggested, kept out, suggested again and taken', async () => {
  const { mia, ines, hers, card } = await open('Survey tool');
  const other = { instead: 'The forms we have', why: 'Costs nothing, saves two weeks' };
  await fillIn(ines, card, 'Suggest another way…', other);
  await shows(hers, 'The forms we have');
  await fillIn(mia, hers, 'Keep my request…', { words: 'They cannot branch.' });
  await shows(card, 'With IT');
  await fillIn(ines, card, 'Suggest another way…', { ...other, instead: 'The forms, with branches' });
  await shows(hers, 'The forms, with branches');
  await hers.click('Do it that way');
  await shows(card, 'With IT');
  expect(card.plain()).toContain('The forms, with branches');
});

test('a decline reads what it means first; contested once, IT’s lead has it decided again', async () => {
  const { sandbox, mia, ines, hers, card } = await open('Chat widget');
  const omar = sandbox.person('omar');
  await fillIn(ines, card, 'Decline…', {
    ...{ reason: 'Not now', words: 'You can start in May.', detail: 'The freeze ends on 30 April.' },
  });
  await shows(hers, 'Closed');
  expect(hers.plain()).toMatch(/You can start in May\.\s+The freeze ends on 30 April\./);
  await fillIn(mia, hers, 'Ask IT’s lead to look again…', { objection: 'The fair is in April.' });
  await shows(card, 'With IT’s lead');
  await ines.looksAt(card).click('Decide about it…');
  await ines.waitForEphemeral(/lead/);
  const his = omar.looksAt(card);
  await fillIn(omar, his, 'Decide about it…', { ruling: 'IT decides again', words: 'The fair counts.' });
  await card.waitUntil((each) => each.buttons().includes('Accept…'));
  await shows(hers, 'With IT');
});

test('a heads-up is noted, and asked for when it is time', async () => {
  const { hers, card } = await open('Event app', { kind: 'A tool', where: 'Just looking' });
  await card.click('Note it');
  await shows(hers, 'Closed');
  await hers.click('Ask for it now');
  await shows(hers, 'With IT');
});

test('given back, held for either, taken off hold, and an answer that goes on', async () => {
  const { mia, ines, hers, card } = await open('Price table');
  await card.click('Take it');
  await shows(hers, 'taken by @ines');
  await card.click('Give it back');
  await shows(hers, 'nobody yet');

  const held = { meaning: 'It may be a week later.', reason: 'The price list.', review: '2026-03-09' };
  await fillIn(ines, card, 'Hold…', { ...held, party: 'Marketing' });
  await shows(hers, 'With you');
  expect(hers.plain()).toMatch(/It may be a week later\.\s+The price list\./);
  await hers.click('It can go on');
  await shows(card, 'With IT');
  await fillIn(ines, card, 'Hold…', { ...held, party: 'Someone outside', name: 'Acme' });
  await shows(card, 'With Acme');
  await card.click('Take it off hold');
  await shows(card, 'With IT');

  await fillIn(ines, card, 'Ask…', { question: 'Which countries?' });
  await shows(hers, 'With you');
  await hers.reply('Germany');
  await shows(hers, 'With IT');
  await hers.click('I have more to add');
  await shows(card, 'With marketing');
  await hers.reply('And Austria');
  await mia.looksAt(hers).waitUntil((each) => each.plain().includes('With IT'));
});

test('a change to what was agreed is suggested, and dropped again', async () => {
  const { ines, mia, hers, card } = await open('Footer');
  await fillIn(ines, card, 'Accept…', { size: 'S' });
  await shows(hers, 'Being worked on');
  await fillIn(mia, hers, 'Suggest a change…', { date: '2026-03-27' });
  await card.waitUntil((each) => each.buttons().includes('Agree'));
  await hers.waitUntil((each) => each.buttons().includes('Drop the change'));
  await hers.click('Drop the change');
  await card.waitUntil((each) => !each.buttons().includes('Agree'));
});

test('every button of a card is pressed in some story', () => {
  const root = resolve(import.meta.dirname, '../..');
  const read = (pattern: string) =>
    globSync(pattern, { cwd: root })
      .map((file) => readFileSync(resolve(root, file), 'utf8'))
      .join('\n');
  const sources = read('src/slack/{triage/*,agreement/*,intake/private-card}.ts');
  const buttons = [...sources.matchAll(/button\(\s*'([^']+)',\s*'(request|agreement|thread)\./g)];
  const labels = new Set(buttons.map(([, label = '']) => label));
  const stories = read('test/journeys/*.test.ts');
  expect(labels.size).toBeGreaterThan(20);
  expect([...labels].filter((label) => !stories.includes(`'${label}'`))).toEqual([]);
});
