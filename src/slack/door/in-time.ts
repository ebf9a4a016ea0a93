import type { Clock } from '../../clock.ts';
import type { Instant } from '../../domain/time.ts';

// Slack gives up after three seconds; a sentence in time beats a result too late.
const patience = 2700;

/** Until when a payload has to be answered, by real time. */
export interface Deadline {
  clock: Clock;
  at: Instant;
}

/** Of a payload that came just now. */
export function deadlineBy(clock: Clock): Deadline {
  return { clock, at: clock.now() + patience };
}

/** What takes the place of an answer that Slack would not wait for, and who hears of it if it fails after all. */
export interface Late<Value> {
  answer(): Value;
  failed(error: unknown): void;
}

/** What `run` comes to, or the `late` answer if Slack would not wait for it. It goes on all the same. Throws what `run` throws. */
export async function inTime<Value>(
  { clock, at }: Deadline,
  run: () => Promise<Value>,
  late: Late<Value>,
): Promise<Value> {
  let isLate = false;
  let cancel = () => {};
  const tooLate = new Promise<Value>((resolve) => {
    cancel = clock.at(at, () => {
      isLate = true;
      resolve(late.answer());
    });
  });
  const running = run();
  running.catch((error) => {
    if (isLate) late.failed(error);
  });
  try {
    return await Promise.race([running, tooLate]);
  } finally {
    cancel();
  }
}
