import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { userOf } from '../../src/domain/person.ts';
import { requestKinds } from '../../src/domain/request/kind.ts';
import type { Modal } from '../../src/slack/conversation.ts';
import { clean, oneLine } from '../../src/slack/kit/escape.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { inputsOf, tools, typedInto } from './support/any-answer.ts';
import { mia, openDesk, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf, valuesOf } from './support/window.ts';

const harbor = sampleTool({ name: 'Harbor', category: 'crm' }, { id: 'HARBOR' });
/** The window of a kind with all of its questions, where "just looking" has its own. */
async function wholeWindow(desk: TestDesk, kind: string): Promise<Modal> {
  const hands = handsOf(desk, mia);
  const opened = await hands.types('');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const view = { id: 'V', hash: 'h', metadata: opened.modal.private_metadata ?? '' };
  const values = valuesOf(opened.modal, { kind });
  const looking = { ...values, where: { where: { selected_option: { value: 'looking' } } } };
  const answer = await hands.presses('intake.more', 'more', {
    view: { ...view, values: kind === 'tool' ? looking : values },
  });
  if (answer.kind !== 'update') throw new Error(answer.kind);
  return answer.modal;
}

const elsewhere = new Set([
  'title',
  'outcome',
  'link',
  'needed',
  'impact',
  'urgency',
  'requester',
  'informed',
  'files',
]);

test.each(requestKinds)('whatever is typed into the window for %s is in the history', async (kind) => {
  const desk = await openDesk();
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([harbor])));
  const modal = await wholeWindow(desk, kind);
  const hands = handsOf(desk, mia);
  let number = 0;
  await fc.assert(
    fc.asyncProperty(typedInto(modal), async (typed) => {
      let answer = await hands.submits(modal, typed);
      // What there is to see before it is sent is shown once; then it goes.
      if (answer.kind === 'update') {
        // Slack keeps chosen files by itself: no initial value can hold them.
        answer = await hands.submits(answer.modal, { files: typed.files ?? [] });
      }
      expect(answer).toEqual({ kind: 'nothing' });
      number += 1;
      const { id = '' } = (await desk.desk.store.requestByNumber('T1', number)) ?? {};
      const { request, brief, proposed, history } = await desk.view(id);
      const [first] = history;
      if (first?.type !== 'RequestSubmitted') throw new Error('no beginning');

      const text = (field: string) => clean(String(typed[field] ?? '')).trim() || null;
      expect(brief.title).toBe(oneLine(text('title') ?? ''));
      expect([brief.outcome, brief.link]).toEqual([text('outcome'), text('link')]);
      expect(first.neededBy).toBe(typed.needed ?? null);
      if (typed.impact) {
        const degrees = [typed.impact, typed.urgency].map((each) => (each === 'open' ? '2' : each));
        expect([first.impact, first.urgency].map(String)).toEqual(degrees);
        const unsure = ['impact', 'urgency'].filter((id) => typed[id] === 'open');
        expect(brief.details?.unsure ?? []).toEqual(unsure);
      }
      expect(userOf(first.requester)).toBe(typed.requester ?? userOf(mia));
      const informed = [typed.informed ?? []]
        .flat()
        .filter((user) => ![userOf(first.requester), userOf(mia)].includes(user));
      expect(request.followers.map(userOf)).toEqual(informed);
      expect((await desk.desk.store.attachments(id)).map(({ name }) => name)).toEqual(typed.files);
      const details: Record<string, unknown> = brief.details ?? {};
      expect([brief.tool ?? null, details.tool ?? null]).toEqual(tools.get(text('tool')) ?? [null, null]);
      for (const [field, value] of Object.entries(typed)) {
        if (elsewhere.has(field) || field === 'tool') continue;
        if (field.startsWith('marketing-')) {
          const own = (text(field) ?? '').split('\n').map(oneLine).filter(Boolean);
          expect(proposed?.criteria.map((each) => each.text)).toEqual(expect.arrayContaining(own));
        } else if (Array.isArray(value)) expect(details[field] ?? []).toEqual(value);
        else expect(details[field] ?? null).toEqual(text(field));
      }
    }),
    { numRuns: 25 },
  );
});

function invalidFor({ element }: InputBlock): string | string[] {
  switch (element.type) {
    case 'plain_text_input':
      return 'x'.repeat((element.max_length ?? 3000) + 1);
    case 'external_select':
      return 'x'.repeat(301);
    case 'datepicker':
      return '2026-03-01';
    case 'checkboxes':
      return ['no-such-box'];
    case 'multi_users_select':
      return ['UGUS'];
    case 'users_select':
      return 'UGUS';
    case 'file_input':
      return ['film.mov 200000000'];
    default:
      return 'no-such-option';
  }
}

test.each(requestKinds)(
  'an invalid value in the window for %s is an error on exactly its field',
  async (kind) => {
    const desk = await openDesk();
    const modal = await wholeWindow(desk, kind);
    const hands = handsOf(desk, mia);
    for (const block of inputsOf(modal)) {
      const typed = { title: 'A form', [block.block_id]: invalidFor(block) };
      const errors = errorsOf(await hands.submits(modal, typed));
      expect(Object.keys(errors), block.block_id).toEqual([block.block_id]);
    }
    expect(await desk.desk.store.countOpenRequests('T1')).toBe(0);
  },
);
