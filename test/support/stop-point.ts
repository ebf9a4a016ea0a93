/**
 * Loaded into the app's process before the app itself. With `STOP_AT`, stops the process, as SIGSTOP does, at its first
 * card. With `CLOCK_AHEAD`, it shows a time that is later by so many milliseconds, as if it had waited so long.
 */
import { writeSync } from 'node:fs';

export type StopPoint = 'before-post' | 'after-post';

/** What it says at last. */
export type LastWords = 'stopped on the way';
const stops: LastWords = 'stopped on the way';
let hasStopped = false;

function stopIfAt(point: StopPoint): void {
  if (process.env.STOP_AT !== point || hasStopped) return;
  hasStopped = true;
  writeSync(process.stderr.fd, `${stops}\n`);
  process.kill(process.pid, 'SIGSTOP');
}

const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const isPost = String(input).endsWith('/chat.postMessage');
  if (isPost) stopIfAt('before-post');
  // What was on its way when the process was stopped arrives, however late: nobody's patience and no connection that
  // has ended meanwhile call it back.
  const arrive = () => fetch(input, { ...init, signal: null });
  const response = isPost && hasStopped ? await arrive().catch(arrive) : await fetch(input, init);
  if (isPost) stopIfAt('after-post');
  return response;
};

const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const { now } = Date;
Date.now = () => now() + ahead;
