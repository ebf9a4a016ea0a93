import type { Clock } from '../../clock.ts';

// Slack gives up after three seconds; a sentence in time beats a result too late.
const patience = 2700;

/** What `run` comes to, or `late` if Slack would not wait for it. It goes on all the same. Throws what `run` throws. */
export async function inTime<Value>(
  realClock: Clock,
  run: () => Promise<Value>,
  late: Value,
): Promise<Value> {
  let cancel = () => {};
  const tooLate = new Promise<Value>((resolve) => {
    cancel = realClock.at(realClock.now() + patience, () => resolve(late));
  });
  try {
    return await Promise.race([run(), tooLate]);
  } finally {
    cancel();
  }
}
