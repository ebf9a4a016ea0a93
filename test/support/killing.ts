import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Range } from './dice.ts';
import type { MortalApp } from './mortal-app.ts';

export interface Killing {
  kills: number;
  /** Kills that found a message claimed to be sent and no ts recorded. */
  ambiguous: number;
}

const unsaid = `select count(*) from outbox where status in ('pending', 'sending', 'looking-up')`;
const onItsWay = `select count(*) from outbox where status = 'sending' and delivered = 0`;

export interface KillingOptions {
  app: MortalApp;
  /** Milliseconds until the next kill. */
  life: () => number;
  atMost?: number;
  count: (query: string) => number;
}

/** Kills the app with SIGKILL and starts it at once, again and again while the work lasts; leaves it running. */
export async function killDuring(
  work: Promise<unknown>,
  { app, life, atMost = Number.POSITIVE_INFINITY, count }: KillingOptions,
): Promise<Killing> {
  const killing = { kills: 0, ambiguous: 0 };
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  const kill = async () => {
    while (!isOver && killing.kills < atMost) {
      await pause(life());
      await app.kill();
      killing.kills += 1;
      if (count(onItsWay) > 0) killing.ambiguous += 1;
      await app.start();
    }
  };
  await Promise.all([over, kill()]);
  return killing;
}

/** Posts are slow and become visible late, and one in ten is accepted and then looks failed. */
export function orderPostFaults(
  { control }: Sandbox,
  faults: { takes: number; visibleAfter: number; posts: number },
  roll: (range: Range) => number,
): void {
  const method = 'chat.postMessage';
  const slow = { kind: 'slow', method, milliseconds: faults.takes } as const;
  control({ fault: { kind: 'visible-late', milliseconds: faults.visibleAfter } });
  // The sandbox takes them in the order in which they were ordered.
  for (let post = 0; post < faults.posts; ) {
    const healthy = roll({ least: 1, most: 17 });
    control({ fault: { ...slow, times: healthy } });
    control({
      fault:
        roll({ least: 0, most: 1 }) === 0
          ? { kind: 'accept-then-reset', method, times: 1 }
          : { kind: 'error-500', method, times: 1, afterAccepting: true },
    });
    post += healthy + 1;
  }
  control({ fault: slow });
}

/** Everything that was committed has been said. */
export async function untilSaid(count: (query: string) => number): Promise<void> {
  while (count(unsaid) > 0) await pause(20);
}
