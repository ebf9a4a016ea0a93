import type { Slack } from '../slack.ts';
import type { StateChange } from '../state/records.ts';

const patience = 5000;

export interface Wait<T> {
  /** Looked at now, and again after every change unless `after` is given. */
  now(): T | undefined;
  /** A quicker look at what one change brought. */
  after?(change: StateChange): T | undefined;
  /** "mia to see a modal". */
  what: string;
  /** What there is, for the message of a wait that failed. */
  instead(): string;
}

/** Waits for changes of the sandbox, never by the clock; gives up after five real seconds and says what there was. */
export function until<T>(slack: Slack, { now, after = now, what, instead }: Wait<T>): Promise<T> {
  const found = now();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end();
      reject(new Error(`waited ${patience / 1000} s for ${what}; instead there is:\n${instead()}`));
    }, patience);
    const end = slack.workspace.changes.subscribe((change) => {
      const seen = after(change);
      if (seen === undefined) return;
      clearTimeout(timer);
      end();
      resolve(seen);
    });
  });
}
