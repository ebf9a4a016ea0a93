import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import { daysToReopen } from '../../domain/request/patience.ts';
import { isOpen } from '../../domain/request/request.ts';
import { dayMs, type Instant } from '../../domain/time.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { agreementButtons } from '../agreement/buttons.ts';
import { onCard } from '../agreement/definition.ts';
import { lookingBackButtons } from '../agreement/looking-back.ts';
import { checkBlocks } from '../checks/check-blocks.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { responsibilityBlocks } from '../responsibility/responsibility-line.ts';
import { moreMenu } from '../triage/more-menu.ts';
import { closedBlocks } from '../wording/closed.ts';
import type { Reader } from '../wording/reader.ts';
import { askedBlocks, doneBlocks, headBlocks, titleLine } from '../wording/request-blocks.ts';
import { placeOf } from '../wording/turn.ts';

/** The card that a requester, or whoever filed the request, has in their direct messages. */
export function privateCard(view: RequestView, recipient: PersonId, now: Instant): Message {
  const { request } = view;
  const isTheirs = recipient === request.requester || recipient === request.author;
  const reader: Reader = { side: isTheirs ? 'marketing' : null, person: recipient };
  const buttons = isTheirs ? actions([...buttonsFor(view, now), ...moreMenu(request, 'marketing')]) : [];
  const text = `${inline(titleLine(view), ours.title)} · ${placeOf(view, reader)}`;
  if (!isOpen(request)) return { text, blocks: [...closedBlocks(view, reader), ...buttons] };
  const blocks: KnownBlock[] = [
    ...headBlocks(view, reader, now),
    ...askedBlocks(view),
    ...responsibilityBlocks(view),
    ...checkBlocks(view, reader),
    ...doneBlocks(view, reader, { sides: ['it', 'marketing'], fold: onCard }),
    ...buttons,
    context(isTheirs ? hintFor(view) : hintForOthers(view, recipient)),
  ];
  return { text, blocks };
}

/** What marketing can do next, the likeliest first. */
function buttonsFor(view: RequestView, now: Instant): ActionsBlockElement[] {
  const { id, state, headsUp, lastAnswered } = view.request;
  const edit = button('Edit…', 'request.edit', id);
  const withdraw = button('Withdraw', 'request.withdraw', id, {
    confirm: {
      title: 'Withdraw this request?',
      text: 'IT stops here. You can always ask again.',
      yes: 'Withdraw',
      no: 'Keep it',
    },
  });
  const again = button('Ask again…', 'request.again', id);
  const more = lastAnswered ? [button('I have more to add', 'request.more-to-come', id)] : [];
  switch (state.status) {
    case 'new':
      return [
        ...(headsUp ? [button('Ask for it now', 'request.raise', id, { style: 'primary' })] : []),
        ...more,
        edit,
        withdraw,
      ];
    case 'needs-info':
      return [button('Answer…', 'request.answer', id, { style: 'primary' }), edit, withdraw];
    case 'countered':
      return [
        button('Do it that way', 'request.take-alternative', id, { style: 'primary' }),
        button('Keep my request…', 'request.refuse-alternative', id),
        withdraw,
      ];
    case 'agreeing':
      return [...agreementButtons(view, 'marketing'), withdraw];
    case 'in-progress':
      return [...agreementButtons(view, 'marketing'), ...more, withdraw];
    case 'on-hold':
      return state.waitsFor.party === 'marketing'
        ? [button('It can go on', 'request.resume', id, { style: 'primary' }), withdraw]
        : [withdraw];
    case 'checking':
    case 'contested':
      return [withdraw];
    case 'delivered':
      return [
        button('All good', 'request.confirm', id, { style: 'primary' }),
        button('Not yet…', 'request.reject', id),
      ];
    case 'done':
      return [
        ...lookingBackButtons(view),
        ...(now - state.closedAt <= daysToReopen * dayMs
          ? [button('Something is not right…', 'request.reopen', id)]
          : []),
        again,
      ];
    case 'declined':
      return state.final ? [again] : [button('Ask IT’s lead to look again…', 'request.contest', id), again];
    case 'noted':
      return [button('Ask for it now', 'request.raise', id, { style: 'primary' })];
    case 'withdrawn':
    case 'merged':
      return [again];
  }
}

const brokered =
  'You read along for both sides: their words come here first. What you write in this thread goes to both.';

function hintForOthers(view: RequestView, recipient: PersonId): string {
  const { broker, followers } = view.request;
  if (recipient === broker) return brokered;
  return followers.includes(recipient) || !wasHandedOver(view, recipient) ? followed : takenOver(view);
}

/** A former broker looks on, too. */
function wasHandedOver({ history }: RequestView, recipient: PersonId): boolean {
  return !history.some((event) => event.type === 'BrokerNamed' && event.broker === recipient);
}

const followed = 'You follow this request. Its requester and IT act on it.';

function takenOver({ request }: RequestView): string {
  return `${mention(request.requester)} has taken this request over from you.`;
}

function hintFor({ request }: RequestView): string {
  return request.state.status === 'needs-info'
    ? 'Reply in this thread, and your reply is the answer. Files go along.'
    : 'What you write and attach in this thread goes to IT. What IT says among itself stays there.';
}
