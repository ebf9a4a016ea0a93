import type { Button } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant } from '../../domain/time.ts';
import type { AnyRefusal } from '../../usecases/outcome.ts';
import type { RequestView } from '../../usecases/request-view.ts';
import { agreementButtons } from '../agreement/buttons.ts';
import { criterionText } from '../agreement/definition.ts';
import type { Message } from '../conversation.ts';
import { actions, button, richText, section } from '../kit/blocks.ts';
import { ours } from '../kit/limits.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** Why an emoji did not do what it says, for the eyes of whoever put it there, with a way on. */
export function whisperOf(view: RequestView, refusal: AnyRefusal, _now: Instant): Message {
  const text = sentenceFor(refusal, view.request);
  return { text, blocks: [section(text), ...openCriteria(view, refusal), ...actions(waysOn(view, refusal))] };
}
