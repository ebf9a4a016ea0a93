import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../usecases/desk.ts';
import { viewMorning } from '../../usecases/mornings.ts';
import type { OutboxSubject } from '../../usecases/outbox.ts';
import type { Said } from '../../usecases/speaker.ts';
import { repeatable } from '../call-outcome.ts';
import { morningMessage } from './morning-message.ts';

type MorningSubject = Extract<OutboxSubject, { purpose: 'morning' }>;

/** Posts somebody's morning message, or edits it where it stands. One that was deleted by hand stays deleted. */
export async function sayMorning(
  { desk, client }: { desk: Desk; client: WebClient },
  { recipient, day }: MorningSubject,
  channel: string,
  metadata: { event_type: string; event_payload: Record<string, string | number> },
): Promise<Said> {
  const { store, clock } = desk;
  const view = await viewMorning(desk, store, recipient, day);
  if (!view) return { result: 'dead', reason: 'no-such-morning' };
  const message = morningMessage(view, clock.now());
  const { place } = view.morning;
  if (place) {
    const edited = await repeatable(async () => {
      await client.chat.update({ ...place, ...message, metadata });
      return { result: 'said', location: null };
    });
    const isDeleted = edited.result === 'dead' && edited.reason === 'message_not_found';
    return isDeleted ? { result: 'said', location: null } : edited;
  }
  const posted = await client.chat.postMessage({ channel, ...message, metadata });
  const { ts } = posted;
  if (!ts) return { result: 'unknown', error: 'Slack named no message' };
  await store.write((transaction) => transaction.saveMorningPlace(recipient, day, { channel, ts }));
  return { result: 'said', location: null };
}
