import { expect, test } from 'vitest';
import type { Answer } from '../../src/slack/conversation.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { viewAloud } from './support/aloud.ts';
import { gus, ines, mia, openDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

function aloud(answer: Answer): string {
  if (answer.kind !== 'open' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return viewAloud(answer.modal);
}

const nasty = '<!channel> *bold* ‮desrever <https://evil|https://bank> &lt;';

const everything = sampleTool({
  name: 'All <!channel> *bold* <https://evil|https://bank>',
  category: 'email',
  purpose: `${nasty} ${'W'.repeat(900)}`,
  state: 'retiring',
  state_reason: nasty,
  business_owner: 'UMIA',
  technical_owner: 'UGUS',
  decides: nasty,
  pays: nasty,
  holds_data: nasty,
  answers: nasty,
  owns_code: nasty,
  owns_data: nasty,
  vendor: nasty,
  agency: nasty,
  seats: '12',
  cost: '1200.50',
  currency: 'EUR',
  period: 'month',
  contract_start: '2026-01-01',
  contract_end: '2026-03-20',
  notice_days: '18',
  data_classes: 'contact; payment',
  security_review: '2025-11-30',
  links: 'https://example.com/a|b',
});

test('the windows of the stack', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  expect(aloud(await hands.types('stack'))).toMatchSnapshot('nothing recorded');
  const tools = [
    everything,
    sampleTool({
      name: 'Postwise',
      category: 'email',
      purpose: 'Newsletters for partners',
      business_owner: 'UINES',
    }),
    sampleTool({ name: 'Letterbird', category: 'email', purpose: 'Newsletters for customers' }),
  ];
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved(tools, desk.clock.now())));

  expect(aloud(await hands.types('stack'))).toMatchSnapshot('by category');
  expect(aloud(await hands.types('stack newsletter'))).toMatchSnapshot('found');
  expect(aloud(await hands.types('stack newsletter llama'))).toContain(
    'Nothing has all of “newsletter llama”.',
  );
  expect(aloud(await hands.types('stack llama'))).toContain('Nothing in the stack is about “llama”.');
  expect(aloud(await hands.types('stack letterbird'))).toMatchSnapshot('one tool');
  expect(aloud(await hands.presses('stack.show', everything.id))).toMatchSnapshot('a tool with everything');
  expect(aloud(await hands.presses('stack.edit', everything.id))).toMatchSnapshot('its form');
  expect(aloud(await hands.presses('stack.add', 'add'))).toMatchSnapshot('a new one');
  const pair = JSON.stringify({ tool: 'Postwise', other: 'Letterbird' });
  expect(aloud(await hands.presses('stack.keep', pair))).toMatchSnapshot('keeping both');
});

test('a category of thousands has pages', async () => {
  const desk = await openDesk();
  const tools = Array.from({ length: 90 }, (_, index) =>
    sampleTool({ name: `Mailer ${String(index).padStart(3, '0')} ${'w'.repeat(60)}`, category: 'email' }),
  );
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved(tools)));
  const hands = handsOf(desk, ines);
  const first = aloud(await hands.presses('stack.category', 'email'));
  expect(first).toContain('*Email* · 1 to 40');
  expect(first).not.toContain('[Earlier]');
  const last = aloud(await hands.presses('stack.later', JSON.stringify({ category: 'email', offset: 80 })));
  expect(last).toContain('*Email* · 81 to 90');
  expect(last).toContain('[Earlier]');
  expect(last).not.toContain('[Later]');
});

test('what was altered on its way, and who is not a member', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const guest = handsOf(desk, gus);
  const outOfDate = 'This window is out of date.';
  expect(aloud(await hands.presses('stack.category', '__proto__'))).toContain(outOfDate);
  expect(aloud(await hands.presses('stack.later', '{"category":"email","offset":-1}'))).toContain(outOfDate);
  expect(aloud(await hands.presses('stack.keep', '{}'))).toContain(outOfDate);
  expect(aloud(await hands.presses('stack.show', 'nowhere'))).toContain('no such tool');
  const form = await hands.opens('stack.add', 'add');
  const altered = await hands.submits({ ...form, private_metadata: '{"tool":"__proto__"}' });
  expect(aloud(altered)).toContain(outOfDate);
  for (const action of ['stack.open', 'stack.add', 'stack.overview', 'home.category']) {
    expect(await guest.presses(action, 'email')).toMatchObject({ kind: 'tell' });
  }
  expect(await guest.submits(form, { 'name.0': 'X', 'category.0': 'Email' })).toMatchObject({ kind: 'tell' });
});
