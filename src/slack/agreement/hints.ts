import type { ContextBlock } from '@slack/types';
import { unclearWords } from '../../domain/agreement/checkable.ts';
import type { ShownCriterion } from '../../usecases/request/request-view.ts';
import { context } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';

const mostHints = 3;

/** Criteria that the two sides may read differently, with a question that makes them checkable. Only ever a hint. */
export function hintBlocks(criteria: readonly Pick<ShownCriterion, 'text'>[]): ContextBlock[] {
  const hints = criteria.flatMap(({ text }) => {
    const unclear = unclearWords(text);
    return unclear ? [`:bulb: “${inline(unclear.words, ours.name)}”: ${unclear.ask}`] : [];
  });
  const lines = [...new Set(hints)].slice(0, mostHints);
  return lines.length > 0 ? [context(lines.join('\n'))] : [];
}
