/**
 * Which tools of two labelled stacks do the same job, as the matcher says and as people who know the products say.
 * The figures are over the halves by which nothing was tuned.
 */
import { type Comparable, overlaps } from '../../src/domain/stack/overlap.ts';
import { heldOut, type LabelledStack, tuning } from './overlap/labelled.ts';
import { nearMisses } from './overlap/near-misses.ts';
import { secondHeldOut, secondTuning } from './overlap/second.ts';
import type { Report } from './run.ts';

export async function run(): Promise<Report> {
  const [first, second] = [judge(heldOut), judge(secondHeldOut)];
  const measured = judge(heldOut, secondHeldOut);
  const seen = judge(tuning, nearMisses, secondTuning);
  return {
    name: 'overlap',
    figures: {
      precision: measured.precision,
      recall: measured.recall,
      measured_products: heldOut.tools.length + secondHeldOut.tools.length,
      measured_pairs: measured.labelled,
      first_precision: first.precision,
      first_recall: first.recall,
      second_precision: second.precision,
      second_recall: second.recall,
      tuning_precision: seen.precision,
      tuning_recall: seen.recall,
    },
    ratios: {},
  };
}

interface Judgement {
  precision: number;
  recall: number;
  labelled: number;
  /** Pairs that were said and are not labelled, and those that are labelled and were not said. */
  wrong: string[];
  missed: string[];
}

/** Each stack is judged by itself; the figures are over the pairs of all of them. */
export function judge(...stacks: readonly LabelledStack[]): Judgement {
  const said = new Set(stacks.flatMap(saidOf));
  const labelled = new Set(stacks.flatMap(({ sameJob }) => sameJob.flatMap(pairsOf)));
  const right = [...said].filter((each) => labelled.has(each));
  return {
    precision: round(right.length / said.size),
    recall: round(right.length / labelled.size),
    labelled: labelled.size,
    wrong: [...said].filter((each) => !labelled.has(each)),
    missed: [...labelled].filter((each) => !said.has(each)),
  };
}

function saidOf({ tools }: LabelledStack): string[] {
  const stack = tools.map(
    ({ name, category, purpose, integrations = [] }): Comparable => ({
      ...{ id: name, name, category, purpose, integrations: [...integrations], state: 'live' },
    }),
  );
  return overlaps(stack).map(({ tools: [one, other] }) => pair(one, other));
}

function pairsOf(names: readonly string[]): string[] {
  return names.flatMap((one, index) => names.slice(index + 1).map((other) => pair(one, other)));
}

function pair(one: string, other: string): string {
  return [one, other].sort().join(' + ');
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
