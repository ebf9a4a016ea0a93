import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Session } from './engine.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

interface Job {
  work: (session: Session) => Promise<void>;
  /** Tells the caller what came of it, once that is certain. */
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Kept small enough that the event loop breathes between two commits. */
const largestGroup = 64;

/**
 * Lets writes that arrive together share one commit, which is what a durable write costs most. Each runs in its own
 * savepoint, one after another: one that throws is taken back alone.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  readonly #session: Session;
  readonly #begin: () => Promise<void>;
  readonly #translate: (error: unknown) => unknown;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(
    connection: SqliteConnection,
    session: Session,
    { begin, translate }: { begin: () => Promise<void>; translate: (error: unknown) => unknown },
  ) {
    this.#connection = connection;
    this.#session = session;
    this.#begin = begin;
    this.#translate = translate;
  }

  write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let answer: T;
    this.#waiting.push({
      work: async (session) => {
        answer = await work(session);
      },
      resolve: () => resolve(answer),
      reject,
    });
    this.#running ??= this.#run();
    return promise;
  }

  /** Resolves once everything that waits has been answered. */
  async drained(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // The rest of this turn's input is read first, so that its writes join this group.
      await nextTurn();
      await this.#commitTogether();
    }
    this.#running = undefined;
  }

  async #commitTogether(): Promise<void> {
    try {
      await this.#begin();
    } catch (error) {
      // Those who came while we waited for the lock have waited long enough too: nobody waits twice.
      this.#refuse(this.#waiting.splice(0), error);
      return;
    }
    const group = this.#waiting.splice(0, largestGroup);
    const certain: (() => void)[] = [];
    try {
      for (const job of group) certain.push(await this.#runAlone(job));
      this.#connection.command('commit');
    } catch (error) {
      if (this.#connection.database.inTransaction) this.#connection.command('rollback');
      this.#refuse(group, error);
      return;
    }
    for (const tell of certain) tell();
  }

  #refuse(group: readonly Job[], error: unknown): void {
    const reason = this.#translate(error);
    for (const job of group) job.reject(reason);
  }

  /** Throws only if the whole transaction is lost, as SQLite decides on a full disk. */
  async #runAlone(job: Job): Promise<() => void> {
    this.#connection.command('savepoint job');
    try {
      await job.work(this.#session);
    } catch (error) {
      if (!this.#connection.database.inTransaction) throw error;
      this.#connection.command('rollback to job');
      this.#connection.command('release job');
      return () => job.reject(this.#translate(error));
    }
    this.#connection.command('release job');
    return job.resolve;
  }
}
