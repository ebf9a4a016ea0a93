import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Slack } from '../slack.ts';
import { answerCall } from '../web-api/answer-call.ts';
import { answerResponseUrl } from '../web-api/answer-response-url.ts';
import { readBody } from '../web-api/call.ts';
import type { Methods } from '../web-api/method.ts';
import type { RateLimits } from '../web-api/rate-limits.ts';
import { readBytes, sendBytes, sendJson } from './front-door.ts';

export interface ApiParts {
  slack: Slack;
  methods: Methods;
  limits: RateLimits;
}

function seconds(slack: Slack): { at: number; started: number } {
  return { at: slack.workspace.clock.now(), started: slack.workspace.realTime() };
}

/** `/api/…`: one Web API call. */
export async function answerApi(
  { slack, methods, limits }: ApiParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = url.pathname.slice('/api/'.length);
  const { at, started } = seconds(slack);
  const bytes = await readBytes(request);
  if (!bytes) return sendJson(response, { ok: false, error: 'request_too_large' }, 413);
  const inQuery = Object.fromEntries(url.searchParams);
  const inBody = readBody(request.headers['content-type'] ?? '', bytes.toString());
  const fields = inBody && { ...inQuery, ...inBody };
  const end = await answerCall(slack, methods, limits, { method, headers: request.headers, fields });

  const { token: _token, ...payload } = fields ?? {};
  const log = (result: string) =>
    slack.log.add({
      at,
      direction: 'app-to-slack',
      name: method,
      payload,
      result,
      milliseconds: Math.round(slack.workspace.realTime() - started),
    });
  if (end.end === 'silence') return log('never answered');
  if (end.end === 'reset') {
    log('accepted, then the connection was reset');
    request.socket.destroy();
    return;
  }
  const answer = typeof end.body === 'string' ? {} : end.body;
  log(end.status === 200 ? (answer.ok === true ? 'ok' : String(answer.error)) : `HTTP ${end.status}`);
  sendJson(response, end.body, end.status, end.headers);
}

/** `/response/R…`: a post to a response_url. */
export async function answerResponse(
  { slack }: ApiParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { at, started } = seconds(slack);
  const bytes = await readBytes(request);
  const fields = readBody('application/json', String(bytes));
  const { status, body } = answerResponseUrl(slack, url.pathname.slice('/response/'.length), fields);
  slack.log.add({
    at,
    direction: 'app-to-slack',
    name: 'response_url',
    payload: fields,
    result: status === 200 ? 'ok' : typeof body === 'string' ? body : String(body.error),
    milliseconds: Math.round(slack.workspace.realTime() - started),
  });
  sendJson(response, body, status);
}

/** `/upload/F…`: the bytes of a file, raw or as the first file of a form; as many as were announced. */
export async function answerUpload(
  { slack }: ApiParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { workspace } = slack;
  const file = workspace.files.get(url.pathname.slice('/upload/'.length));
  const bytes = await readBytes(request);
  if (file?.status !== 'awaiting-bytes' || !bytes) return sendJson(response, 'Not found', 404);
  const content = await contentOf(request.headers['content-type'] ?? '', bytes);
  if (content.length !== file.size) return sendJson(response, 'Not the announced length', 400);
  workspace.archive.putBytes(file.id, content);
  workspace.files.put(file.id, { ...file, status: 'uploaded' });
  sendJson(response, `OK - ${content.length}`);
}

async function contentOf(contentType: string, bytes: Buffer): Promise<Uint8Array> {
  if (!contentType.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const parts = [...form.values()];
  const blob = parts.find((part) => part instanceof Blob);
  if (blob) return new Uint8Array(await blob.arrayBuffer());
  return Buffer.from(String(parts[0] ?? ''));
}

/**
 * `/files/F…/name`: what `url_private` points to, for the app with its token. Whoever has no right to it is sent to a
 * page to sign in, which answers 200 like a file.
 */
export function answerFile(
  { slack }: ApiParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { workspace, app } = slack;
  const [, , id = ''] = url.pathname.split('/');
  const file = workspace.files.get(id);
  const bytes = workspace.archive.bytes(id);
  const allowed = request.headers.authorization === `Bearer ${app.botToken}` && app.scopes.has('files:read');
  if (!allowed) response.writeHead(302, { location: '/sign-in', 'cache-control': 'no-store' }).end();
  else if (file && bytes) sendBytes(response, bytes, file.mimetype);
  else sendJson(response, 'Not found', 404);
}

/** Where a browser without a session would be asked for one. */
export function answerSignIn(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end('<!doctype html><title>Sign in</title><p>Sign in to see this file.</p>');
}
