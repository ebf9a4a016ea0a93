import type { WebClient } from '@slack/web-api';
import { type PersonId, userOf } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import { digestOfHome } from '../../usecases/home/refresh-homes.ts';
import { homeOf } from '../../usecases/request/list-requests.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import { deskSettings } from '../../usecases/settings/configure-desk.ts';
import { repeatable } from '../web-api/call-outcome.ts';
import { failureOf } from '../web-api/web-api-error.ts';
import { homeTab } from './home-tab.ts';

/**
 * Publishes somebody's App Home as things stand now. What is not built on the view that Slack has would overwrite
 * something newer (another instance was quicker): then it is read and built once more.
 */
export function publishHome(
  { desk, client }: { desk: Desk; client: WebClient },
  recipient: PersonId,
): Promise<Said> {
  const { store, clock } = desk;

  async function publish(hash: string | null): Promise<void> {
    const { settings } = await deskSettings(desk);
    const home = await homeOf(desk, recipient, settings.triageChannel);
    const view = homeTab(home, clock.now());
    const published = await client.views.publish({ user_id: userOf(recipient), view, ...(hash && { hash }) });
    const shown = await digestOfHome(home);
    await store.write((transaction) =>
      transaction.saveHomeShown(recipient, shown, published.view?.hash ?? null),
    );
  }

  return repeatable(async () => {
    try {
      await publish((await store.homeVisit(recipient))?.hash ?? null);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'refused' || failure.error !== 'hash_conflict') throw error;
      await publish(null);
    }
    return { result: 'said', location: null };
  });
}
