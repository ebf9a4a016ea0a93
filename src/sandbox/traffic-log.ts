import type { LogEntry } from './client-api.ts';

const kept = 2000;

/** Every call and every delivery, the newest last; older than the last 2,000 are forgotten. */
export interface TrafficLog {
  entries(): readonly LogEntry[];
  add(entry: Omit<LogEntry, 'id'>): void;
}

export function createTrafficLog(): TrafficLog {
  let entries: LogEntry[] = [];
  let count = 0;
  return {
    entries: () => entries,
    add(entry) {
      count += 1;
      entries.push({ id: count, ...entry });
      if (entries.length > kept * 2) entries = entries.slice(-kept);
    },
  };
}
