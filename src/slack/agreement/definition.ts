import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Side } from '../../domain/person.ts';
import type { RequestView, ShownCriterion, ShownDefinition } from '../../usecases/request/request-view.ts';
import { richText } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { day } from '../kit/date.ts';
import { literal, oneLine } from '../kit/escape.ts';
import { limits } from '../kit/limits.ts';
import type { Reader } from '../wording/reader.ts';
import { type Difference, differenceOf } from './difference.ts';

export interface DefinitionOptions {
  /** None where another block says it. */
  heading: string | null;
  /** Which sides' criteria are listed. */
  sides: readonly Side[];
  fold: Fold;
}

/** How many criteria of each side are listed before the rest is only counted, and how long each may be. */
export interface Fold {
  most: number;
  longest: number;
}

export const onCard: Fold = { most: 8, longest: 150 };
export const unfolded: Fold = { most: 100, longest: limits.inputText };

const newLine: RichTextElement = { type: 'text', text: '\n' };

/** A definition of done as two lists, one for each side that checks. */
export function definitionBlock(
  definition: ShownDefinition,
  reader: Reader,
  { heading, sides, fold }: DefinitionOptions,
): RichTextBlock[] {
  const lists = sides.flatMap((side) => {
    const criteria = definition.criteria.filter((criterion) => criterion.side === side);
    return criteria.length > 0 ? [listOf(checkedBy(side, reader), criteria, fold)] : [];
  });
  if (lists.length === 0) return [];
  const bold: RichTextElement[] = heading
    ? [{ type: 'text', text: `${heading}\n`, style: { bold: true } }]
    : [];
  const listed = lists.flatMap((list, at) => (at === 0 ? list : [newLine, ...list]));
  return [richText([...bold, ...listed])];
}

function checkedBy(side: Side, reader: Pick<Reader, 'side'>): string {
  if (side === 'it') return 'IT checks';
  return reader.side === 'marketing' ? 'You check' : 'Marketing checks';
}

function listOf(
  heading: string,
  criteria: readonly ShownCriterion[],
  { most, longest }: Fold,
): RichTextElement[] {
  const lines = criteria
    .slice(0, most)
    .map((criterion) => `\n${criterion.ticked ? '✓' : '○'} ${criterionText(criterion, longest)}`);
  const rest = criteria.length - lines.length;
  return [
    { type: 'text', text: heading, style: { italic: true } },
    { type: 'text', text: `${lines.join('')}${rest > 0 ? `\n… and ${rest} more` : ''}` },
  ];
}

/** One criterion in one line, with how it is shown; "(optional)" marks those that may stay open. */
export function criterionText({ text, required, evidence, shown }: CriterionInWords, most: number): string {
  const given = shown ? `${evidence ?? 'shown'}: ${cut(oneLine(literal(shown)), most)}` : evidence;
  return `${cut(oneLine(literal(text)), most)}${marksOf(given, required)}`;
}

/** What stands behind a criterion's words: how it is shown, and that it may stay open. */
export function marksOf(shown: string | undefined, required: boolean): string {
  const marks = [...(shown ? [shown] : []), ...(required ? [] : ['optional'])];
  return marks.length > 0 ? ` (${marks.join(', ')})` : '';
}

type CriterionInWords = Pick<ShownCriterion, 'text' | 'required' | 'evidence'> & { shown?: string | null };

/** What is suggested and waits for a yes; nothing if nothing differs. */
export function suggestionBlock(view: RequestView): RichTextBlock[] {
  const isOnTheTable = view.inForce !== null || view.request.state.status === 'agreeing';
  const difference = isOnTheTable ? differenceOf(view) : null;
  return difference ? differenceBlock(difference) : [];
}

export function differenceBlock({ added, dropped, date }: Difference): RichTextBlock[] {
  const lines = [
    ...(date ? [`Date: ${dayOrNone(date.from)} → ${dayOrNone(date.to)}`] : []),
    ...added
      .slice(0, onCard.most)
      .map(
        (each) =>
          `+ ${criterionText(each, onCard.longest)} (${each.side === 'it' ? 'IT' : 'marketing'} checks)`,
      ),
    ...dropped.slice(0, onCard.most).map((text) => `− ${cut(oneLine(literal(text)), onCard.longest)}`),
  ];
  const rest = Math.max(0, added.length - onCard.most) + Math.max(0, dropped.length - onCard.most);
  if (lines.length === 0) return [];
  return [
    richText([
      { type: 'text', text: 'Suggested change', style: { bold: true } },
      { type: 'text', text: lines.map((line) => `\n${line}`).join('') },
      ...(rest > 0 ? [{ type: 'text' as const, text: `\n… and ${rest} more` }] : []),
    ]),
  ];
}

function dayOrNone(date: string | null): string {
  return date === null ? 'none' : day(date);
}
