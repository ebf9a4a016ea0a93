import { expect, test } from 'vitest';
import { readThisWeek } from '../../../src/usecases/digest/read-digest.ts';
import { scoreboardFor } from '../../../src/usecases/home/scoreboard.ts';
import {
  acceptAsAsked,
  ines,
  lea,
  mia,
  openDesk,
  settings,
  type TestDesk,
} from '../../slack/support/desk.ts';

function moveTo({ clock }: TestDesk, time: string): void {
  clock.moveBy(Date.parse(time) - clock.now());
}

/** What App Home says of this week, once the digest says the same. */
async function bothTell({ desk }: TestDesk) {
  const board = await scoreboardFor(desk, lea);
  const read = await readThisWeek(desk, lea);
  if (!board || !read.ok) throw new Error('leads read both');
  for (const side of ['it', 'marketing'] as const) {
    const { kept, late } = read.value.figures.promises[side];
    expect(board.promises[side]).toEqual({ kept: kept.count, all: kept.count + late.count });
  }
  return { ...board.promises, excused: read.value.figures.promises.it.lateByChange.count };
}

test('App Home and the digest count a promise in the same week, and an excused one in neither', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ neededBy: '2026-03-06' });
  await acceptAsAsked(desk, request);
  moveTo(desk, '2026-03-05T12:00Z');
  const ticked = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await desk.give(request, ines, { type: 'deliver', words: null, ticked: ticked.map(({ id }) => id) });
  // The first reply and the decision; the delivery may still be sent back.
  const first = { it: { kept: 2, all: 2 }, marketing: { kept: 0, all: 0 }, excused: 0 };
  expect(await bothTell(desk)).toEqual(first);

  moveTo(desk, '2026-03-09T09:00Z');
  expect(await bothTell(desk)).toMatchObject({ it: { kept: 0, all: 0 } });
  const hurried = await desk.ask();
  moveTo(desk, '2026-03-09T12:00Z');
  const document = {
    ...settings,
    targets: { ...settings.targets, decision: { amount: 1, unit: 'hours' } },
  } as const;
  await desk.desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: desk.clock.now() }),
  );
  moveTo(desk, '2026-03-09T12:10Z');
  await desk.give(hurried, ines, { type: 'decline', reason: 'not-now', words: 'Next quarter' });
  moveTo(desk, '2026-03-10T10:00Z');
  await desk.give(request, mia, { type: 'confirm' });
  // The delivery and another first reply; what only the new target made late is no broken promise.
  const second = { it: { kept: 2, all: 2 }, marketing: { kept: 1, all: 1 }, excused: 1 };
  expect(await bothTell(desk)).toEqual(second);
});
