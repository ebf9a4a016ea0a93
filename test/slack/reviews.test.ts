import { expect, test } from 'vitest';
import { reviewMessage } from '../../src/slack/stack/review-message.ts';
import { followRequest } from '../../src/usecases/request/follow-request.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { mia, omar, openDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

const nasty = '<!channel> *bold* <https://evil|https://bank>';

test('what is said about a tool that was bought first', async () => {
  const desk = await openDesk();
  const request = await desk.ask({
    kind: 'tool',
    brief: { title: nasty, outcome: nasty, link: null, details: { where: 'bought' } },
  });
  await followRequest(desk.desk, request);
  const say = async (matter: 'begun' | 'late' | 'until') => {
    const message = await reviewMessage(desk.desk, { topic: 'review', request, matter });
    return message && messageAloud(message);
  };
  expect(await say('begun')).toMatchSnapshot('begun');
  expect(await say('late')).toMatchSnapshot('late');
  expect(await say('until')).toBeNull();

  const hands = handsOf(desk, omar);
  const form = await hands.opens('review.end', request);
  expect(viewAloud(form)).toMatchSnapshot('the form');
  const send = (values: Record<string, string>) => hands.submits(form, values);
  expect(await send({ verdict: 'conditions', until: '2026-05-01' })).toMatchObject({
    errors: { words: 'Please say under which conditions.' },
  });
  expect(await send({ verdict: 'unwind', until: '2026-01-01' })).toMatchObject({ kind: 'errors' });
  expect(await send({ verdict: 'conditions', until: '2026-05-01', words: nasty })).toMatchObject({
    kind: 'update',
  });
  expect(await say('late')).toBeNull();
  expect(await say('until')).toMatchSnapshot('until');
  expect(await handsOf(desk, mia).presses('review.end', request)).toMatchObject({ kind: 'tell' });
  const tool = (await desk.desk.store.toolRequest(request))?.tool ?? '';
  expect(viewAloud(await hands.opens('stack.show', tool))).toMatchSnapshot('the tool');
});
