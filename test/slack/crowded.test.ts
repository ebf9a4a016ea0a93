import { expect, test } from 'vitest';
import { privateCard } from '../../src/slack/intake/private-card.ts';
import { wholeRequest } from '../../src/slack/intake/whole-request.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import { keepLaunch } from '../../src/usecases/roadmap/keep-launch.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, ines, lea, mia, openDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

/** More of everything than Slack takes; what is read aloud is held against its limits. */

const long = (index: number) => `${index} ${'W'.repeat(150)}`;

test('of more than a hundred requests and launches, menus show a hundred', async () => {
  const desk = await openDesk();
  for (let index = 1; index <= 101; index += 1) {
    await keepLaunch(desk.desk, {
      ...{ person: mia, cause: `test:launch:${index}`, id: null, seen: 0 },
      ...{ name: long(index).slice(0, 80), date: '2026-03-20', owner: mia },
    });
    await desk.ask({ brief: { title: long(index).slice(0, 130), outcome: null, link: null } });
  }
  const windows = [
    await handsOf(desk, lea).types('top-five'),
    await handsOf(desk, mia).types('Something else'),
    await handsOf(desk, mia).presses('launch.open', 'launches'),
    await handsOf(desk, ines).presses('queue.give', 'unclaimed 0 - - - -'),
    await handsOf(desk, ines).types('triage'),
    await handsOf(desk, mia).types('mine'),
    await handsOf(desk, mia).types('find WWW'),
  ];
  for (const answer of windows) {
    if (answer.kind === 'open') expect(viewAloud(answer.modal)).not.toBe('');
    else if (answer.kind === 'tell') expect(messageAloud(answer.message)).not.toBe('');
    else throw new Error(JSON.stringify(answer));
  }
  const [topFive] = windows;
  const options = topFive?.kind === 'open' ? JSON.stringify(topFive.modal).match(/"MR-\d+ · /g) : [];
  expect(options).toHaveLength(500);
});

test('a definition of fifty long criteria folds on the cards, and is whole where it is shown whole', async () => {
  const desk = await openDesk();
  const own = Array.from({ length: 40 }, (_, index) => ({
    ...{ text: long(index), side: index % 2 ? ('it' as const) : ('marketing' as const), required: true },
  }));
  const request = await desk.ask({ own });
  const now = desk.clock.now();
  for (const accepted of [false, true]) {
    if (accepted) await acceptAsAsked(desk, request);
    const view = await desk.view(request);
    expect(messageAloud(triageCard(view, now))).toContain('more');
    expect(messageAloud(privateCard(view, mia, now))).toContain('more');
    const reader = { person: ines, side: 'it' as const, roles: [] };
    const whole = viewAloud(wholeRequest({ view, reader, tool: null }, ines, now));
    expect(own.filter(({ text }) => !whole.includes(text))).toEqual([]);
  }
});
