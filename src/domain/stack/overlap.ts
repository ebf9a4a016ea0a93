import type { Category } from './category.ts';
import type { Job } from './job-words.ts';
import { weighedJobsIn } from './jobs.ts';
import { isCurrent, type Tool } from './tool.ts';
import { wordsIn } from './words.ts';

/** Why two tools may do the same job. */
export type OverlapReason =
  | { why: 'category' }
  | { why: 'jobs'; jobs: Job[] }
  /** Words that both are described with, the rarest first. */
  | { why: 'words'; words: string[] }
  /** Tools that both exchange data with. */
  | { why: 'integrations'; tools: string[] };

export interface Overlap {
  /** Ids; the first in the order of the stack first. */
  tools: [string, string];
  reasons: OverlapReason[];
  /** How sure this is; only for the order. */
  score: number;
}

/** What the matcher reads of a tool. */
export type Comparable = Pick<Tool, 'id' | 'name' | 'category' | 'purpose' | 'integrations' | 'state'>;

/** Chosen on one half of each labelled stack in test/bench/overlap; the figures are those of the other halves. */
const weights = {
  category: 0.4,
  sameJob: 1.1,
  otherJob: -0.6,
  words: 0.4,
  /** The words of two tools of which one is described without a job of the list. */
  wordsAlone: 0.8,
  integrations: 0.05,
  integrated: -0.5,
  enough: 1,
};

/** Where each tool runs a channel of its own, several of a category are a plan and not a duplicate. */
export const sideBySide: readonly Category[] = ['advertising', 'other'];

/**
 * Pairs of current tools that may do the same job, the surest first. Words weigh by how rare they are in this stack: what
 * half of the tools say tells nothing apart. Two tools that exchange data with each other are more often made for each
 * other than against each other.
 */
export function overlaps(tools: readonly Comparable[]): Overlap[] {
  const { read, rarity } = readStack(tools);
  const pairs = read.flatMap((one, index) =>
    read.slice(index + 1).flatMap((other) => compare(one, other, rarity) ?? []),
  );
  return pairs.sort((a, b) => b.score - a.score);
}

/** The same for one of them, which stands first in each pair. */
export function overlapsWith(id: string, tools: readonly Comparable[]): Overlap[] {
  const { read, rarity } = readStack(tools);
  const one = read.find(({ tool }) => tool.id === id);
  if (!one) return [];
  const pairs = read.flatMap((other) => (other === one ? [] : (compare(one, other, rarity) ?? [])));
  return pairs.sort((a, b) => b.score - a.score);
}

function readStack(tools: readonly Comparable[]): { read: Read[]; rarity: Rarity } {
  const read = tools.filter(isCurrent).map((tool) => ({
    ...{ tool, words: wordsIn(tool.purpose), jobs: weighedJobsIn(tool.purpose) },
  }));
  return { read, rarity: rarityIn(read.map(({ words }) => words)) };
}

interface Read {
  tool: Comparable;
  words: readonly string[];
  jobs: ReadonlyMap<Job, number>;
}

type Rarity = (word: string) => number;

function compare(one: Read, other: Read, rarity: Rarity): Overlap | null {
  const isSame = one.tool.category === other.tool.category && !sideBySide.includes(one.tool.category);
  const words = one.words.filter((word) => other.words.includes(word)).sort((a, b) => rarity(b) - rarity(a));
  const jobs = [...one.jobs.keys()].filter((job) => other.jobs.has(job));
  const isTold = one.jobs.size > 0 && other.jobs.size > 0;
  const shared = one.tool.integrations.filter((id) => other.tool.integrations.includes(id));
  const isJoined =
    one.tool.integrations.includes(other.tool.id) || other.tool.integrations.includes(one.tool.id);
  const score =
    (isSame ? weights.category : 0) +
    weights.sameJob * sharing(one.jobs, other.jobs) +
    (isTold && jobs.length === 0 ? weights.otherJob : 0) +
    (isTold ? weights.words : weights.wordsAlone) * likeness(one.words, other.words, words, rarity) +
    (shared.length > 0 ? weights.integrations : 0) +
    (isJoined ? weights.integrated : 0);
  if (score < weights.enough) return null;
  const reasons: OverlapReason[] = [
    ...(isSame ? [{ why: 'category' as const }] : []),
    ...(jobs.length > 0 ? [{ why: 'jobs' as const, jobs }] : []),
    ...(words.length > 0 ? [{ why: 'words' as const, words }] : []),
    ...(shared.length > 0 ? [{ why: 'integrations' as const, tools: shared }] : []),
  ];
  return { tools: [one.tool.id, other.tool.id], reasons, score };
}

/** From 0 to 1: how much of what each does the other does too, the geometric mean of both. */
function sharing(one: ReadonlyMap<Job, number>, other: ReadonlyMap<Job, number>): number {
  const shared = [...one].map(([job, weight]) => Math.min(weight, other.get(job) ?? 0));
  return sum(shared) === 0 ? 0 : sum(shared) / Math.sqrt(sum([...one.values()]) * sum([...other.values()]));
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

/** From 0 to 1: how much of what the shorter text says the other says too. */
function likeness(
  one: readonly string[],
  other: readonly string[],
  shared: readonly string[],
  rarity: Rarity,
): number {
  const weigh = (words: readonly string[]) => sum(words.map(rarity));
  const least = Math.min(weigh(one), weigh(other));
  return least === 0 ? 0 : weigh(shared) / least;
}

function rarityIn(texts: readonly (readonly string[])[]): Rarity {
  const count = new Map<string, number>();
  for (const word of texts.flat()) count.set(word, (count.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (count.get(word) ?? 1));
}
