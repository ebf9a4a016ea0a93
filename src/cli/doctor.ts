import type { Clock } from '../clock.ts';
import type { Settings } from '../domain/settings/settings.ts';
import type { Store } from '../usecases/ports.ts';
import { bad, checkSettings, checkWork, type Finding } from '../usecases/settings/check-up.ts';

export interface DoctorParts {
  store: Store;
  clock: Clock;
  /** Asks Slack; without tokens there is nothing to ask. */
  slack: ((settings: Settings) => Promise<Finding[]>) | null;
}

/** `doctor`: looks at everything that promises depend on, and says what to do. */
export async function doctorCommand({ store, clock, slack }: DoctorParts): Promise<string> {
  const workspace = await store.workspace();
  const stored = workspace && (await store.settings(workspace.id));
  const findings = stored
    ? [
        ...checkSettings(stored.document, clock.now()),
        ...(slack ? await slack(stored.document) : []),
        ...(await checkWork(store, workspace.id, clock.now())),
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
