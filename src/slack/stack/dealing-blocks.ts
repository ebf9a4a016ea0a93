import type { KnownBlock } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import type { ToolStage, ToolWish } from '../../domain/stack/following.ts';
import type { ToolView } from '../../usecases/stack/look-up-tool.ts';
import type { RequestAbout } from '../../usecases/stack/requests-about.ts';
import { actions, button, context, menu, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { reviewInWords } from './review-words.ts';

/** Looks at a tool that was bought first, and what people asked for about it. */
export function dealingBlocks({ dealings }: ToolView): KnownBlock[] {
  const { reviews, requests } = dealings;
  return [
    ...reviews
      .slice(0, 3)
      .flatMap(({ review, owner }) => [
        section(`*A look at it* · ${reviewInWords(review, owner)}`),
        ...(review.result ? [] : actions([button('Say what becomes of it…', 'review.end', review.request)])),
      ]),
    ...(requests.length > 0 ? [section('*Requests about it*'), context(...requests.map(line))] : []),
    ...actions(
      menu(
        'Show a request…',
        'request.show',
        requests.map(({ request, title }) => ({
          text: `${requestKey(request.number)} ${title}`,
          value: request.id,
        })),
      ),
    ),
  ];
}

function line({ request, title, link }: RequestAbout): string {
  return `${requestKey(request.number)} · ${inline(title, ours.name)} · ${wishes[link.wish]}, ${stages[link.stage]}`;
}

const wishes: Record<ToolWish, string> = {
  get: 'to have it',
  bought: 'to make it safe and useful',
  shrink: 'to have less of it',
  retire: 'to let it end',
  about: 'about it',
};

const stages: Record<ToolStage, string> = {
  asked: 'asked for',
  agreed: 'under way',
  done: 'done',
  refused: 'declined',
  dropped: 'taken back',
};
