import { expect, test } from 'vitest';
import type { ExtraQuestion } from '../../src/domain/intake/extra-question.ts';
import { type Settings, settingsSchema } from '../../src/domain/settings/settings.ts';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { ines, mia, monday, openDesk, settings, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf, valuesOf } from './support/window.ts';

const budget: ExtraQuestion = {
  ...{ id: 'budget', label: 'Which budget pays?', type: 'choice', choices: ['Brand', 'Events'] },
  required: true,
};
const printed: ExtraQuestion = {
  ...{ id: 'printed', label: 'When is it printed?', type: 'date', choices: [], required: false },
};

async function deskWith(changes: Partial<Settings>): Promise<TestDesk> {
  const desk = await openDesk();
  const document = settingsSchema.parse(JSON.parse(JSON.stringify({ ...settings, ...changes })));
  const version = { version: 2, document, changedBy: null, changedAt: monday };
  await desk.desk.store.write((transaction) => transaction.addSettings('T1', version));
  return desk;
}

function shown(answer: Answer): Modal {
  if (answer.kind !== 'open' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

async function windowFor(desk: TestDesk, kind: string, action = 'intake.kind'): Promise<Modal> {
  const hands = handsOf(desk, mia);
  const modal = shown(await hands.types('Fair stand'));
  const view = {
    id: 'V',
    hash: 'h',
    metadata: modal.private_metadata ?? '',
    values: valuesOf(modal, { kind }),
  };
  return shown(await hands.presses(action, kind, { view }));
}

const { kinds } = settings;

test('a desk names, orders and leaves out kinds, and gives them emoji or none', async () => {
  const launch = { ...kinds.launch, name: 'Campaign day', line: 'IT on the day itself', emoji: ':rocket:' };
  const desk = await deskWith({ kinds: { ...kinds, launch }, kindOrder: ['launch', 'broken', 'change'] });
  const [menu = ''] = viewAloud(shown(await handsOf(desk, mia).types(''))).match(/What is it about.*/) ?? [];
  expect(menu).toMatchInlineSnapshot(
    `"What is it about?: <static_select> {:rocket: Campaign day / IT on the day itself / Something is broken / It worked before and does not now / A change / To a website, a form, a template or a tool you have}"`,
  );

  const request = await desk.ask({ kind: 'tool' });
  const move = await handsOf(desk, ines).presses('request.more', `change-kind ${request}`);
  expect(move.kind === 'open' && viewAloud(move.modal)).toMatchInlineSnapshot(`
    "# Change the kind [Change]
    What is usually checked for the new kind comes with it. What was added by hand stays.
    What is it about?: <static_select> {:rocket: Campaign day / IT on the day itself / Something is broken / It worked before and does not now / A change / To a website, a form, a template or a tool you have / A tool / Something new: just looking, want it, or already bought} = A tool, Something new: just looking, want it, or already bought"
  `);
});

test('what a kind asks beyond the rest is asked, kept as it was put, and shown to IT', async () => {
  const desk = await deskWith({ kinds: { ...kinds, launch: { ...kinds.launch, extra: [budget, printed] } } });
  const hands = handsOf(desk, mia);
  const modal = await windowFor(desk, 'launch');
  expect(viewAloud(modal)).toContain('Which budget pays?: <static_select> {Brand / Events}');
  expect(viewAloud(modal)).not.toContain('When is it printed?');
  expect(viewAloud(await windowFor(desk, 'launch', 'intake.more'))).toContain(
    'When is it printed? (optional)',
  );
  expect(errorsOf(await hands.submits(modal))).toEqual({ 'extra-budget': 'Please answer this.' });
  expect(await hands.submits(modal, { 'extra-budget': 'Events' })).toEqual({ kind: 'nothing' });

  const { id = '' } = (await desk.desk.store.requestByNumber('T1', 1)) ?? {};
  const kept = { id: 'budget', label: 'Which budget pays?', type: 'choice', answer: 'Events' };
  expect((await desk.view(id)).brief.details).toEqual({ extra: [kept] });
  const card = messageAloud(triageCard(await desk.view(id), monday));
  expect(card).toContain('Which budget pays: Events');
  expect(card).toContain(
    'Not known yet: which systems it works with, which vendor, how to tell that it worked, “When is it printed?”',
  );

  const editing = await hands.opens('request.edit', id);
  expect(await hands.submits(editing, { 'extra-printed': '2026-03-09' })).toEqual({ kind: 'nothing' });
  const { extra } = (await desk.view(id)).brief.details ?? {};
  expect(extra?.map(({ answer }) => answer)).toEqual(['Events', '2026-03-09']);
  expect(messageAloud(triageCard(await desk.view(id), monday))).toContain(
    'When is it printed: Mon, Mar 9, 2026',
  );
});

test('an answer stays when the kind changes, and is not asked for any more', async () => {
  const desk = await deskWith({ kinds: { ...kinds, launch: { ...kinds.launch, extra: [budget] } } });
  const hands = handsOf(desk, mia);
  const modal = await windowFor(desk, 'launch');
  const values = valuesOf(modal, { kind: 'change', 'extra-budget': 'Brand' });
  const view = { id: 'V', hash: 'h', metadata: modal.private_metadata ?? '', values };
  const other = shown(await hands.presses('intake.kind', 'change', { view }));
  expect(viewAloud(other)).toContain(
    'Which budget pays? (optional): <static_select> {Brand / Events} = Brand',
  );
  expect(await hands.submits(other, { 'extra-budget': null })).toEqual({ kind: 'nothing' });
});

test.each([
  { extra: [{ ...budget, choices: ['One'] }], fault: 'two choices' },
  { extra: [{ ...printed, choices: ['A', 'B'] }], fault: 'none otherwise' },
  { extra: [budget, budget], fault: 'each question once' },
  { extra: Array.from({ length: 6 }, (_, at) => ({ ...printed, id: `q${at}` })), fault: '<=5' },
  { extra: [{ ...printed, id: '__proto__' }], fault: 'small letters' },
  { emoji: 'rocket', fault: 'between colons' },
])('the settings refuse what could not be asked: $fault', ({ fault, ...changed }) => {
  const faulty = { ...settings, kinds: { ...kinds, launch: { ...kinds.launch, ...changed } } };
  const result = settingsSchema.safeParse(faulty);
  expect(result.error?.issues[0]?.message).toContain(fault);
  expect(result.error?.issues[0]?.path.slice(0, 2)).toEqual(['kinds', 'launch']);
});

test('the settings of an older version know no order, emoji or further questions', () => {
  const { kindOrder: _, ...older } = JSON.parse(JSON.stringify(settings));
  for (const each of Object.values<Record<string, unknown>>(older.kinds)) {
    delete each.emoji;
    delete each.extra;
  }
  expect(settingsSchema.parse(older)).toEqual(settings);
});

test('outside IT’s hours a fault shows what to do if it cannot wait, before it is sent', async () => {
  const desk = await deskWith({ emergency: 'Call +49 30 1234, <!channel>' });
  expect(viewAloud(await windowFor(desk, 'broken'))).not.toContain('cannot wait');
  desk.clock.moveBy(10 * 60 * 60_000);
  const modal = viewAloud(await windowFor(desk, 'broken'));
  expect(modal).toContain(
    'IT is out of office and back 2026-03-03 09:00 UTC. If it cannot wait: Call +49 30 1234',
  );
  expect(modal).not.toContain('<!channel>');
  expect(viewAloud(await windowFor(desk, 'change'))).not.toContain('cannot wait');
});
