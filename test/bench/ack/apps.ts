import { createServer } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type AppProcess, startProcess } from '../../support/app-process.ts';
import { Load, type SignedRequest } from './load.ts';
import { signingSecret, triageChannel, usergroup } from './workspace.ts';

/** One of the two apps that are compared, each in a process of its own with a database of its own. */
export interface App {
  load: Load;
  /** Starts it; resolves, with the milliseconds that it took, when it has answered this command. */
  start(command: SignedRequest): Promise<number>;
  stop(): Promise<void>;
  /** Submissions in the database. */
  stored(): number;
  /** Resolves when the app has nothing left to do. */
  idle(): Promise<void>;
}

export interface Slack {
  apiUrl: string;
  lastView(): Promise<string>;
  close(): Promise<void>;
}

const betweenLooks = 20;
/** Short, because it is part of what a cold start measures. */
const betweenKnocks = 3;

export async function startFakeSlack(): Promise<Slack> {
  const port = await freePort();
  const server = startProcess('test/bench/ack/fake-slack.ts', { PORT: String(port) });
  await server.says('listening');
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    lastView: async () => (await fetch(`http://127.0.0.1:${port}/last-view`)).text(),
    close: () => server.stop(),
  };
}

export function bareBolt(slack: Slack, folder: string, port: number, help: string): App {
  const path = join(folder, 'bare.db');
  const script = 'test/bench/ack/bare-bolt.ts';
  return appOn(port, path, 'select count(*) from submission', 'select 0', () =>
    startProcess(script, { ...common(slack, folder, port), DATABASE: path, HELP: help }),
  );
}

export function broker(slack: Slack, folder: string, port: number): App {
  const path = join(folder, 'broker.db');
  const unsaid = `select (select count(*) from outbox where status in ('pending', 'sending', 'looking-up'))
    + (select count(*) from inbox where finished_at is null)`;
  return appOn(port, path, 'select count(*) from request', unsaid, () =>
    startProcess('src/main.ts', {
      ...common(slack, folder, port),
      DATABASE_URL: `file:${path}`,
      TRIAGE_CHANNEL: triageChannel,
      IT_USERGROUP: usergroup,
    }),
  );
}

function common(slack: Slack, folder: string, port: number): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
  };
}

function appOn(
  port: number,
  database: string,
  storedQuery: string,
  unfinishedQuery: string,
  spawn: () => AppProcess,
): App {
  const load = new Load(port);
  let running: AppProcess | null = null;

  async function answered(command: SignedRequest): Promise<boolean> {
    try {
      await load.send(command);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return false;
      throw error;
    }
  }

  return {
    load,
    async start(command) {
      const begun = performance.now();
      const started = spawn();
      running = started;
      let hasEnded = false;
      void started.ended.then(() => {
        hasEnded = true;
      });
      while (!(await answered(command))) {
        if (hasEnded) throw new Error(`the app ended at its start:\n${started.output()}`);
        await pause(betweenKnocks);
      }
      return performance.now() - begun;
    },
    async stop() {
      await running?.stop();
    },
    stored: () => count(database, storedQuery),
    async idle() {
      while (count(database, unfinishedQuery) > 0) await pause(betweenLooks);
    },
  };
}

function count(path: string, query: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return Number(database.prepare(query).pluck().get());
  } finally {
    database.close();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new Error('no free port'));
    });
  });
}
