import { z } from 'zod';
import { secretIn } from '../../domain/intake/secrets.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { Crossing, OutboxSubject } from '../../usecases/saying/outbox.ts';
import { sendAcross } from '../../usecases/threads/send-across.ts';
import type { ActionHandler, Message } from '../conversation.ts';
import { actions, button, quote, section } from '../kit/blocks.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { sentence, tell } from '../kit/notice.ts';
import { secretInWords } from '../kit/secrets.ts';
import { sentenceFor } from '../wording/refusals.ts';

type PromptSubject = Extract<OutboxSubject, { kind: 'consent' }>;

/** What an emoji asks of one person before anything happens; null if the words are no longer kept. */
export async function promptOf(
  { store }: Desk,
  view: RequestView,
  { prompt, channel, recipient }: PromptSubject,
): Promise<Message | null> {
  const { request } = view;
  const requester = mention(request.requester);
  if (prompt.type === 'decline') {
    const text = `To decline ${requestKey(request.number)}, please tell ${requester} why.`;
    return { text, blocks: [section(text), ...actions([button('Decline…', 'request.decline', request.id)])] };
  }
  const { as, ts, words, suggestedBy } = prompt;
  const text = (await store.words([words])).get(words);
  if (text === undefined) return null;
  const secret = secretIn(text);
  const lead =
    suggestedBy === recipient
      ? leads[as](requester)
      : `${mention(suggestedBy)} suggests it. ${leads[as](requester)}`;
  return {
    text: lead,
    blocks: [
      section(lead),
      ...(secret
        ? [
            section(
              `:warning: This looks as if ${secretInWords[secret]} is in it. Is that meant for ${requester}?`,
            ),
          ]
        : []),
      quote(text, ours.linePassage),
      ...actions([
        button(yes[as], 'thread.send', JSON.stringify({ channel, ts, as, words }), { style: 'primary' }),
      ]),
    ],
  };
}

const leads: Record<Crossing, (requester: string) => string> = {
  ask: (requester) =>
    `Ask ${requester} this? They read exactly these words, and it is their turn until they answer.`,
  share: (requester) => `Share this with ${requester}? They read exactly these words.`,
  keep: (requester) =>
    `Put this decision on the record? ${requester} reads exactly these words, and they stay.`,
  correct: (requester) =>
    `You changed what you had sent. ${requester} still reads the earlier words; send the new ones?`,
};

const yes: Record<Crossing, string> = {
  ask: 'Send the question',
  share: 'Send',
  keep: 'Send and keep',
  correct: 'Send the new words',
};

/** Ids only, as in a modal's metadata: it can be altered on its way back. */
const sendingSchema = z.strictObject({
  channel: z.string().max(40),
  ts: z.string().max(40),
  as: z.enum(['ask', 'share', 'keep', 'correct']),
  words: z.string().max(64),
});

export const send: ActionHandler = async ({ desk, person, cause, value }) => {
  const sending = sendingSchema.safeParse(parsedJson(value ?? '')).data;
  if (!sending) return tell(sentenceFor({ code: 'words-changed' }, null));
  const outcome = await sendAcross(desk, { ...sending, person, cause });
  if (outcome.ok) {
    const { broker, request } = outcome.value;
    const sent = broker
      ? `Sent. ${mention(broker)} reads it first, then ${mention(request.requester)}.`
      : `Sent. ${mention(request.requester)} reads it now.`;
    return { kind: 'tell', message: sentence(sent), replaces: true };
  }
  const message = await desk.store.threadMessage(desk.workspace, sending.channel, sending.ts);
  const request = message && (await desk.store.request(message.request));
  return tell(sentenceFor(outcome.refusal, request));
};
