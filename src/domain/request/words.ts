import type { RequestEvent } from './events.ts';

/** True for what IT says among itself: a note that nobody shared, and every change of one. */
export function staysWithIt(event: RequestEvent): boolean {
  switch (event.type) {
    case 'CommentAdded':
    case 'WordsEdited':
    case 'WordsTakenBack':
      return !event.shared;
    default:
      return false;
  }
}

/**
 * The facts of the last thing that somebody did to a request, apart from IT's notes and corrected words: what an emoji
 * can still take back, because nothing followed.
 */
export function lastStep(history: readonly RequestEvent[]): RequestEvent[] {
  const steps = history.filter(
    (event) => event.type !== 'WordsEdited' && event.type !== 'WordsTakenBack' && !staysWithIt(event),
  );
  const cause = steps.at(-1)?.cause;
  return steps.filter((event) => event.cause === cause);
}

/** How the words of each fact read by now: the newest wording, or null where they were taken back. */
export function newestWords(history: readonly RequestEvent[]): Map<number, string | null> {
  const newest = new Map<number, string | null>();
  for (const event of history) {
    if (event.type === 'WordsEdited') newest.set(event.fact, event.words);
    if (event.type === 'WordsTakenBack') newest.set(event.fact, null);
  }
  return newest;
}
