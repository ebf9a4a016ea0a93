import { expect, test } from 'vitest';
import { handleEvent } from '../../src/slack/events.ts';
import { ines, mia, openDesk } from './support/desk.ts';

const card = { channel: 'D0MIA', ts: '1772442000.000100' };

/** A message in the thread of Mia's card, as Slack tells of it. */
function written(event: object) {
  const message = { type: 'message', channel: card.channel, channel_type: 'im', user: 'UMIA', ...event };
  const payload = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: message };
  return { id: 'Ev1', workspace: 'T1', body: JSON.stringify(payload), receivedAt: 0 };
}

test('an answer counts, too, if its author ticked “Also send to channel”', async () => {
  const { desk, ask, give, view } = await openDesk();
  const request = await ask();
  await give(request, ines, { type: 'ask', question: 'Which form?' });
  await desk.store.write((transaction) =>
    transaction.saveLocation({
      ...{ workspace: 'T1', ...card, threadTs: null, request, purpose: 'private-card', recipient: mia },
      ...{ event: null, supersededAt: null },
    }),
  );
  const reply = { text: 'The old one', ts: '1772442100.000200', thread_ts: card.ts };
  await handleEvent(desk, written({ ...reply, subtype: 'thread_broadcast' }));
  const { request: after, history, said } = await view(request);
  expect(after.state.status).toBe('new');
  const answer = history.find((event) => event.type === 'QuestionAnswered');
  expect(answer?.type === 'QuestionAnswered' && said(answer.answer)).toBe('The old one');
});
