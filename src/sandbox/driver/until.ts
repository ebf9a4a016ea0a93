import type { Slack } from '../slack.ts';

const patience = 5000;

/**
 * Waits until the probe finds something. It looks now and after every change in the sandbox, never by the clock;
 * after five real seconds it gives up and says what there was instead.
 */
export function until<T>(
  slack: Slack,
  probe: () => T | undefined,
  what: string,
  instead: () => string,
): Promise<T> {
  const found = probe();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end();
      reject(new Error(`waited ${patience / 1000} s for ${what}; instead there is:\n${instead()}`));
    }, patience);
    const end = slack.workspace.changes.subscribe(() => {
      const now = probe();
      if (now === undefined) return;
      clearTimeout(timer);
      end();
      resolve(now);
    });
  });
}
