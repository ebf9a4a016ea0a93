import { assertNever } from '../../domain/assert-never.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import { type CallFailure, failureOf } from './web-api-error.ts';

/** Calls that come to the same when they are made twice need no looking up. */
export async function repeatable(call: () => Promise<Said>): Promise<Said> {
  try {
    return await call();
  } catch (error) {
    const said = outcomeOf(failureOf(error));
    return said.result === 'unknown' ? { result: 'later', afterMs: null, error: said.error } : said;
  }
}

/** Somebody deleted the message by hand. */
export function wasDeleted(said: Said): boolean {
  return said.result === 'dead' && said.reason === 'message_not_found';
}

/** While the token is refused, everything would fail: the queue is kept and tried again now and then. */
const tokenRefused = new Set([
  'invalid_auth',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_authed',
]);
const tokenRetryMs = 60_000;

/** What a failed call comes to for the entry that it was made for. */
export function outcomeOf(failure: CallFailure): Said {
  switch (failure.kind) {
    case 'refused':
      return tokenRefused.has(failure.error)
        ? { result: 'barred', afterMs: tokenRetryMs, error: failure.error }
        : { result: 'dead', reason: failure.error };
    case 'rate-limited':
      return { result: 'later', afterMs: failure.retryAfterMs, error: 'rate-limited' };
    case 'unreachable':
      return { result: 'later', afterMs: null, error: failure.error };
    case 'unknown':
      return { result: 'unknown', error: failure.error };
    default:
      return assertNever(failure);
  }
}
