import type { PersonId } from '../../domain/person.ts';
import { defaultSettings } from '../../domain/settings/default-settings.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { type DeskRefusal, done, type Outcome, refusal } from '../outcome.ts';
import type { Reading } from '../ports.ts';

export async function isItsLead(desk: Desk, reading: Reading, person: PersonId): Promise<boolean> {
  const { isMember } = await desk.directory.standingOf(person);
  const { it } = await leadsInForce(reading, await settingsInForce(desk, reading));
  return isMember && it === person;
}

/** What IT's lead states about the months to come: the newest settings with their change, as a new version. */
export async function changePlans(
  desk: Desk,
  { person, cause }: { person: PersonId; cause: string },
  change: (settings: Settings) => Settings | 'moved-on' | DeskRefusal,
): Promise<Outcome<'kept' | 'moved-on'>> {
  const { store, workspace, clock } = desk;
  if (!(await isItsLead(desk, store, person))) return refusal({ code: 'not-its-lead' });
  const outcome = await store.write(async (transaction): Promise<Outcome<'kept' | 'moved-on'>> => {
    if (await transaction.handled(workspace, cause)) return done('kept');
    const stored = await transaction.settings(workspace);
    const before = stored?.document ?? defaultSettings('UTC');
    const after = change(before);
    if (after === 'moved-on') return done(after);
    if ('code' in after) return refusal(after);
    const at = clock.now();
    if (after !== before) {
      const version = (stored?.version ?? 0) + 1;
      await transaction.addSettings(workspace, {
        version,
        document: after,
        changedBy: person,
        changedAt: at,
      });
    }
    await transaction.remember(workspace, cause, 'kept', at);
    return done('kept');
  });
  if (outcome.ok && outcome.value === 'kept') desk.log.info({ person, cause }, 'plans changed');
  return outcome;
}
