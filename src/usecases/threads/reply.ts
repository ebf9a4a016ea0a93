import type { PersonId } from '../../domain/person.ts';
import type { GivenFile } from '../../domain/request/given-file.ts';

/** What somebody wrote in the thread of a card. */
export interface Reply {
  channel: string;
  ts: string;
  /** The message at the head of the thread. */
  threadTs: string;
  person: PersonId;
  /** Empty where there are only files. */
  words: string;
  files: readonly GivenFile[];
  cause: string;
  /** It was held back, and its author has said that it is harmless or has taken out what was not. */
  isChecked?: boolean;
  /** The request's broker, its author or the clock has let it go: the id under which it waited. */
  brokered?: string;
}
