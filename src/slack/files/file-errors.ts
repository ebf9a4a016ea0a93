import { type GivenFile, largestFile } from '../../domain/request/given-file.ts';

/** Beside the file input: what could not cross is better said before it is sent. Null if all of them can. */
export function fileErrors(files: readonly GivenFile[]): { files: string } | null {
  const tooLarge = files.filter(({ size }) => size > largestFile).map(({ name }) => name);
  if (tooLarge.length === 0) return null;
  return {
    files: `${tooLarge.join(', ')}: larger than 100 MB. Please take a smaller file, or paste a link.`,
  };
}
