import { isAlertedNow, isToldNow } from '../../domain/notices/notices.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { Desk } from '../../usecases/desk.ts';
import { noticesOf } from '../../usecases/notices/choose-notices.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { OutboxSubject } from '../../usecases/saying/outbox.ts';

/** Whether a line is told where its reader would hear it, or left to the card and the morning's message. */
export async function isWanted(
  { store }: Desk,
  subject: Extract<OutboxSubject, { kind: 'say' }>,
  { request }: RequestView,
  fact: RequestEvent['type'],
): Promise<boolean> {
  if (subject.audience === 'triage-thread' || request.priority === 1) return true;
  return isToldNow(await noticesOf(store, subject.recipient), fact);
}

/** Whether whoever can act is to hear of it now. */
export async function isAlertWanted(
  { store }: Desk,
  subject: Extract<OutboxSubject, { kind: 'alert' }>,
  { request }: RequestView,
): Promise<boolean> {
  const hearer = 'recipient' in subject ? subject.recipient : request.assignee;
  if (hearer === null || request.priority === 1) return true;
  return isAlertedNow(await noticesOf(store, hearer), subject.alert);
}
