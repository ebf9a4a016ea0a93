import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { scoreboardBlocks } from '../../../src/slack/home/scoreboard-section.ts';
import { pulseMessage } from '../../../src/slack/pulse/pulse-message.ts';
import { scoreboardFor } from '../../../src/usecases/home/scoreboard.ts';
import { sayMornings } from '../../../src/usecases/notices/mornings.ts';
import { readPulse } from '../../../src/usecases/pulse/pulse.ts';
import { messageAloud } from '../../slack/support/aloud.ts';
import { ben, ines, lea, mia, openDesk, type TestDesk } from '../../slack/support/desk.ts';
import { handsOf } from '../../slack/support/window.ts';

const minute = 60_000;
const endOfMarch = { quarter: '2026-Q1', side: 'marketing' as const };

function moveTo({ clock }: TestDesk, time: string): void {
  clock.moveBy(Date.parse(time) - clock.now());
}

async function asked({ desk }: TestDesk): Promise<string[]> {
  const entries = await desk.store.openOutbox(1000, 1000);
  return entries.flatMap(({ subject }) =>
    subject.kind === 'tell' && subject.about.topic === 'pulse'
      ? [`${subject.recipient} ${subject.about.quarter} ${subject.about.side}`]
      : [],
  );
}

/** The five buttons of one new message. */
async function buttonsOf({ desk }: TestDesk): Promise<{ action: string; value: string }[]> {
  const message = await pulseMessage(desk, endOfMarch);
  const elements = (message?.blocks ?? []).flatMap((block: KnownBlock) =>
    block.type === 'actions' ? block.elements : [],
  );
  return elements.flatMap((element) =>
    element.type === 'button' ? [{ action: element.action_id ?? '', value: element.value ?? '' }] : [],
  );
}

test('in its last two weeks, whoever took part in a quarter is asked once, at the beginning of a day', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  moveTo(desk, '2026-03-17T08:55Z');
  await sayMornings(desk.desk);
  moveTo(desk, '2026-03-17T09:00Z');
  await sayMornings(desk.desk);
  expect(await asked(desk)).toEqual([]);
  for (const day of ['18', '19', '20']) {
    moveTo(desk, `2026-03-${day}T08:55Z`);
    await sayMornings(desk.desk);
    desk.clock.moveBy(5 * minute);
    await sayMornings(desk.desk);
  }
  expect((await asked(desk)).sort()).toEqual(['T1/UINES 2026-Q1 it', 'T1/UMIA 2026-Q1 marketing']);
});

test('one tap answers, another changes it, and after the quarter none does', async () => {
  const desk = await openDesk();
  moveTo(desk, '2026-03-20T09:00Z');
  const message = await pulseMessage(desk.desk, endOfMarch);
  expect(message && messageAloud(message)).toMatchSnapshot();
  for (let count = 0; count < 5; count += 1) {
    const buttons = await buttonsOf(desk);
    for (const { action, value } of [buttons[0], buttons[3]].filter((each) => each !== undefined)) {
      expect(await handsOf(desk, mia).presses(action, value)).toMatchObject({ kind: 'tell' });
    }
  }
  const [late] = await buttonsOf(desk);
  expect(await handsOf(desk, ben).presses('pulse.answer-1', 'made-up 1')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, ben).presses('pulse.answer-1', 'made-up 9')).toMatchObject({ kind: 'tell' });
  expect(await readPulse(desk.desk, desk.desk.store)).toEqual([]);

  moveTo(desk, '2026-04-01T09:00Z');
  await handsOf(desk, mia).presses(late?.action ?? '', late?.value ?? '');
  expect(await readPulse(desk.desk, desk.desk.store)).toEqual([
    { quarter: '2026-Q1', sides: { marketing: { mean: 4, answers: 5 }, it: null }, gap: null },
  ]);
  expect(await pulseMessage(desk.desk, endOfMarch)).toBeNull();
  const board = await scoreboardFor(desk.desk, lea);
  expect(board && JSON.stringify(scoreboardBlocks(board))).toContain(
    '2026-Q1 · marketing 4.0 (5 answers) · IT: too few answers',
  );
});

test('no row names whoever answered, or the secret of their buttons', async () => {
  const desk = await openDesk();
  moveTo(desk, '2026-03-20T09:00Z');
  const [button] = await buttonsOf(desk);
  const secret = button?.value.split(' ')[0] ?? '';
  expect(secret).not.toBe('');
  await handsOf(desk, mia).presses(button?.action ?? '', button?.value ?? '');
  const { store } = desk.desk;
  expect(await store.write((transaction) => transaction.ballotQuarter(secret))).toBeNull();
  expect(await store.pulseTallies('T1')).toEqual([
    { quarter: '2026-Q1', side: 'marketing', answers: 1, sum: 1 },
  ]);
});
