import { z } from 'zod';
import { requestKey } from '../../domain/request/request-key.ts';
import { mostInTopFive } from '../../domain/roadmap/top-five.ts';
import type { RequestLine } from '../../usecases/request/request-line.ts';
import { orderTopFive, seeTopFive, type TopFiveView } from '../../usecases/roadmap/top-five.ts';
import { type Answer, type Call, type Modal, nothing, type SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { type Fields, fieldsOf } from '../kit/fields.ts';
import { selectInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { staleWindow, tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** Marketing's lead says which five of marketing's open requests come first. */

/** `/martech-request top-five`, and the buttons that lead there. */
export async function openTopFive({ desk, person }: Call): Promise<Answer> {
  const seen = await seeTopFive(desk, person);
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  if (seen.value.choices.length === 0) return tell('Nothing is open, so there is nothing to put in order.');
  return { kind: 'open', modal: topFiveForm(seen.value, idsOf(seen.value.chosen)) };
}

const places = Array.from({ length: mostInTopFive }, (_, index) => index);
const labels = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

function topFiveForm(
  { choices, revision }: TopFiveView,
  chosen: readonly (string | null)[],
  lead = 'What IT should look at first, of all that marketing has asked for. It stands in IT’s queue and on the cards; closed ones fall out by themselves.',
): Modal {
  const options = choices.map(({ request, title }) => ({
    value: request.id,
    text: `${requestKey(request.number)} · ${title}`,
  }));
  return formModal({
    callback: 'top-five',
    title: 'Marketing’s top five',
    submit: 'Put in order',
    metadata: JSON.stringify({ seen: revision }),
    blocks: [
      section(lead),
      ...places.map((place) =>
        input(placeId(place, revision), labels[place] ?? '', selectInput(options, chosen[place] ?? null), {
          optional: true,
        }),
      ),
    ],
  });
}

/** Named by the revision: Slack keeps what stands in an input whose name stays. */
function placeId(place: number, revision: number): string {
  return `place-${place + 1}.${revision}`;
}

const metadataSchema = z.strictObject({ seen: z.int().nonnegative() });

export const submitTopFive: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const form = metadataSchema.safeParse(parsedJson(metadata)).data;
  if (!form) return gone;
  const { seen } = form;
  const picked = pickedIn(fieldsOf(values), seen);
  const twice = places.find((place) => {
    const id = picked[place];
    return id != null && picked.indexOf(id) < place;
  });
  if (twice !== undefined) {
    return {
      kind: 'errors',
      errors: { [placeId(twice, seen)]: 'It stands above already. Please pick another.' },
    };
  }
  const requests = picked.filter((id) => id !== null);
  const outcome = await orderTopFive(desk, { person, cause: `${cause}:${seen}`, seen, requests });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  if (outcome.value.kind === 'ordered') return nothing;
  const now = await seeTopFive(desk, person);
  if (!now.ok) return tell(sentenceFor(now.refusal, null));
  return { kind: 'update', modal: topFiveForm(now.value, picked, afterOthers(now.value)) };
};

function pickedIn(fields: Fields, revision: number): (string | null)[] {
  return places.map((place) => {
    const held = fields[placeId(place, revision)];
    return typeof held === 'string' ? held : null;
  });
}

function afterOthers({ chosen, changedBy }: TopFiveView): string {
  const who = changedBy ? mention(changedBy) : 'Somebody';
  const order = chosen.map(
    ({ request, title }, place) =>
      `${place + 1}. *${requestKey(request.number)}* ${inline(title, ours.title)}`,
  );
  return [
    `*${who} put it in order while you had it open.* Nothing of yours is saved yet. It now reads:`,
    ...(order.length > 0 ? order : ['nothing']),
    'Below is your order. Saving it replaces the one above.',
  ].join('\n');
}

function idsOf(lines: readonly RequestLine[]): string[] {
  return lines.map(({ request }) => request.id);
}

const gone = staleWindow('open the top five');
