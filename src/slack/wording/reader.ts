import type { PersonId, Side } from '../../domain/person.ts';
import { mention } from '../kit/mention.ts';

/** Whose eyes a text is for: the same fact reads "You" for one and a name for all others. */
export interface Reader {
  /** Null for somebody who only looks on. */
  side: Side | null;
  /** Null where several people read, as in the triage channel. */
  person: PersonId | null;
}

/** The triage channel. */
export const itsChannel: Reader = { side: 'it', person: null };

/** "You", or the person's name as Slack shows it. */
export function nameFor(reader: Reader, person: PersonId): string {
  return person === reader.person ? 'You' : mention(person);
}

/** The same inside a sentence: "you". */
export function objectFor(reader: Reader, person: PersonId): string {
  return person === reader.person ? 'you' : mention(person);
}
