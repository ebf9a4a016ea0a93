import { z } from 'zod';

/** A file as its author gave it: Slack's id of it, the name it goes by, and how many bytes it has. */
export const givenFileSchema = z.strictObject({ source: z.string(), name: z.string(), size: z.int() });
export type GivenFile = z.infer<typeof givenFileSchema>;

/** More than this does not cross: 100 MB. */
export const largestFile = 100 * 1024 * 1024;

/** A message with what is attached to it: files have no words of their own, so their names stand for them. */
export function wordsWithFiles(words: string, files: readonly Pick<GivenFile, 'name'>[]): string {
  return [...(words === '' ? [] : [words]), ...files.map(({ name }) => `📎 ${name}`)].join('\n');
}
