/**
 * A second stack, as two employees would have recorded it (one in two words, one in a sentence), written down from
 * public knowledge by somebody who had not read the matcher or its words, and not changed to suit it. None of its
 * products stands in the first stack or among the near misses. Neighbours are often of one category, of one vendor or
 * of the same words without doing the same job. Both halves hold the same jobs in different words, so the figures say
 * how well a job is known again, not how well a job is met that the matcher has no words for.
 */
import type { LabelledStack, LabelledTool } from './labelled.ts';
import { customers, secondJobs } from './second-customers.ts';
import { reach } from './second-reach.ts';
import { work } from './second-work.ts';

const jobs = [...reach, ...customers, ...work];
const sameJob = [...jobs.map((tools) => tools.map(({ name }) => name)), ...secondJobs];

/** Every other product in the order of writing: the half whose mistakes may be looked at. */
export const secondTuning = half(0);

/** The products between them: only the totals of this half are looked at. */
export const secondHeldOut = half(1);

function half(parity: 0 | 1): LabelledStack {
  const tools = jobs.flat().filter((_, index) => index % 2 === parity);
  const names = new Set(tools.map(({ name }) => name));
  const within = (some: readonly string[]): string[] => some.filter((name) => names.has(name));
  return {
    tools: tools.map((each): LabelledTool => ({ ...each, integrations: within(each.integrations ?? []) })),
    sameJob: sameJob.map(within),
  };
}
