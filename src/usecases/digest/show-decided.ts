import type { Desk } from '../desk.ts';
import type { Transaction } from '../ports.ts';
import type { DigestLocation } from './digests.ts';

type Announcer = Pick<Desk, 'workspace' | 'newId' | 'clock'>;

/**
 * Something was decided where it always is: digests that ask about it show so. `about` is the question's name, see
 * `aboutOf`.
 */
export async function showDecided(desk: Announcer, transaction: Transaction, about: string): Promise<void> {
  await showAnew(desk, transaction, await transaction.digestsAbout(desk.workspace, about));
}

export async function showAnew(
  desk: Announcer,
  transaction: Transaction,
  locations: readonly DigestLocation[],
): Promise<void> {
  if (locations.length === 0) return;
  await transaction.announce(
    locations.map(({ week, place }) => ({
      id: desk.newId(),
      workspace: desk.workspace,
      subject: { kind: 'upsert', purpose: 'digest', week, place },
      at: desk.clock.now(),
    })),
  );
}
