import type { PersonId } from '../../domain/person.ts';
import { dayMs } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from './draft-ports.ts';

/** Whoever has not come back for it by then has other plans. */
const kept = 14 * dayMs;

/** Keeps a draft, and takes the occasion to drop everybody's that are too old. */
export async function keepDraft(desk: Desk, person: PersonId, draft: Omit<Draft, 'keptAt'>): Promise<void> {
  const keptAt = desk.clock.now();
  await desk.store.write(async (transaction) => {
    await transaction.dropDraftsBefore(desk.workspace, keptAt - kept);
    await transaction.keepDraft(desk.workspace, person, { ...draft, keptAt });
  });
}

/** So many windows may have been sent just as they were kept once more. */
const mostStale = 5;

/** The newest, or the one of this name; null if there is none, if it is too old, or if its window was sent after all. */
export async function draftOf(
  { store, workspace, clock }: Desk,
  person: PersonId,
  name?: string,
): Promise<Draft | null> {
  for (const draft of await store.drafts(person, mostStale)) {
    const isMeant = name === undefined || draft.cause === name;
    if (!isMeant || draft.keptAt < clock.now() - kept) continue;
    if ((await store.handled(workspace, draft.cause)) === null) return draft;
  }
  return null;
}

export async function dropDraft(desk: Desk, person: PersonId, name: string): Promise<void> {
  await desk.store.write((transaction) => transaction.dropDraft(person, name));
}
