import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { userOf } from '../../domain/person.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { LaunchView } from '../../usecases/roadmap/look-up-launch.ts';
import type { Modal } from '../conversation.ts';
import { context, input, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { dayFrom, type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { dateInput, personInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';

export interface LaunchForm {
  /** Null for a new one. */
  id: string | null;
  seen: number;
  /** The date that stood there, which may stay even if it has passed. */
  before: LocalDate | null;
}

const formSchema = z.strictObject({
  id: z.string().min(1).max(64).nullable(),
  seen: z.int().nonnegative(),
  before: z.iso.date().nullable(),
});

/** Null if somebody altered it. */
export function readLaunchForm(text: string): LaunchForm | null {
  return formSchema.safeParse(parsedJson(text)).data ?? null;
}

export interface TypedLaunch {
  name: string;
  date: LocalDate | null;
  /** A user id. */
  owner: string;
}

export function typedLaunch({ name, date, owner }: Pick<Launch, 'name' | 'date' | 'owner'>): TypedLaunch {
  return { name, date, owner: userOf(owner) };
}

export function launchForm(form: LaunchForm, typed: TypedLaunch, above: KnownBlock[] = []): Modal {
  const id = (field: string) => launchField(field, form);
  return formModal({
    callback: 'launch.keep',
    title: form.id === null ? 'Add a launch' : 'Change a launch',
    submit: 'Save',
    metadata: JSON.stringify(form),
    blocks: [
      ...above,
      input(id('name'), 'What is launched?', textInput({ most: ours.name, initial: typed.name })),
      input(id('date'), 'When?', dateInput(typed.date)),
      input(id('owner'), 'Who owns it?', personInput(typed.owner)),
      ...(form.id === null
        ? []
        : [
            context(
              'If the date moves, wishes for it move along. Where IT has agreed to a date, the new one is proposed and IT says yes or no.',
            ),
          ]),
    ],
  });
}

/** Named by the revision: Slack keeps what stands in an input whose name stays. */
export function launchField(field: string, { seen }: Pick<LaunchForm, 'seen'>): string {
  return `launch-${field}.${seen}`;
}

export function parseLaunch(
  fields: Fields,
  form: LaunchForm,
  today: LocalDate,
): Parsed<{ name: string; date: LocalDate; owner: string }> {
  const [name, date, owner] = ['name', 'date', 'owner'].map((field) => launchField(field, form));
  const parsed = parseFields(
    z.object({
      [name ?? '']: required('Please say what is launched.', ours.name),
      [date ?? '']: dayFrom(today, form.before),
      [owner ?? '']: required('Please pick a person.', 64),
    }),
    fields,
  );
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return {
    ok: true,
    value: {
      name: value[name ?? ''] ?? '',
      date: value[date ?? ''] ?? '',
      owner: value[owner ?? ''] ?? '',
    },
  };
}

const longestReason = 500;

/** Before anybody cancels a launch they read what becomes of its requests. */
export function cancelForm({ launch, open }: LaunchView): Modal {
  const stay =
    open === 0
      ? 'No open request is for it.'
      : `${open === 1 ? 'One open request is' : `${open} open requests are`} for it. ${open === 1 ? 'It stays' : 'They stay'} open, with the date as it is; whoever asked and IT are told.`;
  return formModal({
    callback: 'launch.cancel',
    title: 'Cancel a launch',
    submit: 'Cancel the launch',
    metadata: JSON.stringify({ id: launch.id }),
    blocks: [
      section(`*${inline(launch.name, ours.name)}*\n${stay}`),
      input('because', 'Why?', textInput({ multiline: true, most: longestReason })),
    ],
  });
}

const cancelSchema = z.strictObject({ id: z.string().min(1).max(64) });

export function readCancelForm(text: string): string | null {
  return cancelSchema.safeParse(parsedJson(text)).data?.id ?? null;
}

const whySchema = z.object({
  because: required('Please say why: whoever asked for it reads it.', longestReason),
});

export function parseCancel(fields: Fields): Parsed<{ because: string }> {
  return parseFields(whySchema, fields);
}
