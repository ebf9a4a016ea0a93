import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { signingSecret } from './workspace.ts';

/** A request as Slack sends it, signed beforehand so that signing costs nothing while time is taken. */
export interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}

export interface Measured {
  rps: number;
  p50: number;
  p99: number;
}

const atOnce = 16;

export function signed(form: Record<string, string>): SignedRequest {
  const body = new URLSearchParams(form).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}

/** Keep-alive connections to one app, sixteen requests at a time. */
export class Load {
  readonly #pool: Pool;

  constructor(port: number) {
    this.#pool = new Pool(`http://127.0.0.1:${port}`, { connections: atOnce, pipelining: 1 });
  }

  /** The body of the answer; throws unless the app acked. */
  async send({ body, headers }: SignedRequest): Promise<string> {
    const answer = await this.#pool.request({ method: 'POST', path: '/slack/events', headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`the app answered ${answer.statusCode}: ${text}`);
    return text;
  }

  /** Throws if any answer differs from the one that is expected. */
  async measure(requests: readonly SignedRequest[], expected: string): Promise<Measured> {
    const times: number[] = [];
    const waiting = requests.values();
    const begun = performance.now();
    const connection = async () => {
      for (const request of waiting) {
        const sent = performance.now();
        const answer = await this.send(request);
        times.push(performance.now() - sent);
        if (answer !== expected) throw new Error(`the app answered otherwise: ${answer.slice(0, 500)}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, connection));
    const seconds = (performance.now() - begun) / 1000;
    times.sort((one, other) => one - other);
    return { rps: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  );
}
