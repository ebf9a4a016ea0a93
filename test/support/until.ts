import { vi } from 'vitest';

/** Waits for something that happens in another process or behind a socket, where no event tells of it. */
export function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  return vi.waitUntil(holds, { interval: 5, timeout: 60_000 });
}
