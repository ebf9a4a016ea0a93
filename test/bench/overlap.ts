/**
 * Which tools of a labelled stack do the same job, as the matcher says and as people who know the products say. The
 * figures are those of the half by which nothing was tuned.
 */
import { type Comparable, overlaps } from '../../src/domain/stack/overlap.ts';
import { heldOut, type LabelledStack, tuning } from './overlap/labelled.ts';
import { nearMisses } from './overlap/near-misses.ts';
import type { Report } from './run.ts';

export async function run(): Promise<Report> {
  const seen = judge(tuning);
  const near = judge(nearMisses);
  const fresh = judge(heldOut);
  return {
    name: 'overlap',
    figures: {
      precision: fresh.precision,
      recall: fresh.recall,
      products: heldOut.tools.length + tuning.tools.length + nearMisses.tools.length,
      labelled_pairs: fresh.labelled + seen.labelled + near.labelled,
      tuning_precision: seen.precision,
      tuning_recall: seen.recall,
      near_miss_precision: near.precision,
      near_miss_recall: near.recall,
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

export function judge({ tools, sameJob }: LabelledStack): Judgement {
  const stack = tools.map(
    ({ name, category, purpose, integrations = [] }): Comparable => ({
      ...{ id: name, name, category, purpose, integrations: [...integrations], state: 'live' },
    }),
  );
  const said = new Set(overlaps(stack).map(({ tools: [one, other] }) => pair(one, other)));
  const labelled = new Set(sameJob.flatMap((names) => pairsOf(names)));
  const right = [...said].filter((each) => labelled.has(each));
  return {
    precision: round(right.length / said.size),
    recall: round(right.length / labelled.size),
    labelled: labelled.size,
    wrong: [...said].filter((each) => !labelled.has(each)),
    missed: [...labelled].filter((each) => !said.has(each)),
  };
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
