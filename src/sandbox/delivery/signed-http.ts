import { createHmac } from 'node:crypto';
import type { RealTime } from '../clock.ts';
import { isFields, parseJson } from '../json.ts';
import type { Ack, Envelope, Transport } from './transport.ts';

export interface SignedHttp extends Transport {
  deliverTo(url: string): void;
}

export interface SignedHttpOptions {
  signingSecret: string;
  realTime: RealTime;
  /** Real milliseconds to wait for an ack. */
  ackWithin: number;
}

/** Slack's `v0` signature of a body, with the headers that carry it. */
export function signedHeaders(secret: string, body: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

function bodyOf({ kind, payload }: Envelope): { type: string; body: string } {
  if (kind === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const form: [string, string][] =
    kind === 'command'
      ? Object.entries(payload).filter((field): field is [string, string] => typeof field[1] === 'string')
      : [['payload', JSON.stringify(payload)]];
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

export function createSignedHttp(options: SignedHttpOptions, firstUrl?: string): SignedHttp {
  let url = firstUrl;
  const whenReachable = new Set<() => void>();

  async function post(envelope: Envelope, target: string): Promise<Ack> {
    const { type, body } = bodyOf(envelope);
    try {
      const response = await fetch(target, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.ackWithin),
        headers: {
          'content-type': type,
          ...signedHeaders(options.signingSecret, body, options.realTime()),
          ...(envelope.retry && {
            'x-slack-retry-num': String(envelope.retry.attempt),
            'x-slack-retry-reason': envelope.retry.reason,
          }),
        },
      });
      const text = await response.text();
      if (!response.ok) return { outcome: 'refused', status: response.status };
      const parsed = parseJson(text);
      return { outcome: 'acked', body: isFields(parsed) ? parsed : text === '' ? undefined : text };
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return { outcome: 'late' };
      return {
        outcome: 'unreachable',
        reason: String(error instanceof Error ? (error.cause ?? error) : error),
      };
    }
  }

  return {
    async send(envelope, copies) {
      if (url === undefined) return { outcome: 'unreachable', reason: 'no request URL' };
      const target = url;
      const sent = Array.from({ length: copies + 1 }, () => post(envelope, target));
      const first = await Promise.race(sent);
      if (first.outcome === 'acked') return first;
      const all = await Promise.all(sent);
      return all.find(({ outcome }) => outcome === 'acked') ?? first;
    },
    reachable: () =>
      url === undefined ? new Promise((resolve) => whenReachable.add(resolve)) : Promise.resolve(),
    deliverTo(newUrl) {
      url = newUrl;
      for (const resolve of whenReachable) resolve();
      whenReachable.clear();
    },
    close: () => Promise.resolve(),
  };
}
