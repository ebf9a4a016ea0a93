import type { KnownBlock } from '@slack/types';
import type { AnyRefusal } from '../../usecases/outcome.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { agreementButtons } from '../agreement/buttons.ts';
import { criterionText, onCard } from '../agreement/definition.ts';
import type { Message } from '../conversation.ts';
import { actions, button, richText, section } from '../kit/blocks.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** Why an emoji did not do what it says, for the eyes of whoever put it there, with a way on where there is one. */
export function whisperOf(view: RequestView, refusal: AnyRefusal): Message {
  const text = sentenceFor(refusal, view.request);
  return { text, blocks: [section(text), ...wayOn(view, refusal)] };
}

function wayOn(view: RequestView, refusal: AnyRefusal): KnownBlock[] {
  switch (refusal.code) {
    case 'criteria-open': {
      const open = view.inForce?.criteria.filter(({ id }) => refusal.open.includes(id)) ?? [];
      const lines = open.slice(0, onCard.most).map((each) => `○ ${criterionText(each, onCard.longest)}`);
      return [
        ...(lines.length > 0 ? [richText([{ type: 'text', text: lines.join('\n') }])] : []),
        ...actions([button('Finish and deliver…', 'request.deliver', view.request.id, { style: 'primary' })]),
      ];
    }
    case 'amendment-open':
      return actions(agreementButtons(view, 'it'));
    default:
      return [];
  }
}
