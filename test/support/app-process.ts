import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outputKept = 1_000_000;

/** A program of ours in a process of its own. */
export interface AppProcess {
  /** Resolves with the words once the process has written them; rejects if it ends before. */
  says(words: string): Promise<void>;
  /** Resolves when the process is gone, however that came. */
  ended: Promise<void>;
  /** Null while it runs, and where a signal was its end. */
  exitCode(): number | null;
  /** What it has written lately. */
  output(): string;
  /** Lets a process go on that was stopped. */
  goOn(): void;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Runs a source file as `npm start` does. The environment is what is given, and the PATH. */
export function startProcess(
  script: string,
  environment: Record<string, string>,
  nodeOptions: readonly string[] = [],
  words: readonly string[] = [],
): AppProcess {
  const child = spawn(
    process.execPath,
    ['--import', './src/node-version.mjs', ...nodeOptions, script, ...words],
    {
      cwd: root,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(-outputKept);
      tell();
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(tell);

  return {
    ended,
    exitCode: () => child.exitCode,
    output: () => output,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!output.includes(words) && !hasEnded(child)) return;
          listeners.delete(look);
          if (output.includes(words)) resolve();
          else reject(new Error(`the process ended before it said "${words}":\n${output}`));
        };
        listeners.add(look);
        look();
      }),
    goOn() {
      child.kill('SIGCONT');
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
