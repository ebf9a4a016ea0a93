import type { Clock } from '../clock.ts';
import type { Settings } from '../domain/settings/settings.ts';
import { dayMs, type Instant } from '../domain/time.ts';
import type { Backups } from '../usecases/keeping/backups.ts';
import type { Store } from '../usecases/ports.ts';
import { bad, checkSettings, checkWork, type Finding, good } from '../usecases/settings/check-up.ts';

export interface DoctorParts {
  store: Store;
  clock: Clock;
  /** Asks Slack; without tokens there is nothing to ask. */
  slack: ((settings: Settings) => Promise<Finding[]>) | null;
  /** Null where the app makes none. */
  backups: Pick<Backups, 'newest'> | null;
}

/** `doctor`: looks at everything that promises depend on, and says what to do. */
export async function doctorCommand({ store, clock, slack, backups }: DoctorParts): Promise<string> {
  const workspace = await store.workspace();
  const stored = workspace && (await store.settings(workspace.id));
  const findings = stored
    ? [
        ...checkSettings(stored.document, clock.now()),
        ...(slack ? await slack(stored.document) : []),
        ...(await checkWork(store, workspace.id, clock.now())),
        ...(backups ? [checkBackups(backups, clock.now())] : []),
      ]
    : [bad('the database is empty', 'start the app once, then ask again')];
  const faults = findings.filter(({ ok }) => !ok).length;
  return [
    ...findings.map((finding) =>
      finding.ok ? `  ok    ${finding.what}` : `  FAULT ${finding.what}\n        ${finding.remedy}`,
    ),
    faults === 0 ? 'All is well.' : `${faults} to mend.`,
  ].join('\n');
}

/** One is made each day, and a day may pass while the app is down. */
const oldestBackup = 2 * dayMs;

function checkBackups(backups: Pick<Backups, 'newest'>, now: Instant): Finding {
  const newest = backups.newest();
  const remedy = 'make one by npm run backup; the app makes one each day it runs, or says in its log why not';
  if (newest === null) return bad('there is no backup that could be restored', remedy);
  const made = `the newest backup is of ${new Date(newest).toUTCString()}`;
  return newest < now - oldestBackup ? bad(made, remedy) : good(made);
}
