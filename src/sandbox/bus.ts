/** Tells many listeners, in the order in which they came. */
export interface Bus<T> {
  emit(change: T): void;
  /** Returns the end of the subscription. */
  subscribe(listener: (change: T) => void): () => void;
}

export function createBus<T>(): Bus<T> {
  const listeners = new Set<(change: T) => void>();
  return {
    emit(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
