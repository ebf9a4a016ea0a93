import { type Job, jobWords } from './job-words.ts';
import { wordsIn } from './words.ts';

/** Endings that make a noun of a verb or a past of a present, and letters that they double ("tag", "tagging"). */
const endings = ['ing', 'ed', 'ion', 'e'];
const doubled = 'bdgklmnprt';

/** How many words apart two may stand to mean something together. */
const reach = 3;

/** Where a text stops saying what a tool is and goes on about what it is for; not if it begins so. */
const turn = /(?<=\S\s)(for|to|so|that|which|where|who|whom|with|from|by|through|on|in|at|before)\s/i;

/** By the word alone, and by each word of a pair without its ending. */
const alone = new Map<string, Job[]>();
const paired = new Map<string, { other: string; job: Job }[]>();
for (const [job, list] of Object.entries(jobWords) as [Job, string][]) {
  for (const [one = '', other] of list.split(' ').map((each) => each.split('-').map(singular))) {
    if (other === undefined) alone.set(one, [...(alone.get(one) ?? []), job]);
    else paired.set(stem(one), [...(paired.get(stem(one)) ?? []), { other: stem(other), job }]);
  }
}

/** What a text says that a tool is for; none if it uses no word of the list. */
export function jobsIn(text: string): Job[] {
  return [...weighedJobsIn(text).keys()];
}

/**
 * The same with how much each is what the tool itself does: 1, or half of it where the text has named a job and goes on
 * about what that is for ("a popup *to collect addresses for the newsletter*").
 */
export function weighedJobsIn(text: string): Map<Job, number> {
  const found = mentionsIn(text);
  const isNamedEarly = found.some(({ isEarly }) => isEarly);
  const weights = new Map<Job, number>();
  for (const { job, isEarly } of found) {
    weights.set(job, Math.max(weights.get(job) ?? 0, isNamedEarly && !isEarly ? 0.5 : 1));
  }
  return weights;
}

interface Mention {
  job: Job;
  isEarly: boolean;
}

/** What two words mean together, neither of them means alone: a "ticket" that is "answered" admits nobody. */
function mentionsIn(text: string): Mention[] {
  const words = readWords(text);
  const pairs = words.flatMap((word, at) =>
    (paired.get(word.stem) ?? []).flatMap(({ other, job }) => {
      const second = words.findIndex((each, index) => each.stem === other && isNear(each, index, word, at));
      return second < 0
        ? []
        : [{ job, at: [at, second], isEarly: word.isEarly || words[second]?.isEarly === true }];
    }),
  );
  const taken = new Set(pairs.flatMap(({ at }) => at));
  const singles = words.flatMap(({ word, isEarly }, at) =>
    taken.has(at) ? [] : (alone.get(word) ?? []).map((job) => ({ job, isEarly })),
  );
  return [...pairs, ...singles];
}

interface ReadWord {
  word: string;
  stem: string;
  clause: number;
  isEarly: boolean;
}

function isNear(one: ReadWord, index: number, other: ReadWord, at: number): boolean {
  return index !== at && Math.abs(index - at) <= reach && one.clause === other.clause;
}

function readWords(text: string): ReadWord[] {
  // As people write it, it would be two letters that mean nothing; and what a tool does without is not its job.
  const plain = text.replace(/\bA\/B\b/gi, 'ab').replace(/\b(no|without)\s+[\p{L}-]+/giu, ' ');
  const end = turn.exec(plain)?.index ?? plain.length;
  return [plain.slice(0, end), plain.slice(end)].flatMap((part, half) =>
    part.split(/[,:;.()]/).flatMap((clause, index, clauses) =>
      wordsIn(clause).map((word) => ({
        word,
        stem: stem(word),
        // A turn does not end a clause: the second half begins where the first one breaks off.
        clause: half === 0 ? index - clauses.length + 1 : index,
        isEarly: half === 0,
      })),
    ),
  );
}

function singular(word: string): string {
  return wordsIn(word)[0] ?? word;
}

function stem(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length >= each.length + 3);
  const bare = ending ? word.slice(0, -ending.length) : word;
  const last = bare.slice(-1);
  return doubled.includes(last) && bare.at(-2) === last ? bare.slice(0, -1) : bare;
}
