/** The clock that the sandbox is given. Instants are epoch milliseconds; a timer's answer takes it back. */
export interface SandboxClock {
  now(): number;
  at(instant: number, run: () => void): () => void;
  moveBy(milliseconds: number): void;
}

/** Real time in epoch milliseconds, for what a moved clock must not touch: signatures, sockets, the 3 s of an ack. */
export type RealTime = () => number;

/** Waits in real time. It does not keep the process alive. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
