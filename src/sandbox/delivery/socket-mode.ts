import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { pause } from '../clock.ts';
import { fieldsOf, parseJson, textOf } from '../json.ts';
import type { Ack, Envelope, Transport } from './transport.ts';

const pingEvery = 10_000;
const goodbyeWithin = 500;

const wireType = {
  command: 'slash_commands',
  interaction: 'interactive',
  options: 'interactive',
  event: 'events_api',
} as const;

export interface SocketMode extends Transport {
  /** A one-use ticket for `apps.connections.open`. */
  ticket(): string;
  /** Takes over the upgrade of a request to the ticket's address. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  /** Cuts every connection without a word, as a lost network does. */
  drop(): void;
  /** Asks every client to reconnect, as Slack does when it moves a connection to another host. */
  refresh(): void;
}

export interface SocketModeOptions {
  appId: string;
  /** Real milliseconds to wait for an ack. */
  ackWithin: number;
  /** Told of what a well-behaved app does not do: a second ack, an ack of something unknown. */
  violation(sentence: string): void;
  /** A client has come or gone. */
  connectionsChanged(): void;
}

export function createSocketMode(options: SocketModeOptions): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, { settle: (ack: Ack) => void; acks: number; copies: number }>();
  const whenConnected = new Set<() => void>();
  let turn = 0;

  function welcome(socket: WebSocket): void {
    sockets.push(socket);
    const ping = setInterval(() => socket.ping(), pingEvery);
    ping.unref();
    socket.on('message', (data) => receive(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(ping);
      sockets.splice(sockets.indexOf(socket), 1);
      options.connectionsChanged();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: options.appId },
      }),
    );
    for (const resolve of whenConnected) resolve();
    whenConnected.clear();
    options.connectionsChanged();
  }

  function receive(text: string): void {
    const message = fieldsOf(parseJson(text));
    const id = textOf(message.envelope_id);
    const entry = waiting.get(id);
    if (!entry) {
      options.violation(`Socket Mode: an ack of an unknown envelope: ${text.slice(0, 200)}`);
      return;
    }
    entry.acks += 1;
    if (entry.acks > entry.copies + 1) {
      options.violation(`Socket Mode: envelope ${id} was acked more than once`);
    }
    entry.settle({ outcome: 'acked', body: message.payload });
  }

  function send(envelope: Envelope, copies: number): Promise<Ack> {
    const open = sockets.filter((socket) => socket.readyState === socket.OPEN);
    if (open.length === 0)
      return Promise.resolve({ outcome: 'unreachable', reason: 'no Socket Mode connection' });
    const id = randomUUID();
    const wire = JSON.stringify({
      envelope_id: id,
      type: wireType[envelope.kind],
      payload: envelope.payload,
      accepts_response_payload: envelope.kind !== 'event',
      ...(envelope.kind === 'event' && {
        retry_attempt: envelope.retry?.attempt ?? 0,
        retry_reason: envelope.retry?.reason ?? '',
      }),
    });
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ outcome: 'late' }), options.ackWithin);
      const settle = (ack: Ack) => {
        clearTimeout(timer);
        resolve(ack);
      };
      waiting.set(id, { settle, acks: 0, copies });
      // Acks that come later than this are too old to be worth a word.
      setTimeout(() => waiting.delete(id), options.ackWithin * 10).unref();
      for (let copy = 0; copy <= copies; copy += 1) {
        turn += 1;
        open[turn % open.length]?.send(wire);
      }
    });
  }

  return {
    send,
    reachable: () =>
      sockets.length > 0 ? Promise.resolve() : new Promise((resolve) => whenConnected.add(resolve)),
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      server.handleUpgrade(request, socket, head, welcome);
    },
    connections: () => sockets.length,
    drop() {
      for (const socket of [...sockets]) socket.terminate();
    },
    refresh() {
      const message = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'sandbox' } };
      for (const socket of sockets) {
        socket.send(JSON.stringify(message));
        socket.close();
      }
    },
    async close() {
      const closing = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of sockets) socket.close(1001);
      // A client that does not answer the goodbye is not waited for.
      await Promise.race([Promise.all(closing), pause(goodbyeWithin)]);
      for (const socket of [...sockets]) socket.terminate();
      server.close();
    },
  };
}
