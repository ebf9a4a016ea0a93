import { clientsFor } from './app.ts';
import type { DoctorParts } from './cli/doctor.ts';
import type { ImportCommandParts } from './cli/import.ts';
import { UsageError } from './cli/usage-error.ts';
import type { Clock } from './clock.ts';
import { type Config, type Connection, secretsOf } from './config/environment.ts';
import { createLog } from './log.ts';
import { checkSlack } from './slack/web-api/check-up.ts';
import { createDirectory } from './slack/web-api/directory.ts';
import { copyBeforeUpdate } from './store/backup/before-update.ts';
import { sqliteFile } from './store/engine/open-database.ts';
import { openStore } from './store/open-store.ts';
import { settingsInForce } from './usecases/desk.ts';
import { knownPeople } from './usecases/intake/known-people.ts';
import type { Store } from './usecases/ports.ts';

/** What was typed behind `main.ts`, and what a command needs besides. */
export interface Invocation {
  config: Config;
  connection: Connection;
  words: readonly string[];
  yes: boolean;
  format: string | undefined;
  clock: Clock;
  newId: () => string;
}

/** Each reads its own code: the others need not be there. */
const commands: Record<string, (typed: Invocation) => Promise<void>> = {
  async settings(typed) {
    const { settingsCommand } = await import('./cli/settings.ts');
    const { words, clock, newId, config } = typed;
    await saying(typed, (store) => settingsCommand(words, { store, clock, newId, fixed: config.fixed }));
  },

  async explain(typed) {
    const { explainCommand } = await import('./cli/explain.ts');
    const { words, clock } = typed;
    await saying(typed, (store) => explainCommand(words, { store, clock }));
  },

  async doctor(typed) {
    const [{ doctorCommand }, { backupsOf }] = await Promise.all([
      import('./cli/doctor.ts'),
      import('./store/backup/backups.ts'),
    ]);
    const { clock, config } = typed;
    const file = sqliteFile(config.databaseUrl);
    const backups = file !== null && config.backupsKept > 0 ? backupsOf(file) : null;
    await saying(typed, (store) => doctorCommand({ store, clock, slack: slackDoctor(typed), backups }));
  },

  async stack(typed) {
    const { stackCommand } = await import('./cli/stack.ts');
    const { words, clock, newId, yes } = typed;
    await saying(typed, (store) => stackCommand(words, { store, clock, newId, yes, progress }));
  },

  async import(typed) {
    const { importCommand } = await import('./cli/import.ts');
    const { words, clock, newId, yes, config } = typed;
    await saying(typed, (store) =>
      importCommand(words, {
        ...{ store, clock, newId, yes, fixed: config.fixed },
        directoryOf: directoryOf(typed, store),
      }),
    );
  },

  async export(typed) {
    const { exportCommand } = await import('./cli/export.ts');
    const { words, format } = typed;
    await onStore(typed, (store) => exportCommand(words, { store, format, write: writeOut, progress }));
  },

  async backup(typed) {
    const [{ backupCommand }, { backupsOf }] = await Promise.all([
      import('./cli/backup.ts'),
      import('./store/backup/backups.ts'),
    ]);
    const { words, clock, config } = typed;
    const file = sqliteFile(config.databaseUrl);
    const backups = file === null ? null : backupsOf(file);
    const onStoreToo = (work: (store: Store) => Promise<void>) => onStore(typed, work);
    say(await backupCommand(words, { clock, progress, backups, onStore: onStoreToo }));
  },
};

/** Does what was typed and prints what came of it. Throws UsageError. */
export async function runCommand(name: string, typed: Invocation): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const known = Object.keys(commands).map((each) => `\`${each}\``);
    throw new UsageError(`There is no command "${name}": there are ${inList(known)}.`);
  }
  await command(typed);
}

function inList(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function saying(typed: Invocation, run: (store: Store) => Promise<string>): Promise<void> {
  return onStore(typed, async (store) => say(await run(store)));
}

async function onStore({ config, clock }: Invocation, run: (store: Store) => Promise<void>): Promise<void> {
  const { now } = clock;
  const beforeUpdate = copyBeforeUpdate(config, now);
  const store = await openStore(config.databaseUrl, { now, beforeUpdate });
  try {
    await run(store);
  } finally {
    await store.close();
  }
}

/** Without tokens there is no Slack to ask. */
function slackDoctor({ config, connection }: Invocation): DoctorParts['slack'] {
  if (connection.mode === 'sandbox') return null;
  const { background } = clientsFor(connection, config, silentLog(connection));
  return (settings) => checkSlack(background, settings, config.fixed);
}

/** Without tokens there is only what was seen of people before. */
function directoryOf(
  { config, connection, clock }: Invocation,
  store: Store,
): ImportCommandParts['directoryOf'] {
  if (connection.mode === 'sandbox') return () => knownPeople(store);
  const log = silentLog(connection);
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

function silentLog(connection: Connection) {
  return createLog({ level: 'silent', secrets: secretsOf(connection), write: () => {} });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
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
