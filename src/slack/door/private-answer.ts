import type { Log } from '../../usecases/desk.ts';
import type { Message } from '../conversation.ts';

/** For this person's eyes, at most once: if Slack does not take it, it is gone. */
export async function whisper(
  log: Log,
  responseUrl: string,
  message: Message,
  { replaces = false, threadTs }: { replaces?: boolean | undefined; threadTs?: string | undefined } = {},
): Promise<void> {
  // Without its thread, Slack would say it at the end of the channel.
  const place = threadTs === undefined ? {} : { thread_ts: threadTs };
  const how = replaces ? { replace_original: true } : { response_type: 'ephemeral', replace_original: false };
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...how, ...place, ...message }),
      signal: AbortSignal.timeout(5000),
    });
    if (!response.ok) throw new Error(`Slack answered ${response.status}`);
  } catch (error) {
    log.warn({ error: String(error) }, 'a private answer was not delivered');
  }
}
