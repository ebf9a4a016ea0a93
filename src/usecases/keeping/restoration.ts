import type { Desk } from '../desk.ts';
import type { Store } from '../ports.ts';
import { cards } from '../saying/announce.ts';
import type { Restoration } from './keeping-ports.ts';

const requestsAtOnce = 100;
/** Cards of requests that are lost still stand in Slack: so many numbers are not given again. */
const numbersSkipped = 100;

/** Has the next start reckon with what was said after this database was copied; a copy of ours says so itself. */
export async function expectRestored(store: Store): Promise<void> {
  const workspace = await store.workspace();
  // Nobody was ever told anything.
  if (!workspace) return;
  const known = await store.restoration(workspace.id);
  if (known && known.startedAt === null) return;
  const takenAt = await store.lastSignOfLife(workspace.id);
  if (takenAt === null) return;
  await store.write((transaction) => transaction.expectRestoration(workspace.id, takenAt));
}

/**
 * At the first start on a copy: whatever it has still to say may stand in Slack by now and is looked for first, and
 * the cards, which show what became of requests later, are edited to show what is known. Null if there was no copy.
 */
export async function beginRestored(desk: Desk): Promise<Restoration | null> {
  const { store, workspace, clock, log } = desk;
  const restoration = await store.restoration(workspace);
  if (!restoration || restoration.startedAt !== null) return restoration;
  const { takenAt } = restoration;
  const startedAt = clock.now();
  await store.write((transaction) => transaction.doubtOutbox(workspace, startedAt));
  await showCardsAnew(desk);
  // Last, so that a start that is cut short is made again.
  await store.write(async (transaction) => {
    await transaction.skipRequestNumbers(workspace, numbersSkipped);
    await transaction.beginRestoration(workspace, takenAt, startedAt);
  });
  log.warn({ takenAt: new Date(takenAt).toISOString() }, 'the database was restored from a backup');
  return { takenAt, startedAt };
}

async function showCardsAnew({ store, workspace, clock, newId }: Desk): Promise<void> {
  for (let offset = 0; ; offset += requestsAtOnce) {
    const requests = await store.openRequests(workspace, { limit: requestsAtOnce, offset });
    if (requests.length === 0) return;
    const subjects = requests.flatMap((request) => cards(null, request));
    const at = clock.now();
    await store.write((transaction) =>
      transaction.announce(subjects.map((subject) => ({ id: newId(), workspace, subject, at }))),
    );
  }
}
