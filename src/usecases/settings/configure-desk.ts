import type { PersonId } from '../../domain/person.ts';
import { defaultSettings } from '../../domain/settings/default-settings.ts';
import { mergedSettings } from '../../domain/settings/merge.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type Desk, withFixed } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading } from '../ports.ts';
import { moveCards } from '../saying/card-places.ts';
import { retryUnsaid } from '../saying/unsaid.ts';

export interface DeskSettings {
  settings: Settings;
  version: number;
  /** Names of what the environment fixes; changing these in Slack would have no effect. */
  fixed: string[];
}

export async function deskSettings(desk: Desk, reading: Reading = desk.store): Promise<DeskSettings> {
  const stored = await reading.settings(desk.workspace);
  return {
    settings: withFixed(stored?.document ?? defaultSettings('UTC'), desk.fixed),
    version: stored?.version ?? 0,
    fixed: fixedNames(desk),
  };
}

/** As they stood in a window that was opened a while ago. */
export async function settingsSeen(
  { workspace, store }: Desk,
  version: number,
  reading: Reading = store,
): Promise<Settings> {
  return (await reading.settingsVersion(workspace, version))?.document ?? defaultSettings('UTC');
}

/** The installer and Slack's own admins set the desk up. */
export async function mayConfigure(desk: Desk, person: PersonId): Promise<boolean> {
  const { isAdmin, isMember } = await desk.directory.person(person);
  if (!isMember) return false;
  return isAdmin || (await desk.store.workspace())?.installer === person;
}

/**
 * Applies a change to the newest settings, where others may have changed something else meanwhile, and keeps it as a new version. The first person who sets the desk up stands
 * in for the leads until they are named.
 */
export async function configureDesk(
  desk: Desk,
  order: {
    person: PersonId;
    cause: string;
    change: (settings: Settings) => Settings;
    /** The version that was on the screen, where a window shows more than somebody changes in it. */
    seen?: number;
  },
): Promise<Outcome<{ version: number }>> {
  if (!(await mayConfigure(desk, order.person))) return refusal({ code: 'not-an-admin' });
  const version = await desk.store.write(async (transaction) => {
    const earlier = await transaction.handled(desk.workspace, order.cause);
    if (earlier) return Number(earlier);
    const stored = await transaction.settings(desk.workspace);
    const newest = stored?.document ?? defaultSettings('UTC');
    const seen = order.seen === undefined ? newest : await settingsSeen(desk, order.seen, transaction);
    const document = mergedSettings(newest, seen, order.change(seen));
    const next = {
      version: (stored?.version ?? 0) + 1,
      document,
      changedBy: order.person,
      changedAt: desk.clock.now(),
    };
    await transaction.addSettings(desk.workspace, next);
    const workspace = await transaction.workspace();
    if (workspace && !workspace.installer) {
      await transaction.saveWorkspace({ ...workspace, installer: order.person });
    }
    await retryUnsaid(desk, transaction);
    if (standsOtherwise(stored?.document, next.document)) await moveCards(desk, transaction);
    await transaction.remember(desk.workspace, order.cause, String(next.version), next.changedAt);
    return next.version;
  });
  desk.log.info({ version, person: order.person }, 'settings changed');
  return done({ version });
}

/** Whether cards may have to move. */
function standsOtherwise(before: Settings | undefined, after: Settings): boolean {
  const places = (settings: Settings) => JSON.stringify([settings.triageChannel, settings.routing]);
  return before !== undefined && places(before) !== places(after);
}

function fixedNames({ fixed }: Desk): string[] {
  return [
    ...(fixed.triageChannel ? ['TRIAGE_CHANNEL'] : []),
    ...(fixed.digestChannel ? ['DIGEST_CHANNEL'] : []),
    ...(fixed.itUsergroup ? ['IT_USERGROUP'] : []),
  ];
}
