import type { LogEntry } from './client-api.ts';

const kept = 2000;

/** Every call and every delivery, the newest last; older than the last 2,000 are forgotten. */
export interface TrafficLog {
  entries(): readonly LogEntry[];
  add(entry: Omit<LogEntry, 'id'>): void;
}

export function createTrafficLog(): TrafficLog {
  let entries: LogEntry[] = [];
  // Ids go on over a restart: a page that stayed open asks for what is newer than it has.
  let id = Date.now();
  return {
    entries: () => entries,
    add(entry) {
      id += 1;
      entries.push({ id, ...entry });
      if (entries.length > kept * 2) entries = entries.slice(-kept);
    },
  };
}
