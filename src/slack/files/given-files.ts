import type { GivenFile } from '../../domain/request/given-file.ts';
import type { SlackFile, ViewValues } from '../conversation.ts';
import { cut } from '../kit/cut.ts';
import { clean, oneLine } from '../kit/escape.ts';

/** Longer names help nobody. */
const longestName = 150;

/** Those that are still there, by names that are safe to keep. */
export function givenFiles(files: readonly SlackFile[]): GivenFile[] {
  return files
    .filter(({ mode }) => mode !== 'tombstone')
    .map(({ id, name, title, size = 0 }) => ({ source: id, name: nameOf(name ?? title), size }));
}

function nameOf(name: string | null | undefined): string {
  return cut(oneLine(clean(name ?? '')), longestName) || 'a file without a name';
}

/** What the file input of a window holds, whichever of its blocks that is. */
export function filesIn(values: ViewValues): GivenFile[] {
  return Object.values(values).flatMap((elements) =>
    Object.values(elements).flatMap(({ files = [] }) => givenFiles(files)),
  );
}
