import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { Clock, MovableClock } from './clock.ts';
import { personId } from './domain/person.ts';
import { defaultSettings } from './domain/settings/default-settings.ts';
import { officeHours } from './domain/sla/calendar.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { Log } from './usecases/desk.ts';
import type { Store } from './usecases/ports.ts';

const statePath = 'data/sandbox-slack.db';

/** How the sandbox starts: with what it had, from nothing, or from nothing and without demo data and set-up. */
export type Opening = 'as it was' | 'fresh' | 'empty';

export interface TryOut {
  sandbox: Sandbox;
  /** The desk is new and gets its set-up and its demo data; until these are there the clock shows the past. */
  isNew: boolean;
}

/** Opens the local Slack that stands in for a workspace where no tokens are set. */
export async function openSandbox(options: {
  clock: MovableClock;
  port: number;
  opening: Opening;
  say: (line: string) => void;
}): Promise<TryOut> {
  const { clock, opening } = options;
  // Loaded only here: none of it belongs into production, where its packages are not installed.
  const [{ startSandbox }, { demoBanner, demoLength }, { journeyStory }] = await Promise.all([
    import('./sandbox/sandbox.ts'),
    import('./demo/fill-desk.ts'),
    import('./demo/story.ts'),
  ]);
  const isNew = opening === 'fresh' || (opening === 'as it was' && !existsSync(statePath));
  if (isNew) clock.moveBy(-demoLength);
  const sandbox = await startSandbox({
    clock,
    manifest: await readFile(new URL('../manifest.yml', import.meta.url), 'utf8'),
    delivery: { mode: 'socket' },
    port: options.port,
    statePath,
    fresh: opening !== 'as it was',
    stories: [journeyStory(clock.now)],
    opening:
      opening === 'empty'
        ? [{ who: 'ada', in: 'home' }]
        : [
            { who: 'mia', in: 'dm' },
            { who: 'ines', in: '#it-triage' },
          ],
    log: options.say,
  });
  // Whoever makes IT's channel is in it, and Slack offers nobody a private channel that they are not in.
  if (opening === 'empty') sandbox.admin.join('#it-triage', 'ada');
  // From the first moment, so that nobody begins in the past what the demo would then run over.
  if (isNew) sandbox.announce(demoBanner);
  return { sandbox, isNew };
}

export interface Demo {
  /** Resolves when nothing of the demo goes on any more. */
  stop(): Promise<void>;
}

/** Fills a new desk, while it can be looked at. */
export async function startDemo(parts: {
  sandbox: Sandbox;
  store: Store;
  clock: MovableClock;
  realClock: Clock;
  newId: () => string;
  log: Log;
}): Promise<Demo> {
  const { realClock, log, ...rest } = parts;
  const { fillDesk } = await import('./demo/fill-desk.ts');
  const ending = new AbortController();
  const failed = (error: unknown) => log.warn({ error }, 'something of the demo data went otherwise');
  const filled = fillDesk({ ...rest, present: realClock.now, failed, signal: ending.signal }).catch(failed);
  return {
    stop() {
      ending.abort();
      return filled;
    },
  };
}

/** With `--fresh`, what the app itself remembered of the sandbox. */
export async function forgetSandbox(databaseUrl: string): Promise<void> {
  if (!databaseUrl.startsWith('file:')) return;
  const file = databaseUrl.slice('file:'.length);
  await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(`${file}${suffix}`, { force: true })));
}

/** Sets the desk up for the sandbox's cast, as an admin would by `/martech-request setup`; only if nobody has. */
export async function setUpForCast(store: Store, sandbox: Sandbox): Promise<void> {
  const stored = await store.settings(sandbox.teamId);
  if (stored?.document.triageChannel) return;
  const member = (name: string) => personId(sandbox.teamId, sandbox.person(name).id);
  const defaults = stored?.document ?? defaultSettings('Europe/Berlin');
  const document = {
    ...defaults,
    triageChannel: sandbox.channel('#it-triage').id,
    digest: { ...defaults.digest, channel: sandbox.channel('#marketing-it-weekly').id },
    leads: { marketing: member('lea'), it: member('omar') },
    checkOwners: {
      security: member('ada'),
      privacy: member('ada'),
      integration: null,
      budget: member('lea'),
    },
    hours: { marketing: officeHours('Europe/Berlin'), it: officeHours('Europe/London') },
  };
  const version = (stored?.version ?? 0) + 1;
  // In force from the beginning of time: the demo's requests are sent weeks before.
  const kept = { version, document, changedBy: null, changedAt: 0 };
  await store.write((transaction) => transaction.addSettings(sandbox.teamId, kept));
}
