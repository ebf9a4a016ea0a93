import type { Clock } from '../clock.ts';

const crowdedWaitMs = 100;

/** Work that can wait a moment: at once while all is calm; in a crowd once for all that ask for it meanwhile. */
export function givingWay(run: () => void, clock: Clock, isCrowded: () => boolean): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    if (!isCrowded()) return run();
    waiting = true;
    clock.at(clock.now() + crowdedWaitMs, () => {
      waiting = false;
      run();
    });
  };
}
