import { expect, test } from 'vitest';
import { whyModal } from '../../src/slack/promises/why.ts';
import { alertLine } from '../../src/slack/saying/alerts.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, ines, mia, monday, openDesk } from './support/desk.ts';
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

test('people say themselves when they are away', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ines);
  const says = async (words: string) => {
    const answer = await hands.types(`away ${words}`.trim());
    return answer.kind === 'tell' ? answer.message.text : answer.kind;
  };
  expect(await says('')).toContain('You are not away');
  const example = /away (\S+ \S+)`/.exec(await says(''))?.[1] ?? '';
  expect(await says(example)).toContain('You are away from');
  expect(await says('none')).toContain('You are not away');
  expect(await says('2020-08-03 2020-08-14')).toContain('Fri, Aug 14, 2020 has passed');
  expect(await says('')).toContain('You are not away');
  expect(await says('2026-08-03 2026-08-14')).toContain('from Mon, Aug 3, 2026 to Fri, Aug 14, 2026');
  expect(await says('2026-08-20')).toContain('on Thu, Aug 20, 2026');
  expect(await says('2026-02-30')).toContain('“2026-02-30” is no day');
  expect(await says('2026-08-14 2026-08-03')).toContain('before the first');
  expect(await says('<!channel> tomorrow')).not.toContain('<!channel>');
  expect(await says('')).toContain('Thu, Aug 20, 2026');
  expect(await says('none')).toContain('You are not away');
});
