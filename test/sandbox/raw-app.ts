import { createHmac } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createClock, type MovableClock } from '../../src/clock.ts';
import { type Fields, isFields, parseJson } from '../../src/sandbox/json.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { manifest } from './desk-app.ts';

export interface Received {
  headers: IncomingHttpHeaders;
  payload: Fields;
}

/** What the app answers: a body (200), a status, or `silence`. */
export type Answer = Fields | string | number | undefined;

/**
 * An app without a framework behind signed HTTP, for tests of what exactly arrives. It refuses a wrong signature
 * and answers as the test says.
 */
export interface RawApp {
  sandbox: Sandbox;
  clock: MovableClock;
  received: Received[];
  /** Those of one type (`view_submission`, an event's type), or of a command. */
  of(name: string): Fields[];
  /** Resolves when so many of them have come. */
  arrived(name: string, count: number): Promise<void>;
  answers: (payload: Fields) => Answer | Promise<Answer>;
  close(): Promise<void>;
}

function read(type: string, body: string): Fields {
  if (type === 'application/json') return fields(parseJson(body));
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : fields(parseJson(form.payload));
}

function fields(value: unknown): Fields {
  if (!isFields(value)) throw new Error('not an object');
  return value;
}

function nameOf(payload: Fields): unknown {
  if (isFields(payload.event)) return payload.event.type;
  return payload.type ?? payload.command;
}

export async function rawApp(options: Partial<SandboxOptions> = {}): Promise<RawApp> {
  const clock = createClock(Date.now);
  const sandbox = await startSandbox({ clock, manifest, delivery: { mode: 'http' }, ...options });
  const arrivals = new EventEmitter();
  const app: RawApp = {
    sandbox,
    clock,
    received: [],
    of: (name) => app.received.map(({ payload }) => payload).filter((payload) => nameOf(payload) === name),
    arrived: (name, count) =>
      new Promise((resolve) => {
        const look = () => {
          if (app.of(name).length < count) return;
          arrivals.off('one', look);
          resolve();
        };
        arrivals.on('one', look);
        look();
      }),
    answers: () => undefined,
    async close() {
      await sandbox.close();
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const base = `v0:${request.headers['x-slack-request-timestamp']}:${body}`;
    const signature = `v0=${createHmac('sha256', sandbox.signingSecret).update(base).digest('hex')}`;
    if (signature !== request.headers['x-slack-signature']) return void response.writeHead(401).end();
    const payload = read(request.headers['content-type'] ?? '', body);
    app.received.push({ headers: request.headers, payload });
    arrivals.emit('one');
    const answer = await app.answers(payload);
    if (answer === 'silence') return;
    if (typeof answer === 'number') return void response.writeHead(answer).end();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof answer === 'object' ? JSON.stringify(answer) : answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the app does not listen');
  sandbox.deliverTo(`http://127.0.0.1:${address.port}/`);
  return app;
}
