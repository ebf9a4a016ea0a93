import type { OutboxEntry } from '../../usecases/saying/outbox.ts';
import type { Found, Said } from '../../usecases/saying/speaker.ts';

/** How one outbox entry is said, and how what an earlier attempt of it left is found. */
export interface Telling {
  say(): Promise<Said>;
  find(): Promise<Found>;
}

/** Said, or nothing to say any more; in either case nothing new stands anywhere. */
export const said: Said = { result: 'said', location: null };

/** What can simply be done again needs no looking up. */
export const nothingToFind = async (): Promise<Found> => ({ result: 'absent' });

/** An ephemeral message cannot be looked up: better never than twice. */
export function neverTwice({ wanted }: OutboxEntry): () => Promise<Found> {
  return async () => ({ result: 'found', location: null, revision: wanted });
}
