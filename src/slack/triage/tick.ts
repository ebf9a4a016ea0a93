import type { Checkboxes, PlainTextOption, SectionBlock } from '@slack/types';
import type { RequestView, ShownCriterion } from '../../usecases/request-view.ts';
import { mrkdwn, plain } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { literal, oneLine } from '../kit/escape.ts';
import { limits } from '../kit/limits.ts';

/** IT's criteria that can be ticked on the card itself; none where they would not fit into one group of boxes. */
export function tickable({ request, inForce }: RequestView): ShownCriterion[] {
  if (request.state.status !== 'in-progress' || !inForce) return [];
  const its = inForce.criteria.filter(({ side }) => side === 'it');
  return its.length <= limits.boxes ? its : [];
}

export function tickSection(criteria: readonly ShownCriterion[]): SectionBlock {
  return {
    type: 'section',
    text: mrkdwn('*IT checks*'),
    accessory: { ...criteriaBoxes(criteria), action_id: 'request.tick' },
  };
}

/** At most ten criteria as boxes, ticked as they are. */
export function criteriaBoxes(criteria: readonly ShownCriterion[]): Checkboxes {
  const options = criteria.map((criterion) => ({ criterion, option: criterionOption(criterion) }));
  const ticked = options.filter(({ criterion }) => criterion.ticked).map(({ option }) => option);
  return {
    type: 'checkboxes',
    options: options.map(({ option }) => option),
    ...(ticked.length > 0 && { initial_options: ticked }),
  };
}

/** A criterion too long for an option's text goes on in its description. */
function criterionOption({ id, text, required }: ShownCriterion): PlainTextOption {
  const words = `${oneLine(literal(text))}${required ? '' : ' (optional)'}`;
  if (words.length <= limits.optionText) return { text: plain(words), value: id };
  const first =
    words.slice(0, words.lastIndexOf(' ', limits.optionText) + 1).trim() || cut(words, limits.optionText);
  const rest = words.slice(first.length).trim();
  return {
    text: plain(first, limits.optionText),
    value: id,
    ...(rest && { description: plain(rest, limits.optionDescription) }),
  };
}
