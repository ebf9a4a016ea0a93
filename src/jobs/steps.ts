import type { Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import type { Store } from '../usecases/ports.ts';
import { createRounds } from './rounds.ts';

const stepsRead = 100;
const retryMs = 60_000;
/** The safety net under the wake-ups: another instance may have planned something. */
const idleMs = 15 * 60_000;

export interface StepsOptions {
  store: Store;
  workspace: string;
  clock: Clock;
  log: Log;
  take: (request: string) => Promise<void>;
}

export interface Steps {
  start(): void;
  /** Something was planned, or may have become due. */
  wake(): void;
  stop(): Promise<void>;
}

/** Lets the clock act on each request when its step is due; what was missed while the app was down comes at once. */
export function createSteps({ store, workspace, clock, log, take }: StepsOptions): Steps {
  const rounds = createRounds(clock, run);

  async function run(): Promise<number> {
    let next = clock.now() + idleMs;
    try {
      let failed = false;
      for (const request of await store.dueSteps(workspace, clock.now(), stepsRead)) {
        if (rounds.isStopped()) return next;
        failed = !(await taken(request)) || failed;
      }
      const due = await store.nextStepDue(workspace);
      if (failed) next = clock.now() + retryMs;
      else if (due !== null) next = Math.min(next, due);
    } catch (error) {
      log.error({ error }, 'the steps of the clock could not be read');
      next = clock.now() + retryMs;
    }
    return next;
  }

  async function taken(request: string): Promise<boolean> {
    try {
      await take(request);
      return true;
    } catch (error) {
      log.error({ error, request }, 'a step of the clock failed');
      return false;
    }
  }

  return rounds;
}
