import { categories } from './category.ts';
import { jobsIn } from './jobs.ts';
import { sideBySide } from './overlap.ts';
import { isCurrent, type Tool } from './tool.ts';
import { wordsIn } from './words.ts';

/** What to look for in the stack when somebody wants this: their own words, and how else the jobs they name are called. */
export function termsForWish(text: string, most: number): string[] {
  return [...new Set([...wordsIn(text), ...wordsIn(jobsIn(text).join(' '))])].slice(0, most);
}

/**
 * Those of these tools that do what somebody wishes for, the surest first: tools that the wish names, that do a job it
 * names, or that are of a category it speaks of and described with one of its words. A wish has too few words to be
 * compared with a purpose as two purposes are in `overlap.ts`.
 */
export function thatDo(text: string, tools: readonly Tool[]): Tool[] {
  const words = new Set(wordsIn(text));
  const jobs = jobsIn(text);
  return tools
    .filter(isCurrent)
    .map((tool) => ({ tool, score: scoreOf(tool, words, jobs) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score)
    .map(({ tool }) => tool);
}

const enough = 2;

function scoreOf(
  { name, category, purpose }: Tool,
  words: ReadonlySet<string>,
  jobs: ReturnType<typeof jobsIn>,
): number {
  const named = wordsIn(name);
  const isNamed = named.length > 0 && named.every((word) => words.has(word));
  const does = jobsIn(purpose);
  const ofCategory = wordsIn(`${categories[category].name} ${categories[category].words}`);
  return (
    (isNamed ? 4 : 0) +
    (jobs.some((job) => does.includes(job)) ? 2 : 0) +
    (!sideBySide.includes(category) && ofCategory.some((word) => words.has(word)) ? 1 : 0) +
    (wordsIn(purpose).some((word) => words.has(word)) ? 1 : 0)
  );
}
