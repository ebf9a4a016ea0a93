import type { Checkboxes, InputBlock, PlainTextOption } from '@slack/types';
import type { ShownCriterion } from '../../usecases/request/request-view.ts';
import { input, plain } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { literal, oneLine } from '../kit/escape.ts';
import type { Fields } from '../kit/fields.ts';
import { limits } from '../kit/limits.ts';

/** At most ten criteria as boxes. */
export function boxesOf(
  criteria: readonly ShownCriterion[],
  isTicked: (criterion: ShownCriterion) => boolean,
): Checkboxes {
  const options = criteria.map((criterion) => ({ option: optionOf(criterion), ticked: isTicked(criterion) }));
  const ticked = options.filter((each) => each.ticked).map(({ option }) => option);
  return {
    type: 'checkboxes',
    options: options.map(({ option }) => option),
    ...(ticked.length > 0 && { initial_options: ticked }),
  };
}

/** Any number of criteria, in groups of ten: inputs `ID-0`, `ID-1` and so on. */
export function boxGroups(
  id: string,
  label: string,
  criteria: readonly ShownCriterion[],
  isTicked: (criterion: ShownCriterion) => boolean,
): InputBlock[] {
  const count = Math.ceil(criteria.length / limits.boxes);
  return Array.from({ length: count }, (_, group) => {
    const some = criteria.slice(group * limits.boxes, (group + 1) * limits.boxes);
    const heading = count > 1 ? `${label} (${group + 1} of ${count})` : label;
    return input(`${id}-${group}`, heading, boxesOf(some, isTicked), { optional: true });
  });
}

/** The ids of the criteria that were ticked in all groups. */
export function chosenIn(fields: Fields, id: string): string[] {
  return Object.entries(fields).flatMap(([block, held]) =>
    block.startsWith(`${id}-`) && Array.isArray(held) ? held : [],
  );
}

/** A criterion too long for an option's text goes on in its description. */
function optionOf({ id, text, required }: ShownCriterion): PlainTextOption {
  const words = `${oneLine(literal(text))}${required ? '' : ' (optional)'}`;
  if (words.length <= limits.optionText) return { text: plain(words), value: id };
  const space = words.lastIndexOf(' ', limits.optionText);
  const first = space > 0 ? words.slice(0, space) : cut(words, limits.optionText);
  const rest = space > 0 ? words.slice(space + 1) : '';
  return {
    text: plain(first, limits.optionText),
    value: id,
    ...(rest && { description: plain(rest, limits.optionDescription) }),
  };
}
