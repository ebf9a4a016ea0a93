import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { freshFolder } from './fresh-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PlainStart {
  /** Where the page is. */
  address: string;
  /** All that was printed up to the address. */
  printed: string;
}

/** What `npm start` runs, in an empty folder and without tokens; resolves once it has printed its address. */
export async function startWithoutTokens({
  port = 0,
  flags = [],
}: {
  port?: number;
  flags?: readonly string[];
} = {}): Promise<PlainStart> {
  const folder = freshFolder();
  const { PATH = '', HOME = '' } = process.env;
  const app = spawn(
    process.execPath,
    ['--import', join(root, 'src/node-version.mjs'), join(root, 'src/main.ts'), ...flags],
    { cwd: folder, env: { PATH, HOME, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => ended(app));
  let printed = '';
  // Read to its end: a pipe that nobody reads would kill what writes into it.
  app.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    app.stdout.on('data', () => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address) resolve({ address, printed });
    });
    app.once('exit', () => reject(new Error(`it stopped without an address: ${printed}`)));
  });
}

async function ended(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null) return;
  const gone = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  await gone;
}
