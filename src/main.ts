import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type AppParts, type BrokerApp, clientsFor, createApp } from './app.ts';
import type { DoctorParts } from './cli/doctor.ts';
import type { ImportCommandParts } from './cli/import.ts';
import { settingsCommand, UsageError } from './cli/settings.ts';
import { createClock } from './clock.ts';
import {
  type Config,
  type Connection,
  EnvironmentFaults,
  readEnvironment,
  secretsOf,
} from './config/environment.ts';
import { createIds } from './ids.ts';
import { createLog } from './log.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { SocketRefused } from './slack/door/socket-door.ts';
import { checkSlack } from './slack/web-api/check-up.ts';
import { createDirectory } from './slack/web-api/directory.ts';
import { identify, WrongWorkspace } from './slack/web-api/identify.ts';
import { dailyBackupsOf } from './store/backup/daily.ts';
import { refuseDamaged } from './store/backup/damage.ts';
import { sqliteFile } from './store/engine/open-database.ts';
import { UnusableDatabase } from './store/engine/unusable-database.ts';
import { openStore } from './store/open-store.ts';
import { type Demo, forgetSandbox, type Opening, openSandbox, setUpForCast, startDemo } from './try-out.ts';
import { settingsInForce } from './usecases/desk.ts';
import { knownPeople } from './usecases/intake/known-people.ts';
import type { Store } from './usecases/ports.ts';

/** Faults that whoever starts the app can mend: their message is shown, their stack is not. */
const mendable = [EnvironmentFaults, SocketRefused, UnusableDatabase, UsageError, WrongWorkspace];

const realClock = createClock(Date.now);
const clock = createClock(Date.now);
const newId = createIds(Date.now, randomBytes);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      format: { type: 'string' },
    },
  });
  const { config, connection } = readEnvironment(process.env);
  const [command, ...words] = positionals;
  if (command === 'settings')
    return runOnStore(config, (store) =>
      settingsCommand(words, { store, clock, newId, fixed: config.fixed }),
    );
  // The others are loaded only when they are asked for: a start of the app need not read them.
  if (command === 'explain') {
    const { explainCommand } = await import('./cli/explain.ts');
    return runOnStore(config, (store) => explainCommand(words, { store, clock }));
  }
  if (command === 'doctor') {
    const { doctorCommand } = await import('./cli/doctor.ts');
    return runOnStore(config, (store) =>
      doctorCommand({ store, clock, slack: slackDoctor(config, connection) }),
    );
  }
  if (command === 'stack') {
    const { stackCommand } = await import('./cli/stack.ts');
    return runOnStore(config, (store) =>
      stackCommand(words, { store, clock, newId, yes: values.yes, progress }),
    );
  }
  if (command === 'import') {
    const { importCommand } = await import('./cli/import.ts');
    return runOnStore(config, (store) =>
      importCommand(words, {
        ...{ store, clock, newId, fixed: config.fixed, yes: values.yes },
        directoryOf: directoryOf(config, connection, store),
      }),
    );
  }
  if (command === 'export') {
    const { exportCommand } = await import('./cli/export.ts');
    return onStore(config, (store) =>
      exportCommand(words, { store, format: values.format, write: writeOut, progress }),
    );
  }
  if (command === 'backup') return say(await backup(config, words));
  if (command !== undefined) {
    throw new UsageError(
      `There is no command "${command}": there are \`settings\`, \`explain\`, \`doctor\`, \`stack\`, \`import\` and \`export\`.`,
    );
  }
  await serve(config, connection, values.empty ? 'empty' : values.fresh ? 'fresh' : 'as it was');
}

async function backup({ databaseUrl }: Config, words: readonly string[]): Promise<string> {
  const [{ backupCommand }, { backupsOf }] = await Promise.all([
    import('./cli/backup.ts'),
    import('./store/backup/backups.ts'),
  ]);
  const file = sqliteFile(databaseUrl);
  return backupCommand(words, {
    ...{ clock, progress, backups: file === null ? null : backupsOf(file) },
    onStore: (work) => onStore({ databaseUrl }, work),
  });
}

function runOnStore(config: Config, run: (store: Store) => Promise<string>): Promise<void> {
  return onStore(config, async (store) => say(await run(store)));
}

async function onStore(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  run: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore(databaseUrl, { now: clock.now });
  try {
    await run(store);
  } finally {
    await store.close();
  }
}

/** Standard output belongs to the file that is written there. */
function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Without tokens there is no Slack to ask. */
function slackDoctor(config: Config, connection: Connection): DoctorParts['slack'] {
  if (connection.mode === 'sandbox') return null;
  const log = createLog({ level: 'silent', secrets: secretsOf(connection), write: () => {} });
  const { background } = clientsFor(connection, config, log);
  return (settings) => checkSlack(background, settings, config.fixed);
}

/** Without tokens there is only what was seen of people before. */
function directoryOf(
  config: Config,
  connection: Connection,
  store: Store,
): ImportCommandParts['directoryOf'] {
  if (connection.mode === 'sandbox') return () => knownPeople(store);
  const log = createLog({ level: 'silent', secrets: secretsOf(connection), write: () => {} });
  const { patient } = clientsFor(connection, config, log);
  return ({ id }) =>
    createDirectory({
      ...{ workspace: id, client: patient, store, clock, log },
      async itIs() {
        const { itUsergroup, triageChannel } = await settingsInForce(
          { workspace: id, fixed: config.fixed },
          store,
        );
        return { usergroup: itUsergroup, triageChannel };
      },
    });
}

/** Starts store, sandbox if there is no Slack, app and jobs; stops them in reverse. */
async function serve(config: Config, connection: Connection, opening: Opening): Promise<void> {
  const log = createLog({
    // In the sandbox the terminal belongs to the address and to what is wrong.
    level: config.logLevel === 'info' && connection.mode === 'sandbox' ? 'warn' : config.logLevel,
    secrets: secretsOf(connection),
    write: (line) => process.stdout.write(line),
  });
  if (connection.mode === 'sandbox' && opening !== 'as it was') await forgetSandbox(config.databaseUrl);
  const file = sqliteFile(config.databaseUrl);
  if (file !== null) refuseDamaged(file);
  // Whoever starts it again is told which backup to restore.
  const store = await openStore(config.databaseUrl, { now: clock.now, onDamage: fail });
  const { sandbox, isNew } =
    connection.mode === 'sandbox'
      ? await openSandbox({ clock, port: config.port, opening, say })
      : { sandbox: null, isNew: false };
  const slack = sandbox ? socketTo(sandbox) : connection;
  if (slack.mode === 'sandbox') throw new Error('without tokens there is a sandbox');
  const address = sandbox ? { ...config, slackApiUrl: sandbox.apiUrl } : config;
  const backups = file !== null && config.backupsKept > 0 ? dailyBackupsOf(file, config.backupsKept) : null;
  const app = await assemble({ config: address, connection: slack, store, backups, log });
  if (sandbox && isNew) await setUpForCast(store, sandbox);

  let demo: Demo | null = null;
  stopOnSignal(async () => {
    await demo?.stop();
    await app.stop();
    await sandbox?.close();
    await store.close();
  });
  const { port } = await app.start();
  if (sandbox && isNew) demo = await startDemo({ sandbox, store, clock, realClock, newId, log });
  if (sandbox) say(`MarTech Broker is ready to try: ${sandbox.url}`);
  else log.info({ mode: slack.mode, port }, 'MarTech Broker is ready');
}

async function assemble(
  parts: Pick<AppParts, 'config' | 'connection' | 'store' | 'backups' | 'log'>,
): Promise<BrokerApp> {
  const { config, connection, store, log } = parts;
  const clients = clientsFor(connection, config, log);
  const workspace = await identify({ client: clients.background, store, clock, log });
  return createApp({ ...parts, clients, workspace, clock, realClock, newId });
}

function socketTo({ botToken, appToken }: Sandbox): AppParts['connection'] {
  return { mode: 'socket', botToken, appToken };
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): void {
  const known = mendable.some((kind) => error instanceof kind);
  const words = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

main().catch(fail);
