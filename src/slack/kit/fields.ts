import { z } from 'zod';
import type { LocalDate } from '../../domain/time.ts';
import type { ViewValues } from '../conversation.ts';
import { clean } from './escape.ts';
import { limits } from './limits.ts';

/** What each input of a modal holds, by its block_id: typed text cleaned and trimmed, null where nothing is. */
export type Fields = Record<string, string | string[] | null>;

export function fieldsOf(values: ViewValues): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([block, elements]) => [block, heldBy(Object.values(elements)[0])]),
  );
}

function heldBy(held: ViewValues[string][string] | undefined): string | string[] | null {
  if (!held) return null;
  if (held.selected_users) return held.selected_users;
  if (held.selected_options) return held.selected_options.map(({ value }) => value);
  const text =
    held.value ??
    held.selected_option?.value ??
    held.selected_date ??
    held.selected_time ??
    held.selected_user ??
    held.selected_conversation ??
    held.selected_channel ??
    '';
  return clean(text).trim() || null;
}

/** A modal's input, or a sentence for each field that cannot be taken as it is, by its block_id. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; errors: Record<string, string> };

/** What is wrong in any of these, each beside its field. */
export function errorsIn(...parsed: readonly Parsed<unknown>[]): Record<string, string> {
  return Object.assign({}, ...parsed.map((each) => (each.ok ? {} : each.errors)));
}

/** The schema's keys are block_ids, so that each fault stands beside its field. */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  fields: Fields,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) errors[String(path[0])] ??= message;
  return { ok: false, errors };
}

/** Counted as Slack's client does, in UTF-16 units: an emoji is two of them or more, and so is a letter with its accent. */
function atMost(most: number) {
  return [
    (text: string | null | undefined) => (text ?? '').length <= most,
    `Please use at most ${most} characters.`,
  ] as const;
}

export function required(missing: string, most: number = limits.inputText) {
  return z.string({ error: missing }).refine(...atMost(most));
}

export function optional(most: number = limits.inputText) {
  return z
    .string()
    .refine(...atMost(most))
    .nullish()
    .transform((text) => text ?? null);
}

export function oneOf<const Values extends readonly string[]>(values: Values, missing: string) {
  return z.enum(values, { error: missing });
}

const yearsAhead = 5;

/** A day from `today` on, or the one that stood there before. */
export function dayFrom(today: LocalDate, before: LocalDate | null = null) {
  const last = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`;
  return z.iso
    .date({ error: 'Please pick a day of the calendar, such as Dec 31, 2026.' })
    .refine(
      (date) => date >= today || date === before,
      'That day has passed. Please pick today or a later one.',
    )
    .refine((date) => date <= last, `Please pick a day within the next ${yearsAhead} years.`);
}

export function dayFromOrNone(today: LocalDate, before: LocalDate | null = null) {
  return dayFrom(today, before)
    .nullish()
    .transform((date) => date ?? null);
}
