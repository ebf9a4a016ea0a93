import { personId } from '../../domain/person.ts';
import type { ShortcutMessage } from '../conversation.ts';
import type { ShortcutPayload } from './payload.ts';

/**
 * The message that a shortcut was used on; null for a global one. The payload names no link: this is the form in which
 * Slack itself copies one.
 */
export function messageOf(
  workspace: string,
  { message, channel, team }: ShortcutPayload,
): ShortcutMessage | null {
  if (!message || !channel) return null;
  const { ts, thread_ts: thread, user, bot_id: bot, text } = message;
  const inThread = thread && thread !== ts ? `?thread_ts=${thread}&cid=${channel.id}` : '';
  const host = team ? `${team.domain}.slack.com` : 'app.slack.com';
  return {
    text,
    author: user && !bot ? personId(workspace, user) : null,
    link: `https://${host}/archives/${channel.id}/p${ts.replace('.', '')}${inThread}`,
  };
}
