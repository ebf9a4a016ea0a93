import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Child {
  /** The next line that it prints; rejects if it ends first. */
  nextLine(): Promise<string>;
  /** SIGKILL, and all that it printed but nobody read. */
  kill(): Promise<string[]>;
}

/** A process of its own, killed at the end of the test if nobody did before. `script` is relative to `test/`. */
export function startChild(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  onTestFinished(() => end(child, ended));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  return {
    async nextLine() {
      const line = await lines.next();
      if (line.done) throw new Error(`${script} ended before it said more`);
      return line.value;
    },
    async kill() {
      await end(child, ended);
      const rest: string[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value);
      return rest;
    },
  };
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
