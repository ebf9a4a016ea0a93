import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../usecases/desk.ts';
import { isPayload } from './payload.ts';

/** Slack's own bound; both ways, so that a clock that runs ahead opens no window for replays. */
const oldestSignatureSeconds = 5 * 60;
const largestBody = 1024 * 1024;

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string() });

export interface FrontDoorOptions {
  signingSecret: string;
  /** Epoch milliseconds by the machine's clock: signatures are checked against real time. */
  realTime: () => number;
  log: Log;
}

/**
 * Slack's door on HTTP, `POST /slack/events`: it checks the signature, its age and the payload's shape before Bolt sees
 * anything. It is a receiver of our own because Bolt's HTTP receiver accepts signatures from the future and fails
 * on a signed `null`.
 * Signing: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export class FrontDoor implements Receiver {
  readonly #options: FrontDoorOptions;
  #app: Pick<App, 'processEvent'> | undefined;

  constructor(options: FrontDoorOptions) {
    this.#options = options;
  }

  init(app: App): void {
    this.#app = app;
  }

  // The server is shared with health, so it starts and stops with the process, not with Bolt.
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === 'too-large') return answer(response, 413);
    if (!this.#isSigned(request, body)) return answer(response, 401);
    const payload = parsePayload(request.headers['content-type'] ?? '', body);
    if (payload === 'ssl-check') return answer(response, 200);
    if (!payload) return answer(response, 400);
    const challenge = challengeSchema.safeParse(payload);
    if (challenge.success) return answer(response, 200, challenge.data);
    if (!isPayload(payload)) return answer(response, 400);
    await this.#process(request, payload, response);
  }

  async #process(request: IncomingMessage, body: Record<string, unknown>, response: ServerResponse) {
    const retryNum = request.headers['x-slack-retry-num'];
    const retryReason = request.headers['x-slack-retry-reason'];
    const event: ReceiverEvent = {
      body,
      ack: async (reply?: string | object) => answer(response, 200, reply),
      ...(typeof retryNum === 'string' && { retryNum: Number(retryNum) }),
      ...(typeof retryReason === 'string' && { retryReason }),
    };
    try {
      await this.#app?.processEvent(event);
    } catch (error) {
      this.#options.log.error({ error }, 'a payload could not be processed');
    }
    // Whatever was not acked was not kept: Slack shows the person that it failed, or delivers the event again.
    if (!response.writableEnded) answer(response, 503);
  }

  #isSigned(request: IncomingMessage, body: Buffer): boolean {
    const timestamp = request.headers['x-slack-request-timestamp'];
    const signature = request.headers['x-slack-signature'];
    if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp))
      return false;
    const age = this.#options.realTime() / 1000 - Number(timestamp);
    if (Math.abs(age) > oldestSignatureSeconds) return false;
    const expected = createHmac('sha256', this.#options.signingSecret)
      .update(`v0:${timestamp}:`)
      .update(body);
    const wanted = Buffer.from(`v0=${expected.digest('hex')}`);
    const given = Buffer.from(signature);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

/** The server around the door: Slack's payloads, and `GET /health`. */
export function createFrontServer(
  door: FrontDoor | null,
  health: () => Promise<object & { ok: boolean }>,
): Server {
  return createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (door && request.method === 'POST' && path === '/slack/events') {
      door.handle(request, response).catch(() => response.destroy());
    } else if (request.method === 'GET' && path === '/health') {
      health().then(
        (facts) => answer(response, facts.ok ? 200 : 503, facts),
        () => answer(response, 503, { ok: false }),
      );
    } else {
      request.resume();
      answer(response, 404);
    }
  });
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped, so that the sender hears the answer instead of a broken pipe.
      if (size <= largestBody) chunks.push(chunk);
    });
    request.once('end', () => resolve(size <= largestBody ? Buffer.concat(chunks) : 'too-large'));
    request.once('error', reject);
  });
}

function parsePayload(contentType: string, body: Buffer): Record<string, unknown> | 'ssl-check' | null {
  const text = body.toString('utf8');
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return parseObject(text);
  const form = new URLSearchParams(text);
  if (form.get('ssl_check')) return 'ssl-check';
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parseObject(payload);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answer(response: ServerResponse, status: number, body?: string | object): void {
  if (response.writableEnded) return;
  const json = typeof body === 'object';
  response.writeHead(status, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
  });
  response.end(json ? JSON.stringify(body) : body);
}
