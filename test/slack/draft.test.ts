import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { viewAloud } from './support/aloud.ts';
import { ines, mia, openDesk, type TestDesk } from './support/desk.ts';
import { handsOf, type Typed, valuesOf } from './support/window.ts';

function shown(answer: Answer): Modal {
  if (answer.kind !== 'open' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

async function draftsOf({ desk }: TestDesk, person = mia) {
  return desk.store.drafts(person, 5);
}

async function nameOf(desk: TestDesk): Promise<string> {
  return (await draftsOf(desk))[0]?.cause ?? '';
}

/** Begins a request that the look before sending keeps back. */
async function begin(desk: TestDesk, typed: Typed = {}): Promise<Modal> {
  const hands = handsOf(desk, mia);
  const modal = shown(await hands.types('Raffle form ASAP'));
  return shown(await hands.submits(modal, { kind: 'change', outcome: 'More visitors', ...typed }));
}

test('what the first Submit brought is offered again, and goes on where it was left', async () => {
  const desk = await openDesk();
  await begin(desk, { needed: null });
  const hands = handsOf(desk, mia);
  const offer = shown(await hands.types(''));
  expect(viewAloud(offer)).toMatchSnapshot();
  const resumed = shown(await hands.presses('intake.resume', await nameOf(desk)));
  expect(valuesOf(resumed)).toMatchObject({
    kind: { 'intake.kind': { selected_option: { value: 'change' } } },
    title: { title: { value: 'Raffle form ASAP' } },
    outcome: { outcome: { value: 'More visitors' } },
  });
  expect(await hands.submits(resumed, { needed: '2026-03-10' })).toEqual({ kind: 'nothing' });
  expect(await draftsOf(desk)).toEqual([]);
  expect(viewAloud(shown(await hands.types('')))).not.toContain('Go on');
});

test('nobody else is offered it, and words behind the command begin something new', async () => {
  const desk = await openDesk();
  await begin(desk);
  expect(viewAloud(shown(await handsOf(desk, ines).types('')))).not.toContain('Go on');
  const other = shown(await handsOf(desk, mia).types('Another form'));
  expect(valuesOf(other).title).toEqual({ title: { value: 'Another form' } });
  expect(await draftsOf(desk)).toHaveLength(1);
});

test('of several the newest is offered, and the others stay', async () => {
  const desk = await openDesk();
  await begin(desk);
  const hands = handsOf(desk, mia);
  desk.clock.moveBy(60_000);
  const second = shown(await hands.types('Fair stand ASAP'));
  await hands.submits(second, { kind: 'change' });
  const offer = shown(await hands.types(''));
  expect(viewAloud(offer)).toContain('Fair stand ASAP');
  await hands.presses('intake.afresh', await nameOf(desk));
  expect(viewAloud(shown(await hands.types('')))).toContain('Raffle form ASAP');
});

test('to start afresh deletes it', async () => {
  const desk = await openDesk();
  await begin(desk);
  const hands = handsOf(desk, mia);
  const fresh = shown(await hands.presses('intake.afresh', await nameOf(desk)));
  expect(valuesOf(fresh).title).toEqual({ title: { value: null } });
  expect(await draftsOf(desk)).toEqual([]);
  expect(viewAloud(shown(await hands.presses('intake.resume', await nameOf(desk))))).toContain(
    'What do you need?',
  );
});

test('once it is sent it is gone, even if Slack had not drawn the window anew', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const modal = shown(await hands.types('Raffle form'));
  const view = { id: 'V7', hash: 'h', metadata: modal.private_metadata ?? '' };
  await hands.presses('intake.kind', 'change', {
    view: { ...view, values: valuesOf(modal, { kind: 'change' }) },
  });
  expect((await draftsOf(desk))[0]?.fields.title).toBe('Raffle form');
  // Sent as it was first drawn, because the new drawing came too late.
  expect(await hands.submits(modal, { kind: 'change' }, { cause: 'view:V7:intake' })).toEqual({
    kind: 'nothing',
  });
  expect(viewAloud(shown(await hands.types('')))).not.toContain('Go on');
});

test('nothing is kept of a window in which nothing was written, nor while many people wait', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const modal = shown(await hands.types(''));
  const view = { id: 'V7', hash: 'h', metadata: modal.private_metadata ?? '' };
  const picked = (title: string | null) => ({
    view: { ...view, values: valuesOf(modal, { kind: 'tool', title }) },
  });
  await hands.presses('intake.kind', 'tool', picked(null));
  const crowded = handsOf({ ...desk, desk: { ...desk.desk, isCrowded: () => true } }, mia);
  await crowded.presses('intake.kind', 'tool', picked('Heat maps'));
  expect(await draftsOf(desk)).toEqual([]);
});

test('what looks like a secret is not kept', async () => {
  const desk = await openDesk();
  await begin(desk, { outcome: 'Log in with password: Sunshine7' });
  expect((await draftsOf(desk))[0]?.fields).not.toHaveProperty('outcome');
});

test('after two weeks it is offered no more, and deleted when the next one is kept', async () => {
  const desk = await openDesk();
  await begin(desk);
  desk.clock.moveBy(14 * 24 * 60 * 60_000 + 1);
  expect(viewAloud(shown(await handsOf(desk, mia).types('')))).not.toContain('Go on');
  const modal = shown(await handsOf(desk, ines).types('Fair stand ASAP'));
  await handsOf(desk, ines).submits(modal, { kind: 'change' });
  expect([(await draftsOf(desk)).length, (await draftsOf(desk, ines)).length]).toEqual([0, 1]);
});

test.each(['{"more":"yes"}', '{"shape":"of tomorrow"}', 'nonsense', ''])(
  'a window of another age, with %s in it, says what to do and loses nothing',
  async (metadata) => {
    const desk = await openDesk();
    const hands = handsOf(desk, mia);
    const modal = shown(await hands.types('Raffle form'));
    const answer = shown(await hands.submits(modal, { kind: 'change' }, { metadata }));
    expect(viewAloud(answer)).toMatch(
      /^.*\nThis window is out of date: .* What you wrote is kept\.\n\[Go on/,
    );
    const resumed = shown(await hands.presses('intake.resume', await nameOf(desk)));
    expect(await hands.submits(resumed)).toEqual({ kind: 'nothing' });
    expect(await desk.desk.store.countOpenRequests('T1')).toBe(1);
  },
);
