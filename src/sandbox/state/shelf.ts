import type { Archive } from './archive.ts';

/** All records of one kind, in memory and written through to the archive. */
export interface Shelf<T> {
  get(id: string): T | undefined;
  all(): T[];
  put(id: string, record: T): T;
  remove(id: string): void;
}

export function createShelf<T>(archive: Archive, kind: string): Shelf<T> {
  const records = new Map<string, T>();
  for (const { id, json } of archive.load(kind)) records.set(id, JSON.parse(json));
  return {
    get: (id) => records.get(id),
    all: () => [...records.values()],
    put(id, record) {
      records.set(id, record);
      archive.put(kind, id, JSON.stringify(record));
      return record;
    },
    remove(id) {
      records.delete(id);
      archive.remove(kind, id);
    },
  };
}
