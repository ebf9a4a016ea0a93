/** Loaded into a process before the app: writes down every module of the app that is loaded after it. */
import { registerHooks } from 'node:module';

/** A line that it writes to the standard error. */
export type LoadedLine = `loaded ${string}`;

function writeDown(line: LoadedLine): void {
  process.stderr.write(`${line}\n`);
}

registerHooks({
  load(url, context, nextLoad) {
    writeDown(`loaded ${url}`);
    return nextLoad(url, context);
  },
});
