import { areAlike } from '../../src/domain/intake/alike.ts';
import { type Pair, pairs } from './alike/labelled.ts';
import type { Report } from './run.ts';

/**
 * How well look-alikes are told from other wishes, on the half of the labelled set that the matcher was not tuned on.
 * `precision`: of what it shows, how much is the same wish. `recall`: of the same wishes, how many it shows.
 */
export async function run(): Promise<Report> {
  const { precision, recall } = judged(halves.figures);
  return {
    name: 'alike',
    figures: { pairs: pairs.length, judged: halves.figures.length, precision, recall },
    ratios: { precision_to_aim: precision / 0.8, recall_to_aim: recall / 0.7 },
  };
}

export const halves = {
  tuning: pairs.filter((_, place) => place % 2 === 0),
  figures: pairs.filter((_, place) => place % 2 === 1),
};

export function judged(set: readonly Pair[]): { precision: number; recall: number } {
  const shown = set.filter(({ a, b }) => areAlike(a, b));
  const right = shown.filter(({ label }) => label === 'same').length;
  const wanted = set.filter(({ label }) => label === 'same').length;
  return { precision: shown.length === 0 ? 1 : right / shown.length, recall: right / wanted };
}
