import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Freeze } from '../../domain/roadmap/freeze.ts';
import { settingsInForce } from '../../usecases/desk.ts';
import { isItsLead } from '../../usecases/roadmap/change-plans.ts';
import { keepFreeze, removeFreeze } from '../../usecases/roadmap/freezes.ts';
import type { ActionHandler, Answer, Call, Modal, SubmissionHandler } from '../conversation.ts';
import { actions, button, input, menu, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { fieldsOf, parseFields, required } from '../kit/fields.ts';
import { dateInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal, readingModal } from '../kit/modal.ts';
import { staleWindow, tell, turnedAway } from '../kit/notice.ts';
import { freezeInWords } from '../wording/freezes.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** Days on which something is left as it is: everybody reads them, IT's lead writes them. */

async function freezesWindow({ desk, person }: Call): Promise<Modal> {
  const { freezes } = await settingsInForce(desk, desk.store);
  const mayChange = await isItsLead(desk, desk.store, person);
  const inOrder = freezes.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const choices = inOrder.map(({ id, from, what }) => ({ text: `${day(from)} · ${what}`, value: id }));
  return readingModal('Freeze periods', [
    section(
      freezes.length === 0
        ? 'Nothing is frozen, and nothing will be.'
        : '*When something is left as it is.* Whoever asks for something in these days is warned, and can ask all the same.',
    ),
    ...inOrder.map((freeze) =>
      section(`:snowflake: *${freezeInWords(freeze)}*\n${inline(freeze.why, ours.passage)}`),
    ),
    ...(mayChange
      ? actions([
          ...menu('Change one…', 'freeze.edit', choices),
          button('Add a freeze…', 'freeze.add', 'add'),
        ])
      : []),
  ]);
}

/** `/martech-request freezes`, and the buttons that lead there. */
export async function openFreezes(call: Call): Promise<Answer> {
  return (await turnedAway(call)) ?? { kind: 'open', modal: await freezesWindow(call) };
}

const blank: Pick<Freeze, 'what' | 'why'> & { from: null; to: null } = {
  ...{ what: '', why: '', from: null, to: null },
};

export const addFreeze: ActionHandler = async ({ desk, person }) =>
  (await isItsLead(desk, desk.store, person))
    ? { kind: 'update', modal: freezeForm({ id: null, seen: 0 }, blank) }
    : tell(sentenceFor({ code: 'not-its-lead' }, null));

export const editFreeze: ActionHandler = async ({ desk, person, value }) => {
  if (!(await isItsLead(desk, desk.store, person))) return tell(sentenceFor({ code: 'not-its-lead' }, null));
  const freeze = (await settingsInForce(desk, desk.store)).freezes.find(({ id }) => id === value);
  if (!freeze) return tell(sentenceFor({ code: 'no-such-freeze' }, null));
  return { kind: 'update', modal: freezeForm({ id: freeze.id, seen: freeze.revision }, freeze) };
};

interface FreezeForm {
  /** Null for a new one. */
  id: string | null;
  seen: number;
}

const formSchema = z.strictObject({ id: z.string().min(1).max(64).nullable(), seen: z.int().nonnegative() });

function freezeForm(
  form: FreezeForm,
  typed: { what: string; why: string; from: string | null; to: string | null },
  above: KnownBlock[] = [],
): Modal {
  return formModal({
    callback: 'freeze.keep',
    title: form.id === null ? 'Add a freeze' : 'Change a freeze',
    submit: 'Save',
    metadata: JSON.stringify(form),
    blocks: [
      ...above,
      input('freeze-what', 'What is frozen?', textInput({ most: 150, initial: typed.what }), {
        hint: 'For example: the shop and its checkout',
      }),
      input('freeze-from', 'From', dateInput(typed.from)),
      input('freeze-to', 'To, the last day included', dateInput(typed.to)),
      input('freeze-why', 'Why?', textInput({ multiline: true, most: 300, initial: typed.why })),
      ...(form.id === null
        ? []
        : actions([button('Take it out', 'freeze.remove', form.id, { style: 'danger' })])),
    ],
  });
}

const picked = (missing: string) => z.iso.date({ error: missing });
const typedFreeze = z
  .object({
    'freeze-what': required('Please say what is frozen.', 150),
    'freeze-from': picked('Please pick its first day.'),
    'freeze-to': picked('Please pick its last day.'),
    'freeze-why': required('Please say why: people read it where they ask for something.', 300),
  })
  .refine((typed) => typed['freeze-from'] <= typed['freeze-to'], {
    path: ['freeze-to'],
    error: 'The last day is before the first one.',
  });

export const submitFreeze: SubmissionHandler = async (call) => {
  const { desk, person, cause, metadata, values } = call;
  const form = formSchema.safeParse(parsedJson(metadata)).data;
  if (!form) return gone;
  const parsed = parseFields(typedFreeze, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const typed = {
    ...{ what: parsed.value['freeze-what'], why: parsed.value['freeze-why'] },
    ...{ from: parsed.value['freeze-from'], to: parsed.value['freeze-to'] },
  };
  const outcome = await keepFreeze(desk, { person, cause: `${cause}:${form.seen}`, ...form, ...typed });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  if (outcome.value === 'kept') return { kind: 'update', modal: await freezesWindow(call) };
  const now = (await settingsInForce(desk, desk.store)).freezes.find(({ id }) => id === form.id);
  if (!now) return tell(sentenceFor({ code: 'no-such-freeze' }, null));
  const theirs = `It now reads: *${freezeInWords(now)}*. ${inline(now.why, ours.passage)}`;
  return {
    kind: 'update',
    modal: freezeForm({ id: now.id, seen: now.revision }, typed, [
      section('*Somebody changed this freeze while you had it open.* Nothing of yours is saved yet.'),
      section(`${theirs}\nBelow is what you wrote. Saving it replaces the above.`),
    ]),
  };
};

export const dropFreeze: ActionHandler = async (call) => {
  const { desk, person, cause, value } = call;
  const outcome = await removeFreeze(desk, { person, cause, id: value ?? '' });
  return outcome.ok
    ? { kind: 'update', modal: await freezesWindow(call) }
    : tell(sentenceFor(outcome.refusal, null));
};

const gone = staleWindow('open the freezes');
