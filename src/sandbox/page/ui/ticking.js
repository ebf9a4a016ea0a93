import { useEffect, useState } from 'preact/hooks';
import { useSelect } from './view.js';

const EVERY_MS = 10_000;

/** The sandbox's instant, good to ten seconds, and at once when the clock is moved. @param {import('../client.js').Client} client */
export function useNow(client) {
  useSelect(client, (state) => state.clock);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return client.now();
}
