import type { RealTime, SandboxClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import { fieldsOf, textOf } from '../json.ts';
import type { TrafficLog } from '../traffic-log.ts';
import type { Ack, Envelope, Transport } from './transport.ts';

/** Hands envelopes over, writes them in the log, and knows when none is on its way. */
export interface Dispatch {
  deliver(envelope: Envelope): Promise<Ack>;
  /** Resolves when every delivery so far has been acknowledged or given up. */
  idle(): Promise<void>;
}

export interface DispatchParts {
  transport: Transport;
  faults: Faults;
  log: TrafficLog;
  clock: SandboxClock;
  realTime: RealTime;
}

function nameOf({ kind, payload }: Envelope): string {
  if (kind === 'command') return textOf(payload.command);
  if (kind === 'event') return textOf(fieldsOf(payload.event).type);
  return textOf(payload.type);
}

function resultOf(ack: Ack, milliseconds: number): string {
  switch (ack.outcome) {
    case 'acked':
      return `acked in ${milliseconds} ms`;
    case 'late':
      return 'no ack';
    case 'unreachable':
      return ack.reason;
    case 'refused':
      return `HTTP ${ack.status}`;
  }
}

export function createDispatch({ transport, faults, log, clock, realTime }: DispatchParts): Dispatch {
  let underWay = 0;
  const whenIdle = new Set<() => void>();

  return {
    async deliver(envelope) {
      const copies = faults.takeCopies(envelope.kind === 'options' ? 'interaction' : envelope.kind);
      const at = clock.now();
      const started = realTime();
      underWay += 1;
      try {
        const ack = await transport.send(envelope, copies);
        const milliseconds = Math.round(realTime() - started);
        const result =
          resultOf(ack, milliseconds) + (envelope.retry ? ` (retry ${envelope.retry.attempt})` : '');
        log.add({
          at,
          direction: 'slack-to-app',
          name: nameOf(envelope),
          payload: envelope.payload,
          result,
          milliseconds,
        });
        return ack;
      } finally {
        underWay -= 1;
        // The deed that waits for this ack may deliver more (an event after a message) before it is over.
        setImmediate(() => {
          if (underWay > 0) return;
          for (const resolve of whenIdle) resolve();
          whenIdle.clear();
        });
      }
    },
    idle: () =>
      underWay === 0 ? Promise.resolve() : new Promise((resolve) => void whenIdle.add(() => resolve())),
  };
}
