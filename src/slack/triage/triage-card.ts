import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { firstPending } from '../../domain/checks/standing.ts';
import { amendmentToSign } from '../../domain/request/ball.ts';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { ReactionMeaning } from '../../domain/settings/reactions.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { agreementButtons } from '../agreement/buttons.ts';
import { onCard } from '../agreement/definition.ts';
import { checkBlocks } from '../checks/check-blocks.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { responsibilityBlocks } from '../responsibility/responsibility-line.ts';
import { closedBlocks } from '../wording/closed.ts';
import { itsChannel } from '../wording/reader.ts';
import { askedBlocks, doneBlocks, headBlocks, titleLine } from '../wording/request-blocks.ts';
import { placeOf } from '../wording/turn.ts';
import { moreMenu } from './more-menu.ts';
import { tickable, tickBlocks } from './tick.ts';

/** The one card of a request in IT's channel, as it is now. */
export function triageCard(view: RequestView, now: Instant): Message {
  const text = `${inline(titleLine(view), ours.title)} · ${placeOf(view, itsChannel)}`;
  if (!isOpen(view.request)) return { text, blocks: closedBlocks(view, itsChannel) };
  const ticks = tickable(view);
  const blocks: KnownBlock[] = [
    ...headBlocks(view, itsChannel, now),
    ...askedBlocks(view),
    ...responsibilityBlocks(view),
    ...checkBlocks(view, itsChannel),
    ...(ticks.length > 0 ? tickBlocks(ticks) : []),
    ...doneBlocks(view, itsChannel, {
      sides: ticks.length > 0 ? ['marketing'] : ['it', 'marketing'],
      fold: onCard,
    }),
    ...actions([...buttonsFor(view), ...moreMenu(view.request, 'it')]),
    context(hintFor(view)),
  ];
  return { text, blocks };
}

/** What IT can do next, the likeliest first. */
function buttonsFor(view: RequestView): ActionsBlockElement[] {
  const { request } = view;
  const { id, headsUp, state, assignee } = request;
  const claim = assignee
    ? button('Give it back', 'request.release', id)
    : button('Take it', 'request.claim', id);
  const ask = button('Ask…', 'request.ask', id);
  const hold = button('Hold…', 'request.hold', id);
  const decline = button('Decline…', 'request.decline', id);
  switch (state.status) {
    case 'new':
      return headsUp
        ? [
            button('Note it', 'request.note', id, { style: 'primary' }),
            ...(view.brief.details?.vendorCall
              ? [button('I’ll join the call', 'request.join-call', id)]
              : []),
            claim,
            ask,
            decline,
          ]
        : [
            ...(firstPending(request.checks, 'accepting')
              ? []
              : [button('Accept…', 'request.accept', id, { style: 'primary' })]),
            claim,
            ask,
            button('Suggest another way…', 'request.counter', id),
            hold,
            decline,
          ];
    case 'needs-info':
    case 'countered':
    case 'checking':
      return [claim, decline];
    case 'agreeing':
      return [...agreementButtons(view, 'it'), claim];
    case 'in-progress':
      return [
        ...(amendmentToSign(request) || firstPending(request.checks)
          ? []
          : [button('Finish and deliver…', 'request.deliver', id, { style: 'primary' })]),
        ...agreementButtons(view, 'it'),
        ask,
        hold,
        claim,
      ];
    case 'on-hold':
      return [button('Take it off hold', 'request.resume', id, { style: 'primary' }), claim];
    case 'contested':
      return [button('Decide about it…', 'request.rule', id, { style: 'primary' })];
    default:
      return [];
  }
}

/** Which words stay where, and what emoji do here, as the settings have it. */
function hintFor({ request, settings: { reactions } }: RequestView): string {
  const does = (meaning: ReactionMeaning, what: string) =>
    reactions[meaning].slice(0, 1).map((name) => `:${name}: ${what}`);
  const onCard = [
    ...(request.assignee ? [] : does('claim', 'takes it')),
    ...(request.state.status === 'in-progress' ? does('deliver', 'delivers it') : []),
  ];
  const onMessage = [...does('ask', 'asks it'), ...does('share', 'shares it'), ...does('keep', 'keeps it')];
  return [
    `What IT writes and attaches here stays with IT${onMessage.length > 0 ? `; on a message of yours ${onMessage.join(', ')}` : ''}`,
    ...onCard,
    `\`/martech-request show ${requestKey(request.number)}\` has everything`,
  ].join(' · ');
}
