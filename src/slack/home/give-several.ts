import { z } from 'zod';
import type { PersonId } from '../../domain/person.ts';
import type { QueuePlace } from '../../domain/request/queue.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { colleague, type Desk } from '../../usecases/desk.ts';
import { type Assigned, assignSeveral } from '../../usecases/request/assign-several.ts';
import { queueAt, requestsAt, turnHomeTo } from '../../usecases/request/queue.ts';
import { linesOf } from '../../usecases/request/request-line.ts';
import { type ActionHandler, type Modal, nothing, type SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { fieldsOf, parseFields, required } from '../kit/fields.ts';
import { personInput, severalInput } from '../kit/inputs.ts';
import { limits, ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
import { besideField, outOfDate } from '../kit/on-request.ts';
import { loadInWords } from '../triage/load.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { placeAsValue, placeIn } from './queue-place.ts';
import { queueIsForIt, queueModal } from './queue-window.ts';

/** More would take longer than Slack waits. */
const mostAtOnce = 50;

const metadataSchema = z.strictObject({ place: z.string().max(200), inWindow: z.boolean() });

/** Several of the list at once, with what everybody has already. In the queue's window it takes its place. */
export const openGive: ActionHandler = async ({ desk, person, value, view }) => {
  const { isIt, isMember } = await desk.directory.standingOf(person);
  const place = placeIn(value ?? '');
  if (!isIt || !isMember || !place) return nothing;
  const inWindow = view !== null;
  const modal = await giveModal(desk, person, place, inWindow);
  if (!modal) return tell('Nothing is left in this list.');
  return { kind: inWindow ? 'update' : 'open', modal };
};

async function giveModal(
  desk: Desk,
  person: PersonId,
  place: QueuePlace,
  inWindow: boolean,
): Promise<Modal | null> {
  const page = { limit: limits.selectOptions, offset: 0 };
  const requests = await requestsAt(desk, person, place, page);
  if (requests.length === 0) return null;
  const choices = (await linesOf(desk, requests)).map(({ request, title }) => ({
    value: request.id,
    text: `${requestKey(request.number)} · ${title}`,
  }));
  return formModal({
    callback: 'queue.give',
    title: 'Give to someone',
    submit: 'Give',
    metadata: JSON.stringify({ place: placeAsValue(place), inWindow }),
    blocks: [
      input('requests', 'Which of this list?', severalInput(choices, mostAtOnce)),
      input('to', 'Who in IT?', personInput()),
      section(await loadInWords(desk)),
    ],
  });
}

const givenSchema = z.object({
  requests: z
    .array(z.string().max(ours.name), { error: 'Please pick at least one.' })
    .min(1, 'Please pick at least one.')
    .max(mostAtOnce, `Please keep to ${mostAtOnce} at once.`),
  to: required('Please pick somebody.', ours.name),
});

export const submitGive: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const { isIt, isMember } = await desk.directory.standingOf(person);
  if (!isIt || !isMember) return tell(queueIsForIt);
  const known = metadataSchema.safeParse(parsedJson(metadata)).data;
  const place = placeIn(known?.place ?? '');
  if (!known || !place) return outOfDate;
  const parsed = parseFields(givenSchema, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const { requests } = parsed.value;
  const to = colleague(desk, parsed.value.to);
  const assigned = await assignSeveral(desk, { requests, to, person, cause });
  const [barrier] = assigned.stayed;
  if (assigned.given.length === 0 && barrier?.refusal.code === 'not-in-it') {
    return besideField('to', sentenceFor(barrier.refusal, barrier.request));
  }
  const news = assignedInWords(assigned, to);
  if (known.inWindow) {
    return { kind: 'update', modal: queueModal(await queueAt(desk, person, place), desk.clock.now(), news) };
  }
  await turnHomeTo(desk, person, place);
  return { kind: 'update', modal: noticeModal(sentence(news)) };
};

function assignedInWords({ given, stayed }: Assigned, to: PersonId): string {
  const keys = given.map(({ number }) => requestKey(number)).join(', ');
  return [
    given.length > 0 ? `${mention(to)} has ${keys} now.` : 'Nothing was given to anybody.',
    ...stayed
      .slice(0, 10)
      .map(
        ({ request, refusal }) => `${requestKey(request.number)} stayed: ${sentenceFor(refusal, request)}`,
      ),
  ].join('\n');
}
