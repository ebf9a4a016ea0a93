import type { Fields } from '../json.ts';

/** What Slack hands to an app. */
export interface Envelope {
  kind: 'command' | 'interaction' | 'options' | 'event';
  payload: Fields;
  /** Set on a redelivered event; the first delivery is attempt 0 and carries none. */
  retry?: { attempt: number; reason: string };
}

export type Ack =
  | { outcome: 'acked'; body: unknown }
  /** Nothing came within the three seconds. */
  | { outcome: 'late' }
  /** There was nobody to hand it to. */
  | { outcome: 'unreachable'; reason: string }
  /** An HTTP answer other than 2xx. */
  | { outcome: 'refused'; status: number };

/** A way to the app: Socket Mode or signed HTTP. */
export interface Transport {
  /** `copies` more go out at the same moment, with the same identity; the first answer counts. */
  send(envelope: Envelope, copies: number): Promise<Ack>;
  /** Resolves when there is someone to hand things to. */
  reachable(): Promise<void>;
  close(): Promise<void>;
}

/** Slack waits this long, in real time. */
export const ackWithin = 3000;
