import type { Button, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestWaiting } from '../../usecases/home/waiting-on.ts';
import type { ActionHandler, Message } from '../conversation.ts';
import { actions, button, quote, section } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { clean, oneLine } from '../kit/escape.ts';
import type { Fields } from '../kit/fields.ts';
import { filledIn } from '../kit/filled-in.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { opens } from '../kit/on-request.ts';
import { waitingLine } from '../wording/waiting.ts';
import { answerModal } from './answer.ts';

/** An offer to start a request: a sentence and one button, which carries what is known already. */

const draftSchema = z.strictObject({
  title: z.string(),
  outcome: z.string().nullable(),
  link: z.string().nullable(),
});

type Draft = z.infer<typeof draftSchema>;

const answeringSchema = z.strictObject({ request: z.string(), words: z.string() });

/** Words that may be the answer to a question about this request. */
type Answering = z.infer<typeof answeringSchema>;

const nothingToAnswer: Answering = { request: '', words: '' };

interface OnWaiting {
  settings: Settings;
  now: Instant;
}

// A button's value has room for 2,000 characters, of which escaping may take as many again.
const mostCarried = 700;

/** A message as the beginning of a request: its first line is the title, and what is longer stands in full below. */
export function draftFrom(text: string, link: string | null): Draft {
  const whole = clean(text).trim();
  const title = cut(oneLine(whole.split('\n')[0] ?? ''), ours.title);
  return { title, outcome: title === whole ? null : whole, link };
}

export function typedFrom({ title, outcome, link }: Draft): Fields {
  return { title, outcome, link };
}

/** What the button of an offer carries; nothing if somebody altered it. */
export function readDraft(value: string | null): Fields {
  const draft = draftSchema.safeParse(parsedJson(value ?? '')).data;
  return draft ? typedFrom(draft) : {};
}

/**
 * In answer to a direct message to the app. Whoever is waited for may have meant to answer: what waits on them stands
 * first, each with the button that takes the words along.
 */
export function offerOnMessage(
  words: string | null,
  waiting: readonly RequestWaiting[],
  on: OnWaiting,
): Message {
  const draft = draftFrom(words ?? '', null);
  if (waiting.length === 0) {
    return offer(
      'I am the desk between marketing and IT. Shall I make a request of this? You can change everything before it is sent.',
      draft,
    );
  }
  const text = 'Is this about one of these, or is it something new? Nothing is sent before you say so.';
  return {
    text,
    blocks: [
      section(text),
      ...said(draft),
      ...waiting.map((each): KnownBlock => {
        const { text: line, button: usual } = waitingLine(each, on.settings, on.now);
        const { what, request } = each;
        const answer: Answering = { request: request.id, words: cut(clean(words ?? ''), mostCarried) };
        const carrying = { ...usual, action_id: 'intake.answer', value: JSON.stringify(answer) };
        return { ...section(line), accessory: what === 'answer' ? carrying : usual };
      }),
      ...actions([startButton('Start a new request', draft)]),
    ],
  };
}

/** Opens the window to answer in, with the words of the message in it. */
export const answerFromOffer: ActionHandler = (call) => {
  const { request, words } = answeringSchema.safeParse(parsedJson(call.value ?? '')).data ?? nothingToAnswer;
  const opensFilled = opens('answer', (on) => filledIn(answerModal(on), { answer: words }));
  return opensFilled({ ...call, value: request });
};

/** For the author of a message that somebody marked with 🎫. */
export function offerOnMark(words: string, link: string | null): Message {
  return offer(
    'Somebody marked your message with :ticket:. Shall it become a request to IT? You can change everything before it is sent.',
    draftFrom(words, link),
  );
}

function offer(text: string, draft: Draft): Message {
  const start: Button = { ...startButton('Start the request', draft), style: 'primary' };
  return { text, blocks: [section(text), ...said(draft), ...actions([start])] };
}

function said({ title }: Draft): KnownBlock[] {
  return title ? [quote(title, ours.title)] : [];
}

function startButton(label: string, draft: Draft): Button {
  const carried = { ...draft, outcome: draft.outcome && cut(draft.outcome, mostCarried) };
  return button(label, 'intake.start', JSON.stringify(carried));
}
