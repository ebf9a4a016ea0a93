import { z } from 'zod';
import type { PersonId } from '../../domain/person.ts';
import { sizes } from '../../domain/request/kind.ts';
import { type Capacity, type SizeCounts, sizeCountsSchema } from '../../domain/roadmap/capacity.ts';
import { type Month, monthOf, monthsFrom } from '../../domain/roadmap/month.ts';
import { type Desk, settingsInForce } from '../../usecases/desk.ts';
import { stateCapacity, statedFor } from '../../usecases/roadmap/capacity.ts';
import { isItsLead } from '../../usecases/roadmap/change-plans.ts';
import { todayOf } from '../../usecases/today.ts';
import {
  type ActionHandler,
  type Answer,
  type Call,
  type Modal,
  nothing,
  type SubmissionHandler,
} from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { fieldsOf, parseFields } from '../kit/fields.ts';
import { selectInput, textInput } from '../kit/inputs.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { monthInWords } from '../kit/month.ts';
import { staleWindow, tell } from '../kit/notice.ts';
import { sizeInWords } from '../wording/plain-words.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** IT's lead says how much of each size IT can do: in every month, or in one that is different. */

const everyMonth = 'every';
const monthsOffered = 12;

async function windowFor(
  desk: Desk,
  person: PersonId,
  month: Month | null,
  yours: SizeCounts | null = null,
): Promise<Modal> {
  const { capacity } = await settingsInForce(desk, desk.store);
  return capacityForm(capacity, monthOf(await todayOf(desk, person)), month, yours);
}

/** `/martech-request capacity`, and the buttons that lead there. */
export async function openCapacity({ desk, person }: Call): Promise<Answer> {
  if (!(await isItsLead(desk, desk.store, person))) return tell(sentenceFor({ code: 'not-its-lead' }, null));
  return { kind: 'open', modal: await windowFor(desk, person, null) };
}

/** Another month shows the figures that hold for it. */
export const turnCapacity: ActionHandler = async ({ desk, person, view }) => {
  const picked = view && fieldsOf(view.values).month;
  const month = typeof picked === 'string' && picked !== everyMonth ? picked : null;
  return { kind: 'update', modal: await windowFor(desk, person, month) };
};

function capacityForm(
  capacity: Capacity,
  thisMonth: Month,
  month: Month | null,
  yours: SizeCounts | null = null,
): Modal {
  const known = statedFor(capacity, month);
  const typed = yours ?? known;
  const months = [
    { value: everyMonth, text: 'Every month' },
    ...monthsFrom(thisMonth, monthsOffered).map((value) => ({ value, text: monthInWords(value) })),
  ];
  return formModal({
    callback: 'capacity',
    title: 'What IT can do',
    submit: 'Save',
    metadata: JSON.stringify({ month, seen: known }),
    blocks: [
      ...(yours && known ? [section(afterOthers(known))] : []),
      section(
        'How many requests of each size IT can finish in a month. The roadmap shows it beside what is accepted.',
      ),
      input('month', 'For', selectInput(months, month ?? everyMonth), { tells: 'capacity.month' }),
      ...sizes.map((size) =>
        input(
          countId(size, month),
          sizeInWords[size],
          textInput({ most: 3, initial: typed === null ? null : String(typed[size]) }),
        ),
      ),
    ],
  });
}

function afterOthers(now: SizeCounts): string {
  const counts = sizes.map((size) => `${now[size]} ${size}`).join(', ');
  return `*Somebody changed this while you had it open.* It now reads: ${counts}. Below is what you wrote; saving it replaces that.`;
}

/** Named by the month: Slack keeps what stands in an input whose name stays. */
function countId(size: string, month: Month | null): string {
  return `size-${size}.${month ?? everyMonth}`;
}

const metadataSchema = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable(),
  seen: sizeCountsSchema.nullable(),
});

const count = z
  .string({ error: 'Please write a number, such as 4.' })
  .regex(/^\d{1,3}$/, 'Please write a whole number from 0 to 999.')
  .transform(Number);

export const submitCapacity: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const form = metadataSchema.safeParse(parsedJson(metadata)).data;
  if (!form) return gone;
  const { month, seen } = form;
  const schema = z.object(Object.fromEntries(sizes.map((size) => [countId(size, month), count])));
  const parsed = parseFields(schema, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const stated = (size: (typeof sizes)[number]) => parsed.value[countId(size, month)] ?? 0;
  const counts: SizeCounts = { S: stated('S'), M: stated('M'), L: stated('L') };
  const outcome = await stateCapacity(desk, { person, cause, month, seen, counts });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  if (outcome.value === 'kept') return nothing;
  return { kind: 'update', modal: await windowFor(desk, person, month, counts) };
};

const gone = staleWindow('type `/martech-request capacity`');
