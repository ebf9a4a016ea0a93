import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { staysWithIt } from '../../domain/request/words.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Instant } from '../../domain/time.ts';
import type { SeenRequest } from '../../usecases/request/look-up-request.ts';
import { unfolded } from '../agreement/definition.ts';
import { checkBlocks } from '../checks/check-blocks.ts';
import { decisionBlocks } from '../checks/check-message.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, quote, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { limits, ours } from '../kit/limits.ts';
import { readingModal } from '../kit/modal.ts';
import { clockBlocks, settingsChanges } from '../promises/clock-blocks.ts';
import { responsibilityBlocks } from '../responsibility/responsibility-line.ts';
import { statesInWords } from '../stack/words.ts';
import { happened, wordsOf } from '../wording/events.ts';
import { nameFor, objectFor, type Reader } from '../wording/reader.ts';
import { askedBlocks, doneBlocks, headBlocks } from '../wording/request-blocks.ts';

// Each fact takes a block or two, and a window has room for a hundred.
const factsShown = 40;

/** Everything about a request in one window: nothing folded, and its history, newest first. */
export function wholeRequest(
  { view, reader: actor, tool }: SeenRequest,
  person: PersonId,
  now: Instant,
): Modal {
  const reader: Reader = { side: actor.side, person };
  const { request, history, policies } = view;
  const facts = [
    ...history
      .filter((event) => reader.side === 'it' || !staysWithIt(event))
      .map((event) => ({ at: event.at, blocks: factBlocks(event, view, reader) })),
    ...settingsChanges(policies).map(({ at, line }) => ({ at, blocks: [context(line)] })),
  ]
    .sort((a, b) => a.at - b.at)
    .reverse();
  const rest = facts.length - factsShown;
  return readingModal(requestKey(request.number), [
    ...headBlocks(view, reader, now),
    ...clockBlocks(view, now),
    ...askedBlocks(view, limits.inputText),
    ...(tool ? toolBlocks(tool) : []),
    ...responsibilityBlocks(view),
    ...checkBlocks(view, reader),
    ...decisionBlocks(view, person),
    ...doneBlocks(view, reader, { sides: ['it', 'marketing'], fold: unfolded }),
    { type: 'divider' },
    section('*What happened*'),
    ...facts.slice(0, factsShown).flatMap(({ blocks }) => blocks),
    ...(rest > 0 ? [context(`… and ${rest} more before that.`)] : []),
  ]);
}

function toolBlocks({ id, name, state }: Tool): KnownBlock[] {
  return [
    context(`In the stack: *${inline(name, ours.name)}* · ${statesInWords[state]}`),
    ...actions([button('Show the tool', 'stack.show', id)]),
  ];
}

function factBlocks(event: RequestEvent, view: SeenRequest['view'], reader: Reader): KnownBlock[] {
  const sentence = happened(event, view, {
    subject: (person) => nameFor(reader, person),
    object: (person) => objectFor(reader, person),
  });
  const words = wordsOf(event, view);
  return [context(`${moment(event.at)} · ${sentence}`), ...(words ? [quote(words, limits.inputText)] : [])];
}
