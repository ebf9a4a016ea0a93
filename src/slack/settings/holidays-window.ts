import { z } from 'zod';
import type { Side } from '../../domain/person.ts';
import type { Modal, ViewValues } from '../conversation.ts';
import { actions, button, input, section } from '../kit/blocks.ts';
import { fieldsOf } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';

/** What stands in the window. */
export interface HolidaysForm {
  /** How often the app has written into its lists. */
  round: number;
  /** The version of the settings that its lists come from. */
  seen: number;
  /** As it was typed: a country's code, with or without a region's behind a hyphen. */
  country: string;
  lists: Record<Side, string>;
}

/** `said` stands at the country, in mrkdwn: what came of the last proposal. */
export function holidaysWindow(
  { round, seen, country, lists }: HolidaysForm,
  said: string | null = null,
): Modal {
  const list = (side: Side, label: string) =>
    input(listId(side, round), label, textInput({ multiline: true, initial: lists[side] }), {
      optional: true,
      hint: 'One a line: 2026-12-25 Christmas Day, or 2026-12-24 09:00-13:00 Christmas Eve for other hours.',
    });
  return formModal({
    callback: 'holidays',
    title: 'Holidays',
    submit: 'Save',
    metadata: JSON.stringify({ round, seen }),
    blocks: [
      section('On these days the clocks of that side stand, and nobody there is nudged.'),
      list('marketing', 'Marketing is closed on'),
      list('it', 'IT is closed on'),
      section(
        '*Propose the public holidays of this and next year*\nThey are added to the list for you to change. Nothing counts until you save.',
      ),
      input('holidays-country', 'Of which country, or region', textInput({ initial: country, most: 20 }), {
        optional: true,
        hint: `Its code, such as ${placeExamples}.`,
      }),
      ...(said === null ? [] : [section(said)]),
      ...actions([
        button('Propose for marketing', 'holidays.propose-marketing', 'marketing'),
        button('Propose for IT', 'holidays.propose-it', 'it'),
      ]),
    ],
  });
}

export const placeExamples = 'DE, DE-BY for Bavaria, US or US-CA for California';

/** Named by the round: Slack keeps what stands in an input whose name stays, and would not show what was added. */
export function listId(side: Side, round: number): string {
  return `holidays-${side}.${round}`;
}

const formSchema = z.strictObject({ round: z.int().nonnegative(), seen: z.int().nonnegative() });

/** Null if somebody altered the window. */
export function readForm(metadata: string, values: ViewValues): HolidaysForm | null {
  const form = formSchema.safeParse(parsedJson(metadata)).data;
  if (!form) return null;
  const { round } = form;
  const fields = fieldsOf(values);
  const held = fields['holidays-country'];
  const marketing = fields[listId('marketing', round)];
  const it = fields[listId('it', round)];
  // A list that is not there is not an empty one.
  if (marketing === undefined || it === undefined) return null;
  return { ...form, country: textOf(held), lists: { marketing: textOf(marketing), it: textOf(it) } };
}

function textOf(held: string | string[] | null | undefined): string {
  return typeof held === 'string' ? held : '';
}
