import type { Instant } from '../../domain/time.ts';
import { dayMs } from '../../domain/time.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { digestOf } from '../digest/digest-of.ts';
import { type Home, homeOf } from '../request/list-requests.ts';
import { wantHome } from './open-home.ts';

/** Who has not opened it for so long has most likely closed it. */
const shownFor = dayMs;
const atMostEvery = 30_000;
const crowdedWait = 1000;

/**
 * Has App Home published again for everybody who opened it lately and would see something else now. Answers when to
 * look again, because somebody's was published a moment ago; null if all show what is.
 */
export async function refreshHomes(desk: Desk): Promise<Instant | null> {
  const { store, workspace, clock } = desk;
  const { triageChannel } = await settingsInForce(desk, store);
  const waits: Instant[] = [];
  for (const visit of await store.homesOpenedSince(workspace, clock.now() - shownFor)) {
    const now = clock.now();
    if (desk.isCrowded()) return now + crowdedWait;
    const { person, refreshedAt, shown } = visit;
    // Opened a moment ago: it is about to be published anyway.
    if (shown === null) continue;
    if (refreshedAt !== null && refreshedAt <= now && refreshedAt + atMostEvery > now) {
      waits.push(refreshedAt + atMostEvery);
      continue;
    }
    if ((await digestOfHome(await homeOf(desk, person, triageChannel))) === shown) continue;
    await store.write(async (transaction) => {
      const isTaken = await transaction.takeHomeRefresh(person, now, now - atMostEvery);
      if (isTaken) await wantHome(desk, transaction, person);
    });
  }
  return waits.length > 0 ? Math.min(...waits) : null;
}

/** Equal for two that show the same, whenever they are looked at: the time that is left counts down by itself. */
export function digestOfHome(home: Home): Promise<string> {
  return digestOf(home, ['left']);
}
