import type { Desk } from './desk.ts';

const lookAgainMs = 100;
const longestWaitMs = 2000;

/** Lets everybody who waits for an answer go first, for two seconds at most; and other work of this process, always. */
export async function untilCalm({ clock, isCrowded }: Pick<Desk, 'clock' | 'isCrowded'>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  const until = clock.now() + longestWaitMs;
  while (isCrowded() && clock.now() < until) {
    await new Promise<void>((resolve) => clock.at(clock.now() + lookAgainMs, resolve));
  }
}
