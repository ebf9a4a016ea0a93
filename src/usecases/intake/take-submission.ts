import { refused } from '../../domain/request/refusal.ts';
import type { Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { InboxEvent } from '../records.ts';
import { type Submission, submissionSchema } from './submission.ts';
import { submitRequest } from './submit-request.ts';

const keyPrefix = 'submission:';

/**
 * Somebody sent a request. While all is calm it is made at once. While many people wait for an answer, what they typed
 * is committed as it is, which takes a fraction of the time, and made into a request from the inbox a moment later.
 */
export async function takeSubmission(desk: Desk, submission: Submission): Promise<Outcome<null>> {
  if (!desk.isCrowded()) {
    const outcome = await submitRequest(desk, submission);
    return outcome.ok ? done(null) : outcome;
  }
  const { isMember } = await desk.directory.person(submission.author);
  if (!isMember) return refusal(refused('outsider'));
  const { workspace } = desk;
  const at = desk.clock.now();
  const body = JSON.stringify({ ...submission, at });
  const kept = { id: `${keyPrefix}${submission.cause}`, workspace, body, receivedAt: at };
  await desk.store.write((transaction) => transaction.takeEvent(kept, { mayWait: true }));
  return done(null);
}

export function isKeptSubmission({ id }: Pick<InboxEvent, 'id'>): boolean {
  return id.startsWith(keyPrefix);
}

/** Makes the request that was sent in a crowd; the same one, however often it is tried. */
export async function submitKept(desk: Desk, { body }: Pick<InboxEvent, 'body'>): Promise<void> {
  const outcome = await submitRequest(desk, submissionSchema.parse(JSON.parse(body)));
  if (!outcome.ok) desk.log.warn({ refusal: outcome.refusal.code }, 'a kept submission was refused');
}
