import type { Fault } from './client-api.ts';

type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;
type CallFault = Extract<Fault, { method: string }>;

/** Faults that stand: those of calls and deliveries. What happens at once (a dropped socket, a kick) is not kept. */
export interface Faults {
  order(fault: Fault): void;
  clear(): void;
  standing(): Fault[];
  /** The next fault for a call of this method, which counts it down. `*` stands for every method. */
  takeForCall(method: string): CallFault | undefined;
  /** Real milliseconds for which a new message stays invisible. */
  lateness(): number;
  /** How many more copies of the next delivery of this kind go out at once, as first attempts. */
  takeCopies(what: FaultOf<'redeliver'>['what']): number;
}

export function createFaults(): Faults {
  let standing: Fault[] = [];

  function isCallFault(fault: Fault): fault is CallFault {
    return 'method' in fault;
  }

  return {
    order(fault) {
      standing.push({ ...fault });
    },
    clear() {
      standing = [];
    },
    standing: () => standing.map((fault) => ({ ...fault })),
    takeForCall(method) {
      const found = standing
        .filter(isCallFault)
        .find((fault) => fault.method === method || fault.method === '*');
      if (found?.times !== undefined) {
        found.times -= 1;
        if (found.times <= 0) standing = standing.filter((fault) => fault !== found);
      }
      return found;
    },
    lateness() {
      const late = standing.filter((fault) => fault.kind === 'visible-late');
      return Math.max(0, ...late.map(({ milliseconds }) => milliseconds));
    },
    takeCopies(what) {
      const found = standing.find((fault) => fault.kind === 'redeliver' && fault.what === what);
      standing = standing.filter((fault) => fault !== found);
      return found?.kind === 'redeliver' ? found.times : 0;
    },
  };
}
