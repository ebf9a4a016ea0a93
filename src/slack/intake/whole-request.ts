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
  const above: KnownBlock[] = [
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
  ];
  const told = folded(
    facts.map(({ blocks }) => blocks),
    limits.viewBlocks - above.length,
  );
  return readingModal(requestKey(request.number), [...above, ...told]);
}

/** The newest of what happened, as much of it as there is room for. */
function folded(facts: readonly KnownBlock[][], room: number): KnownBlock[] {
  const shown: KnownBlock[] = [];
  for (const [index, blocks] of facts.entries()) {
    const isLast = index === facts.length - 1;
    if (shown.length + blocks.length + (isLast ? 0 : 1) > room)
      return [...shown, context(`… and ${facts.length - index} more before that.`)];
    shown.push(...blocks);
  }
  return shown;
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
