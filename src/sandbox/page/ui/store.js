/**
 * The smallest store that a page needs: one state value, replaced as a whole; listeners are told once per turn.
 *
 * @template S
 * @param {S} initial
 */
export function createStore(initial) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let announced = true;

  function announce() {
    announced = true;
    for (const listener of [...listeners]) listener();
  }

  return {
    state: initial,
    /** @param {(state: S) => S} change */
    update(change) {
      const next = change(this.state);
      if (next === this.state) return;
      this.state = next;
      if (!announced) return;
      announced = false;
      queueMicrotask(announce);
    },
    /** @param {() => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
