import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';

/** What a failed Web API call tells about whether Slack did it. */
export type CallFailure =
  /** Slack said no: `error` is its code. Nothing was done. */
  | { kind: 'refused'; error: string }
  | { kind: 'rate-limited'; retryAfterMs: number }
  /** It never reached Slack. */
  | { kind: 'unreachable'; error: string }
  /** It may have been done. */
  | { kind: 'unknown'; error: string };

/** Slack's codes for "something broke on our side", after which the call may have had its effect. */
const doubtful = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);

// A 429 without a usable Retry-After still means "slower".
const defaultRetryAfterMs = 5000;
const longestRetryAfterMs = 10 * 60_000;

const platformError = z.object({
  code: z.literal(ErrorCode.PlatformError),
  data: z.object({ error: z.string() }),
});
const rateLimited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() });
const requestError = z.object({ code: z.literal(ErrorCode.RequestError), original: z.instanceof(Error) });

export function failureOf(error: unknown): CallFailure {
  const platform = platformError.safeParse(error);
  if (platform.success) {
    const code = platform.data.data.error;
    if (code === 'ratelimited') return { kind: 'rate-limited', retryAfterMs: defaultRetryAfterMs };
    return doubtful.has(code) ? { kind: 'unknown', error: code } : { kind: 'refused', error: code };
  }
  const limited = rateLimited.safeParse(error);
  if (limited.success)
    return { kind: 'rate-limited', retryAfterMs: sensible(limited.data.retryAfter * 1000) };
  const message = error instanceof Error ? error.message : String(error);
  // The client throws a bare Error for a 429 whose header it cannot read.
  if (message.includes('Retry header did not contain a valid timeout')) {
    return { kind: 'rate-limited', retryAfterMs: defaultRetryAfterMs };
  }
  const request = requestError.safeParse(error);
  if (request.success && neverSent(request.data.original)) return { kind: 'unreachable', error: message };
  return { kind: 'unknown', error: message };
}

/** Slack's codes for a place that is gone, or that the app may not look into. */
const unreadable = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'thread_not_found',
  'message_not_found',
]);

/** A place that cannot be read holds nothing of ours that anybody could see. */
export function isUnreadable(failure: CallFailure): boolean {
  return failure.kind === 'refused' && unreadable.has(failure.error);
}

function sensible(retryAfterMs: number): number {
  if (!Number.isFinite(retryAfterMs) || retryAfterMs <= 0) return defaultRetryAfterMs;
  return Math.min(retryAfterMs, longestRetryAfterMs);
}

const notConnected = z.object({ code: z.enum(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH']) });

/** `fetch` wraps what the socket said in `cause`. */
function neverSent(error: Error): boolean {
  return notConnected.safeParse(error.cause).success || notConnected.safeParse(error).success;
}
