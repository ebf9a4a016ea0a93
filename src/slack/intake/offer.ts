import { z } from 'zod';
import type { Message } from '../conversation.ts';
import { actions, button, quote, section } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { clean, oneLine } from '../kit/escape.ts';
import type { Fields } from '../kit/fields.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';

/** An offer to start a request: a sentence and one button, which carries what is known already. */

const draftSchema = z.strictObject({
  title: z.string(),
  outcome: z.string().nullable(),
  link: z.string().nullable(),
});

type Draft = z.infer<typeof draftSchema>;

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

/** In answer to a direct message to the app. */
export function offerOnMessage(words: string | null): Message {
  return offer(
    'I am the desk between marketing and IT. Shall I make a request of this? You can change everything before it is sent.',
    draftFrom(words ?? '', null),
  );
}

/** For the author of a message that somebody marked with 🎫. */
export function offerOnMark(words: string, link: string | null): Message {
  return offer(
    'Somebody marked your message with :ticket:. Shall it become a request to IT? You can change everything before it is sent.',
    draftFrom(words, link),
  );
}

function offer(text: string, draft: Draft): Message {
  const carried = { ...draft, outcome: draft.outcome && cut(draft.outcome, mostCarried) };
  return {
    text,
    blocks: [
      section(text),
      ...(draft.title ? [quote(draft.title, ours.title)] : []),
      ...actions([
        button('Start the request', 'intake.start', JSON.stringify(carried), { style: 'primary' }),
      ]),
    ],
  };
}
