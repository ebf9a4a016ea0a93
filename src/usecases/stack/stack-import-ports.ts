import type { PersonId } from '../../domain/person.ts';
import type { GivenFile } from '../../domain/request/given-file.ts';
import type { Instant } from '../../domain/time.ts';

export const importStates = ['asked', 'faulty', 'shown', 'wanted', 'done', 'unreadable'] as const;
export type ImportState = (typeof importStates)[number];

/** A file that somebody wants in the stack: read first, then shown, and written once they have said so. */
export interface StackImport {
  id: string;
  person: PersonId;
  file: GivenFile;
  state: ImportState;
  askedAt: Instant;
  /** What it would change, or did; null before it was read. */
  summary: ImportSummary | null;
}

/** Counts, and as many lines of each kind as a person reads. */
export interface ImportSummary {
  added: number;
  changed: number;
  unchanged: number;
  /** Columns that are not ours. */
  ignored: string[];
  faults: number;
  lines: string[];
}

export interface StackImportReading {
  stackImport(id: string): Promise<StackImport | null>;
  /** Those that wait to be read or to be written. */
  stackImportsToDo(workspace: string, limit: number): Promise<string[]>;
}

export interface StackImportWriting {
  saveStackImport(workspace: string, stackImport: StackImport): Promise<void>;
}
