import { expect, test } from 'vitest';
import { explainCommand } from '../../src/cli/explain.ts';
import { ines, mia, monday, openDesk } from '../slack/support/desk.ts';

const hour = 60 * 60_000;

test('every clock is told window by window, pause by pause', async () => {
  const { desk, clock, ask, give } = await openDesk();
  const request = await ask({ urgency: 2 });
  clock.moveBy(monday + 2 * hour - clock.now());
  await give(request, ines, { type: 'ask', question: 'Which form?' });
  clock.moveBy(monday + 26 * hour - clock.now());
  await give(request, mia, { type: 'answer', answer: 'The old one.' });
  await give(request, ines, { type: 'set-priority', priority: 1, reason: 'The board will see it.' });
  clock.moveBy(monday + 28 * hour - clock.now());

  const printed = await explainCommand(['mr-1'], { store: desk.store, clock });
  expect(printed).toContain('with it: 4 h');
  expect(printed).toContain('with marketing: 1 d');
  const decision = printed.slice(printed.indexOf('decision 1'), printed.indexOf('answer 1'));
  expect(decision.split('\n').map((line) => line.trim())).toEqual([
    'decision 1, owed by it: 4 working hours, running',
    'counted in UTC, 1 working day = 8 hours',
    'Mon 2026-03-02 09:00:00  starts',
    'Mon 2026-03-02 09:00:00  counts until Mon 2026-03-02 11:00:00: 2:00:00 h',
    'Mon 2026-03-02 11:00:00  stands (QuestionAsked) until Tue 2026-03-03 11:00:00 (QuestionAnswered)',
    'Tue 2026-03-03 11:00:00  counts until Tue 2026-03-03 13:00:00: 2:00:00 h',
    'Tue 2026-03-03 11:01:00  4:00:00 h from here on, by event 5 of the history',
    'in all 4:00:00 h of 4:00:00 h, 0:00:00 h left',
    'due Tue 2026-03-03 13:00:00',
    '',
    '',
  ]);
});

test.each([[[]], [['nonsense']], [['MR-99']]])('what is no request is said: %j', async (words) => {
  const { desk, clock } = await openDesk();
  await expect(explainCommand(words, { store: desk.store, clock })).rejects.toThrow(
    /Usage|There is no MR-99/,
  );
});
