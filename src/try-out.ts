import { readFile, rm } from 'node:fs/promises';
import type { MovableClock } from './clock.ts';
import { personId } from './domain/person.ts';
import { defaultSettings } from './domain/settings/default-settings.ts';
import { officeHours } from './domain/sla/calendar.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { Store } from './usecases/ports.ts';

const statePath = 'data/sandbox-slack.db';

/** Opens the local Slack that stands in for a workspace where no tokens are set. */
export async function openSandbox(options: {
  clock: MovableClock;
  port: number;
  fresh: boolean;
  say: (line: string) => void;
}): Promise<Sandbox> {
  // Loaded only here: none of it belongs into production, where its packages are not installed.
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  return startSandbox({
    clock: options.clock,
    manifest: await readFile(new URL('../manifest.yml', import.meta.url), 'utf8'),
    delivery: { mode: 'socket' },
    port: options.port,
    statePath,
    fresh: options.fresh,
    log: options.say,
  });
}

/** With `--fresh`, what the app itself remembered of the sandbox. */
export async function forgetSandbox(databaseUrl: string): Promise<void> {
  if (!databaseUrl.startsWith('file:')) return;
  const file = databaseUrl.slice('file:'.length);
  await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(`${file}${suffix}`, { force: true })));
}

/** Sets the desk up for the sandbox's cast, as an admin would by `/martech-request setup`; only if nobody has. */
export async function setUpForCast(store: Store, sandbox: Sandbox, now: number): Promise<void> {
  const stored = await store.settings(sandbox.teamId);
  if (stored?.document.triageChannel) return;
  const member = (name: string) => personId(sandbox.teamId, sandbox.person(name).id);
  const document = {
    ...(stored?.document ?? defaultSettings('Europe/Berlin')),
    triageChannel: sandbox.channel('#it-triage').id,
    leads: { marketing: member('lea'), it: member('omar') },
    hours: { marketing: officeHours('Europe/Berlin'), it: officeHours('Europe/London') },
  };
  const version = (stored?.version ?? 0) + 1;
  await store.write((transaction) =>
    transaction.addSettings(sandbox.teamId, { version, document, changedBy: null, changedAt: now }),
  );
}
