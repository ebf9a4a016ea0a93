import { z } from 'zod';
import type { Prompt } from '../../usecases/saying/outbox.ts';
import { dropHeld, sendHeld } from '../../usecases/threads/send-held.ts';
import type { ActionHandler, Message } from '../conversation.ts';
import { actions, button, section } from '../kit/blocks.ts';
import { parsedJson } from '../kit/metadata.ts';
import { sentence, tell } from '../kit/notice.ts';
import { secretInWords } from '../kit/secrets.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** In the author's own thread, below what they wrote, which it does not repeat. */
export function heldReplyMessage({ channel, ts, secret }: Extract<Prompt, { about: 'held-reply' }>): Message {
  const text = `This looks as if ${secretInWords[secret]} is in it, so it has not gone to IT.`;
  const value = JSON.stringify({ channel, ts });
  return {
    text,
    blocks: [
      section(
        `:warning: *${text}* All of IT could read it, and it would be kept. Edit your message to take it out, and it goes by itself.`,
      ),
      ...actions([button('Send it as it is', 'held.send', value), button('Don’t send', 'held.drop', value)]),
    ],
  };
}

/** Ids only: whose words they are is looked up. */
const placeSchema = z.strictObject({ channel: z.string().max(40), ts: z.string().max(40) });

export const sendAsItIs = choice(sendHeld, 'Sent as it was. IT reads it now.');
export const keepToMyself = choice(dropHeld, 'Not sent. Only you can read it.');

function choice(act: typeof sendHeld, afterwards: string): ActionHandler {
  return async ({ desk, person, cause, value }) => {
    const place = placeSchema.safeParse(parsedJson(value ?? '')).data;
    const outcome = place && (await act(desk, { ...place, person, cause }));
    if (outcome?.ok) return { kind: 'tell', message: sentence(afterwards), replaces: true };
    return tell(sentenceFor(outcome?.refusal ?? { code: 'nothing-held' }, null));
  };
}
