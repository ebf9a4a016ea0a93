import { personId } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Workspace } from '../../usecases/records.ts';
import { deskSettings } from '../../usecases/settings/configure-desk.ts';

/**
 * Says at start-up what still keeps the desk from working, with the remedy. Who is in IT is read on the way, so that
 * the first request does not wait for it; a public triage channel is reported by that reading.
 */
export async function checkSetUp(desk: Desk, { id, botUserId }: Workspace): Promise<void> {
  const { settings } = await deskSettings(desk);
  if (!settings.triageChannel) {
    desk.log.warn({}, 'no channel for IT is set, so its cards wait: type /martech-request setup in Slack');
  }
  await desk.directory.standingOf(personId(id, botUserId));
}
