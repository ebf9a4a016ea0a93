import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { mia, monday, openDesk } from './support/desk.ts';
import { type Hands, handsOf, type Typed, valuesOf } from './support/window.ts';

function shown(answer: Answer): Modal {
  if (answer.kind !== 'open' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

/** What the window says of priority after somebody picked this in it. */
async function picked(hands: Hands, modal: Modal, typed: Typed): Promise<string> {
  const view = {
    id: 'V1',
    metadata: modal.private_metadata ?? '',
    values: valuesOf(modal, typed),
  };
  const answer = await hands.presses('intake.impact', null, { view });
  return /Priority.*/.exec(viewAloud(shown(answer)))?.[0] ?? '';
}

test('priority follows from impact and urgency, and the promise from priority; nobody chooses it', async () => {
  const hands = handsOf(await openDesk(), mia);
  const modal = shown(await hands.types('The shop is slow'));
  const more = shown(
    await hands.presses('intake.more', 'more', {
      view: {
        id: 'V1',
        metadata: modal.private_metadata ?? '',
        values: valuesOf(modal, { kind: 'broken' }),
      },
    }),
  );
  const lines = [
    await picked(hands, more, {}),
    await picked(hands, more, { impact: '1' }),
    await picked(hands, more, { impact: '1', urgency: '1' }),
    await picked(hands, more, { impact: '3', urgency: '3' }),
  ];
  expect(lines).toMatchInlineSnapshot(`
    [
      "Priority 3 of 4 until you say more: IT replies within 2 working hours and decides within 1 working day.",
      "Priority 2 of 4 until you say more: IT replies within 2 working hours and decides within 1 working day.",
      "Priority 1 of 4: IT replies within 1 working hour and decides within 4 working hours.",
      "Priority 4 of 4: IT replies within 2 working hours and decides within 1 working day.",
    ]
  `);
});

test('what nobody knows yet is an open question to IT, until an edit answers it', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const modal = shown(await hands.types('The shop is slow'));
  const asked = shown(
    await hands.presses('intake.kind', 'broken', {
      view: {
        id: 'V1',
        metadata: modal.private_metadata ?? '',
        values: valuesOf(modal, { kind: 'broken' }),
      },
    }),
  );
  expect(await hands.submits(asked, { impact: '1' })).toEqual({ kind: 'nothing' });
  const { id = '' } = (await desk.desk.store.requestByNumber('T1', 1)) ?? {};
  const card = async () => messageAloud(triageCard(await desk.view(id), monday));
  expect((await desk.view(id)).request).toMatchObject({ impact: 1, urgency: 2, priority: 2 });
  expect(await card()).toContain('priority 2 of 4 (high impact, for now)');
  expect(await card()).toContain('Not known yet: how soon it is needed');

  const editing = await hands.opens('request.edit', id);
  expect(await hands.submits(editing, { urgency: '1' })).toEqual({ kind: 'nothing' });
  expect((await desk.view(id)).request.priority).toBe(1);
  expect(await card()).toContain('priority 1 of 4 (high impact, within days)');
  expect(await card()).not.toContain('how soon it is needed');
});
