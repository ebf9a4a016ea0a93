import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createClock } from '../../src/clock.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type AppProcess, startProcess } from './app-process.ts';
import type { CrashPoint } from './crash-point.ts';

/** The app in a process of its own on Socket Mode, which is killed and started again on the same database. */
export interface MortalApp {
  /** Resolves when it listens; with a crash point, it will die there. */
  start(options?: { crashAt: CrashPoint }): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when the process is gone. */
  stop(): Promise<void>;
  /** Resolves when the app listens, now or after its next start. */
  up(): Promise<void>;
  /** Resolves when the process is gone. */
  ended(): Promise<void>;
  output(): string;
}

const manifest = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');

/** A Slack without rate limits, in this process. */
export function openSlack(): Promise<Sandbox> {
  return startSandbox({
    clock: createClock(Date.now),
    manifest,
    delivery: { mode: 'socket' },
    rateLimits: false,
  });
}

export function mortalApp(sandbox: Sandbox, databasePath: string): MortalApp {
  let running: AppProcess | null = null;
  let isUp = false;
  const waiting: (() => void)[] = [];

  function process(): AppProcess {
    if (!running) throw new Error('the app was never started');
    return running;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    isUp = false;
    await process().stop(signal);
  }

  return {
    async start(options) {
      const environment = {
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_APP_TOKEN: sandbox.appToken,
        SLACK_API_URL: sandbox.apiUrl,
        DATABASE_URL: `file:${databasePath}`,
        TRIAGE_CHANNEL: sandbox.channel('#it-triage').id,
        IT_USERGROUP: 'S00ITTEAM',
      };
      running = options
        ? startProcess('src/main.ts', { ...environment, CRASH_AT: options.crashAt }, [
            '--import',
            './test/support/crash-point.ts',
          ])
        : startProcess('src/main.ts', environment);
      await running.says('MarTech Broker is ready');
      isUp = true;
      for (const resolve of waiting.splice(0)) resolve();
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    up: () => (isUp ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async ended() {
      await process().ended;
      isUp = false;
    },
    output: () => process().output(),
  };
}

/** How many rows a query counts, read beside the app. */
export function counted(databasePath: string, query: string): number {
  const database = new Database(databasePath, { readonly: true, timeout: 5000 });
  try {
    return Number(database.prepare(query).pluck().get());
  } finally {
    database.close();
  }
}
