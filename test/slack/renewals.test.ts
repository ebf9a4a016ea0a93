import { expect, test } from 'vitest';
import type { Reached, RenewalVerdict } from '../../src/domain/stack/renewal.ts';
import { renewalMessage } from '../../src/slack/stack/renewal-message.ts';
import { answerRenewal } from '../../src/usecases/stack/renewals.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { gus, ines, lea, mia, openDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

const nasty = '<!channel> *bold* <https://evil|https://bank>';

const term = { topic: 'renewal', tool: nasty, contractEnd: '2026-08-01', after: 0 } as const;

async function withTool(technicalOwner = 'UINES') {
  const desk = await openDesk();
  const tool = sampleTool({
    ...{ name: nasty, purpose: nasty, seats: '1200', cost: '12000', currency: 'EUR' },
    ...{ business_owner: 'UMIA', technical_owner: technicalOwner },
    ...{ contract_end: '2026-08-01', notice_days: '90' },
  });
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([tool])));
  const say = async (matter: 'first' | 'second' | 'leads' | 'disagreement' | 'decided', to = mia) => {
    const message = await renewalMessage(desk.desk, { ...term, matter }, to);
    return message && messageAloud(message);
  };
  const answer = (person: typeof mia, verdict: RenewalVerdict, reached: Reached, words: string | null) =>
    answerRenewal(desk.desk, {
      ...{ person, cause: `${person}:${verdict}`, tool: nasty, contractEnd: '2026-08-01' },
      ...{ verdict, reached, words },
    });
  return { desk, say, answer };
}

test('what owners and leads are told before a contract goes on', async () => {
  const { desk, say, answer } = await withTool();
  expect(await say('first')).toMatchSnapshot('first');
  expect(await say('second')).toMatchSnapshot('second');
  expect(await say('leads', lea)).toMatchSnapshot('leads');
  expect(await say('disagreement')).toBeNull();
  await answer(mia, 'retire', 'no', nasty);
  expect(await say('second')).toBeNull();
  await answer(ines, 'keep', 'yes', null);
  expect(await say('disagreement')).toMatchSnapshot('disagreement');
  const hands = handsOf(desk, ines);
  expect(viewAloud(await hands.opens('renewal.answer', nasty))).toMatchSnapshot('the form');
  expect(viewAloud(await hands.opens('stack.show', nasty))).toContain('*Before it renews* · The two owners');
  await answer(ines, 'retire', 'partly', null);
  expect(await say('decided')).toMatchSnapshot('decided');
});

test('where an owner has left, the other learns it, and what was altered is refused', async () => {
  const { desk, say } = await withTool('UGUS');
  expect(await say('first')).toContain('@gus has left, so the question is yours.');
  expect(await say('first', gus)).toBeNull();
  const hands = handsOf(desk, mia);
  expect(await hands.presses('renewal.answer', 'nowhere')).toMatchObject({ kind: 'tell' });
  const form = await hands.opens('renewal.answer', nasty);
  const altered = await hands.submits({ ...form, private_metadata: '{"tool":"__proto__"}' });
  expect(JSON.stringify(altered)).toContain('out of date');
});
