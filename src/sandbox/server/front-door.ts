import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The sandbox answers only to this machine's own names: a page of another site that points its name at loopback
 * (DNS rebinding), or posts here from its own origin, is turned away.
 */
export function isOurs(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((name) => origin === `http://${name}`);
}

const mostBytes = 20 * 1024 * 1024;

/** The whole body; undefined if it is larger than 20 MiB or broke off. */
export async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > mostBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(text);
}

export function sendBytes(response: ServerResponse, bytes: Uint8Array, mimetype: string): void {
  // Never opened as a page of this origin, whatever it is.
  response.writeHead(200, {
    'content-type': mimetype,
    'content-disposition': mimetype.startsWith('image/') ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}
