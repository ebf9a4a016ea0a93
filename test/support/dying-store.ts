import type { Store } from '../../src/usecases/ports.ts';

/** The store of a process that ends after its first commit: every further one throws "the process is gone". */
export function dyingAfterOneCommit(store: Store): Store {
  let commits = 0;
  return {
    ...store,
    write(work) {
      commits += 1;
      if (commits > 1) throw new Error('the process is gone');
      return store.write(work);
    },
  };
}
