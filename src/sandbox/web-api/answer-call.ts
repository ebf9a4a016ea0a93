import type { IncomingHttpHeaders } from 'node:http';
import { pause } from '../clock.ts';
import { type Fields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { Arguments, SlackRefusal } from './call.ts';
import type { Method, Methods } from './method.ts';
import type { RateLimits } from './rate-limits.ts';

/** How a call ends: an HTTP answer, a connection that is cut, or silence. */
export type CallEnd =
  | { end: 'answer'; status: number; headers: Record<string, string>; body: Fields | string }
  | { end: 'reset' }
  | { end: 'silence' };

export interface CallRequest {
  method: string;
  headers: IncomingHttpHeaders;
  /** Undefined if the body could not be read. */
  fields: Fields | undefined;
}

function answer(body: Fields): CallEnd {
  return { end: 'answer', status: 200, headers: {}, body };
}

function tokenOf({ headers, fields }: CallRequest): string {
  return headers.authorization?.replace(/^Bearer\s*/, '') ?? textOf(fields?.token);
}

function checkToken({ app }: Slack, method: Method, token: string): void {
  if (method.token === 'none') return;
  if (token === '') throw new SlackRefusal('not_authed');
  const [wanted, other] =
    method.token === 'app' ? [app.appToken, app.botToken] : [app.botToken, app.appToken];
  if (token === other) throw new SlackRefusal('not_allowed_token_type');
  if (token !== wanted) throw new SlackRefusal('invalid_auth');
  if (method.token === 'bot' && app.tokenRevoked) throw new SlackRefusal('token_revoked');
}

function checkScope({ app }: Slack, method: Method): void {
  const [first] = method.scopes;
  if (first === undefined || method.scopes.some((scope) => app.scopes.has(scope))) return;
  throw new SlackRefusal('missing_scope', {
    needed: method.scopes.join(','),
    provided: [...app.scopes].join(','),
  });
}

function limited(retryAfter: string | null): CallEnd {
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': retryAfter };
  return { end: 'answer', status: 429, headers, body: { ok: false, error: 'ratelimited' } };
}

async function run(slack: Slack, method: Method | undefined, request: CallRequest): Promise<Fields> {
  try {
    if (!method) throw new SlackRefusal('unknown_method', { req_method: request.method });
    checkToken(slack, method, tokenOf(request));
    checkScope(slack, method);
    if (!request.fields) throw new SlackRefusal('invalid_json');
    const { token: _token, ...fields } = request.fields;
    return { ok: true, ...(await method.run(slack, new Arguments(fields))) };
  } catch (error) {
    if (error instanceof SlackRefusal) return { ok: false, error: error.code, ...error.extra };
    throw error;
  }
}

/** Answers one Web API call, or does to it what a fault orders. */
export async function answerCall(
  slack: Slack,
  methods: Methods,
  limits: RateLimits,
  request: CallRequest,
): Promise<CallEnd> {
  const method = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  const fault = slack.faults.takeForCall(request.method);
  if (fault?.kind === 'never-answer') return { end: 'silence' };
  if (fault?.kind === 'rate-limit') return limited(fault.retryAfter);
  if (fault?.kind === 'error-500' && !fault.afterAccepting) {
    return { end: 'answer', status: 500, headers: {}, body: 'Internal Server Error' };
  }
  if (fault?.kind === 'error' && !fault.afterAccepting) return answer({ ok: false, error: fault.code });
  if (fault?.kind === 'slow') await pause(fault.milliseconds);

  if (method) {
    const key =
      method.tier === 'post' ? `${request.method} ${textOf(request.fields?.channel)}` : request.method;
    const wait = limits.take(method.tier, key);
    if (wait > 0) return limited(String(wait));
  }
  const body = await run(slack, method, request);
  if (fault?.kind === 'accept-then-reset') return { end: 'reset' };
  if (fault?.kind === 'error-500')
    return { end: 'answer', status: 500, headers: {}, body: 'Internal Server Error' };
  if (fault?.kind === 'error') return answer({ ok: false, error: fault.code });
  // As Slack does, so that an app can find out what it may.
  const headers = { 'x-oauth-scopes': [...slack.app.scopes].join(',') };
  return { end: 'answer', status: 200, headers: method?.token === 'bot' ? headers : {}, body };
}
