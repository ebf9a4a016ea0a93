import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { movedFrom, movedTo } from '../../src/slack/triage/card-place.ts';
import { deskSettings } from '../../src/usecases/settings/configure-desk.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { ada, mia, openDesk, tom } from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

/** The windows behind the set-up: where requests go, and what emoji mean. */

function windowIn(answer: Answer): Modal {
  if (answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

/** The input in which rules are picked that are to go. */
function takenOut({ blocks }: Modal): string {
  return blocks.find(({ block_id }) => block_id?.startsWith('out'))?.block_id ?? '';
}

test('an admin says where requests go, one rule at a time', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ada);
  const opened = () => hands.opens('settings.routing', 'routing');
  const first = await opened();
  expect(viewAloud(first)).toMatchSnapshot('no rules yet');
  expect(errorsOf(await hands.submits(first, { kind: 'broken' }))).toMatchSnapshot('a rule without an end');
  expect(errorsOf(await hands.submits(first, { channel: 'C0URGENT' }))).toMatchSnapshot(
    'and without a start',
  );
  expect(errorsOf(await hands.submits(first, { kind: 'broken', channel: 'D0MIA' }))).toMatchSnapshot(
    'no channel',
  );
  const toMarketing = await hands.submits(first, { kind: 'broken', assignee: 'UMIA' });
  expect('modal' in toMarketing && viewAloud(toMarketing.modal)).toContain('@mia is not in IT.');

  expect(await hands.submits(first, { kind: 'broken', channel: 'C0URGENT' })).toEqual({ kind: 'nothing' });
  expect(await hands.submits(await opened(), { tool: 'CRM', assignee: 'UTOM' })).toEqual({ kind: 'nothing' });
  const second = await opened();
  expect(viewAloud(second)).toMatchSnapshot('two rules');
  expect(await hands.submits(await opened(), { kind: 'data', channel: 'C0DATA' })).toEqual({
    kind: 'nothing',
  });
  const newest = windowIn(await hands.submits(second, { [takenOut(second)]: ['0'] }));
  expect(viewAloud(newest)).toContain('The rules were changed meanwhile.');
  // Slack keeps what was picked in an input whose name stays, and by now that place is another rule's.
  expect(takenOut(newest)).not.toEqual(takenOut(second));
  expect(await hands.submits(newest, { [takenOut(newest)]: ['0', '2'] })).toEqual({ kind: 'nothing' });
  expect((await deskSettings(desk.desk)).settings.routing).toEqual([{ tool: 'CRM', assignee: tom }]);
  const last = await opened();
  expect(await handsOf(desk, mia).submits(last, { [takenOut(last)]: ['0'] })).toMatchObject({ kind: 'tell' });
});

test('an admin changes what emoji mean; one emoji has one meaning', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, ada);
  const window: Modal = await hands.opens('settings.emoji', 'emoji');
  expect(viewAloud(window)).toMatchSnapshot();
  expect(errorsOf(await hands.submits(window, { deliver: ':tada: :eyes:', keep: 'ticket' }))).toMatchSnapshot(
    'taken already',
  );
  expect(errorsOf(await hands.submits(window, { share: '<b>' }))).toMatchSnapshot('no emoji');
  const saved = await hands.submits(window, {
    claim: ':raised_hand::skin-tone-2: eyes, :+1:',
    decline: null,
  });
  expect(saved).toEqual({ kind: 'nothing' });
  expect((await deskSettings(desk.desk)).settings.reactions).toMatchObject({
    ...{ claim: ['raised_hand', 'eyes', '+1'], decline: [], keep: ['pushpin'] },
  });
  const long = Array.from({ length: 10 }, (_, index) => `:${'custom_emoji_'.repeat(6)}${index}:`).join(' ');
  expect(await hands.submits(window, { share: long })).toEqual({ kind: 'nothing' });
  expect(await handsOf(desk, mia).presses('settings.emoji', 'emoji')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, mia).submits(window)).toMatchObject({ kind: 'tell' });
});

test('a card that moved says so in both places', async () => {
  const desk = await openDesk();
  const view = await desk.view(await desk.ask());
  expect(messageAloud(movedTo(view, 'C0URGENT'))).toMatchSnapshot('where it was');
  expect(messageAloud({ text: '', blocks: [movedFrom('C0TRIAGE')] })).toMatchSnapshot('where it is');
});
