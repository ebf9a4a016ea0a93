import { z } from 'zod';
import { type PersonId, userOf } from '../../domain/person.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { colleague, type Desk } from '../../usecases/desk.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Told } from '../../usecases/saying/outbox.ts';
import { letAcross } from '../../usecases/threads/let-across.ts';
import type { ActionHandler, Answer, Message, Modal, SubmissionHandler } from '../conversation.ts';
import { actions, button, input, quote, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { type Fields, fieldsOf, optional, type Parsed, parseFields, required } from '../kit/fields.ts';
import { personInput, textInput } from '../kit/inputs.ts';
import { limits, ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** Who reads both sides' words first; nobody, if the field is emptied. */
export function brokerModal({ view, metadata }: OnRequest): Modal {
  const { broker } = view.request;
  return formModal({
    callback: 'request.name-broker',
    title: 'A broker',
    submit: 'Save',
    metadata,
    blocks: [
      section(
        'A broker reads what both sides write here, IT’s own notes too, and may reword what crosses before it does. They decide and sign nothing.',
      ),
      input('broker', 'Who?', personInput(broker && userOf(broker)), {
        optional: true,
        hint: 'Nobody who has a part in it. Leave it empty, and words cross at once.',
      }),
    ],
  });
}

const namedSchema = z.object({ broker: optional(ours.name) });

export function parseBroker(fields: Fields, { view }: OnRequest): Parsed<Intent> {
  const { workspace } = view.request;
  const schema = namedSchema.transform(
    ({ broker }): Intent => ({
      type: 'name-broker',
      broker: broker ? colleague({ workspace }, broker) : null,
    }),
  );
  return parseFields(schema, fields);
}

type BrokerTopic = Extract<Told['topic'], 'to-read' | 'being-read' | 'reworded' | 'not-passed'>;

/** What the broker, and whoever wrote the words, hear of them; null where they have crossed by now. */
export async function brokerMessage(
  desk: Desk,
  about: Extract<Told, { topic: BrokerTopic }>,
  recipient: PersonId,
): Promise<Message | null> {
  if (about.topic === 'reworded' || about.topic === 'not-passed') {
    const request = await desk.store.request(about.request);
    const text = (await desk.store.words([about.words])).get(about.words);
    if (!request || text === undefined) return null;
    const key = requestKey(request.number);
    const said =
      about.topic === 'reworded'
        ? `${request.broker ? mention(request.broker) : 'The broker'} reworded what you wrote on ${key}. The other side reads:`
        : `This did not go across: ${key} has moved on since you wrote it. Its card shows what is possible.`;
    return { text: said, blocks: [section(said), quote(text, ours.linePassage)] };
  }
  const waits = await desk.store.brokeredWords(about.words);
  const request = waits && (await desk.store.request(waits.request));
  if (!waits || !request?.broker) return null;
  const { id, author, words, dueAt } = waits;
  const key = requestKey(request.number);
  const until = `It goes on ${moment(dueAt, 'by')} at the latest.`;
  if (about.topic === 'being-read') {
    const text = `${mention(request.broker)} reads what you wrote on ${key} first. ${until}`;
    return { text, blocks: [section(text), ...actions([button('Send it as it is', 'broker.send', id)])] };
  }
  // Another broker was named meanwhile.
  if (recipient !== request.broker) return null;
  const text = `${mention(author)} wrote this to the other side of ${key}. ${until}`;
  return {
    text,
    blocks: [
      section(text),
      quote(words, ours.linePassage),
      ...actions([
        button('Let it through', 'broker.send', id, { style: 'primary' }),
        button('Reword…', 'broker.reword', id),
      ]),
    ],
  };
}

export const letThrough: ActionHandler = async ({ desk, person, value }) => {
  const outcome = await letAcross(desk, { id: value ?? '', person, words: null });
  if (outcome.ok) return { kind: 'tell', message: sentence('It is on its way.'), replaces: true };
  return outcome.refusal.code === 'nothing-held' ? settled : tell(sentenceFor(outcome.refusal, null));
};

/** Instead of the message that asked: its buttons can do nothing any more. */
const settled: Answer = {
  ...{ kind: 'tell', replaces: true },
  message: sentence(sentenceFor({ code: 'nothing-held' }, null)),
};

export const openReword: ActionHandler = async ({ desk, person, value }) => {
  const waits = await desk.store.brokeredWords(value ?? '');
  const request = waits && (await desk.store.request(waits.request));
  if (!waits || request?.broker !== person) return settled;
  return { kind: 'open', modal: rewordModal(waits.id, waits.author, waits.words) };
};

function rewordModal(id: string, author: PersonId, words: string): Modal {
  return formModal({
    callback: 'broker.reword',
    title: 'Reword',
    submit: 'Let it through',
    metadata: JSON.stringify(id),
    blocks: [
      section(`It stays ${mention(author)}’s, who is told how it reads now.`),
      ...(words.length > limits.inputText
        ? [
            section(
              ':warning: It is longer than this window holds: its end is missing below, and only what stands below crosses. “Let it through” sends all of it.',
            ),
          ]
        : []),
      input('words', 'In other words', textInput({ multiline: true, initial: words })),
    ],
  });
}

const rewordSchema = z.object({ words: required('Please write something.') });

export const submitReword: SubmissionHandler = async ({ desk, person, metadata, values }) => {
  const parsed = parseFields(rewordSchema, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const id = z.string().max(64).safeParse(parsedJson(metadata)).data ?? '';
  const outcome = await letAcross(desk, { id, person, words: parsed.value.words });
  const said = outcome.ok ? 'It is on its way.' : sentenceFor(outcome.refusal, null);
  return { kind: 'update', modal: noticeModal(sentence(said)) };
};
