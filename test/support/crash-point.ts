/**
 * Loaded into the app's process before the app itself: kills it, as SIGKILL does, at one named point on the way of a
 * new request or of a file. What the app runs is left as it is.
 */
import Database from 'better-sqlite3';

export type CrashPoint = 'before-commit' | 'after-commit' | 'before-post' | 'after-post' | 'after-sharing';

let isRequestUncommitted = false;

function crashIfAt(point: CrashPoint): void {
  if (process.env.CRASH_AT !== point) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: nothing else may run.
  for (;;);
}

Database.prototype.prepare = new Proxy(Database.prototype.prepare, {
  apply(prepare, database, [sql]: [string]) {
    const statement: Database.Statement = Reflect.apply(prepare, database, [sql]);
    statement.run = new Proxy(statement.run, {
      apply(run, _statement, values) {
        if (sql.startsWith('insert into "request" ')) isRequestUncommitted = true;
        const isOurs = sql === 'commit' && isRequestUncommitted;
        if (isOurs) crashIfAt('before-commit');
        const result = Reflect.apply(run, statement, values);
        if (isOurs) crashIfAt('after-commit');
        return result;
      },
    });
    return statement;
  },
});

const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const isPost = String(input).endsWith('/chat.postMessage');
  const isSharing = String(input).endsWith('/files.completeUploadExternal');
  if (isPost) crashIfAt('before-post');
  const response = await fetch(input, init);
  if (isPost) crashIfAt('after-post');
  if (isSharing) crashIfAt('after-sharing');
  return response;
};
