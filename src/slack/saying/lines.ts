import type { PersonId } from '../../domain/person.ts';
import { ballOf } from '../../domain/request/ball.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { staysWithIt } from '../../domain/request/words.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { suggestionBlock } from '../agreement/definition.ts';
import type { Message } from '../conversation.ts';
import { context, quote, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { bringsTerms, happened, type Names, wordsOf } from '../wording/events.ts';
import { promisesOf } from '../wording/promise.ts';
import { itsChannel, type Reader } from '../wording/reader.ts';
import { placeOf, taskOf } from '../wording/turn.ts';

export type Audience = 'triage-thread' | 'private-thread';

/** What IT says among itself is for its broker besides, and not for whoever was that once. */
export function isToldTo(recipient: PersonId | null, { request }: RequestView, event: RequestEvent): boolean {
  return !staysWithIt(event) || (recipient !== null && recipient === request.broker);
}

/**
 * One fact as a line in a card's thread. A card that is edited makes no sound, so the line does, and only for whoever
 * has to act: nobody else is mentioned where it could ring.
 */
export function lineFor(
  view: RequestView,
  event: RequestEvent,
  audience: Audience,
  recipient: PersonId | null = null,
): Message {
  const { request } = view;
  const broker = recipient !== null && recipient === request.broker ? recipient : null;
  const reader: Reader = broker
    ? { side: null, person: broker }
    : audience === 'triage-thread'
      ? itsChannel
      : { side: 'marketing', person: request.requester };
  const next = broker ? null : nextToAct(view, audience);
  const sentence = happened(event, view, namesIn(view, reader, next));
  const words = wordsOf(event, view);
  const quoted = words ? [quote(words, ours.linePassage)] : [];
  // What it means for the requester comes before the reason.
  const meaningFirst = audience === 'private-thread' && saysMeaningFirst.has(event.type);
  const [promise] = promisesOf(view, reader, event.at);
  const isNamed = next === null || sentence.includes(mention(next));
  const place = `*${placeOf(view, reader)}*${isNamed ? '' : `, ${mention(next)}`}`;
  const turn = `${place} · ${promise ?? taskOf(view, reader)}`;
  return {
    text: `${requestKey(request.number)} · ${sentence}`,
    blocks: [
      ...(meaningFirst ? quoted : []),
      section(view.corrections.has(event.seq) ? `${sentence} _(edited)_` : sentence),
      ...(meaningFirst ? [] : quoted),
      ...(bringsTerms(event, view) ? suggestionBlock(view) : []),
      ...(broker && staysWithIt(event) ? [context('Only IT and you read this.')] : []),
      ...(isPlainTalk(event) ? [] : [section(turn)]),
    ],
  };
}

/** Where IT, or who owns a check, was asked for two lines: what it means, then why. */
const saysMeaningFirst: ReadonlySet<RequestEvent['type']> = new Set<RequestEvent['type']>([
  'RequestHeld',
  'RequestDeclined',
  'DefinitionProposed',
  'CheckChangesWanted',
]);

/** Nothing changed by it, so whose turn it is need not be said again. */
function isPlainTalk({ type }: RequestEvent): boolean {
  return type === 'CommentAdded' || type === 'DecisionKept';
}

/** Whoever in this thread has the next step; null if it is with nobody here by name. */
function nextToAct({ request, settings }: RequestView, audience: Audience): PersonId | null {
  const ball = ballOf(request);
  if (audience === 'private-thread') return ball?.party === 'marketing' ? request.requester : null;
  if (ball?.party !== 'it') return null;
  return ball.lead ? settings.leads.it : request.assignee;
}

/** In a direct message a mention rings for nobody; in the channel it would, so there the plain name stands for it. */
function namesIn(view: RequestView, reader: Reader, next: PersonId | null): Names {
  if (reader.person) {
    return {
      subject: (person) => (person === reader.person ? 'You' : mention(person)),
      object: (person) => (person === reader.person ? 'you' : mention(person)),
    };
  }
  const { request, settings } = view;
  const plainName = (person: PersonId) => {
    const name = view.nameOf(person);
    if (name) return inline(name, ours.name);
    if (person === request.requester) return 'the requester';
    if (person === request.author) return 'whoever filed it';
    if (person === settings.leads.marketing) return 'marketing’s lead';
    return person === settings.leads.it ? 'IT’s lead' : 'a colleague';
  };
  return {
    subject: (person) => (person === next ? mention(person) : sentenceCase(plainName(person))),
    object: (person) => (person === next ? mention(person) : plainName(person)),
  };
}
