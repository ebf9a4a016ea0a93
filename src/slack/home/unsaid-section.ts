import type { KnownBlock } from '@slack/types';
import type { OutboxEntry } from '../../usecases/outbox.ts';
import { context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';

/** What an admin can mend, by the reason that Slack or the desk gave. */
const remedies: Record<string, string> = {
  'no-triage-channel':
    'No triage channel is set. Pick one under “Set up”, and the cards follow by themselves.',
  channel_not_found:
    'The channel is not there for the app. Invite it with `/invite`, or pick another one under “Set up”.',
  not_in_channel: 'The app is not in the channel. Invite it with `/invite`, then save “Set up” once more.',
  is_archived: 'The channel is archived. Bring it back, or pick another one under “Set up”.',
};

/** What could not be said in Slack, and what helps. Nothing at all while everything was said. */
export function unsaidBlocks(unsaid: readonly OutboxEntry[], triageChannel: string | null): KnownBlock[] {
  const reasons = new Set(unsaid.map(({ error }) => error ?? 'unknown'));
  if (!triageChannel) reasons.add('no-triage-channel');
  if (reasons.size === 0) return [];
  return [
    { type: 'divider' },
    section(unsaid.length > 0 ? '*Some messages could not be sent*' : '*The desk is not set up yet*'),
    ...[...reasons].map((reason) =>
      context(
        remedies[reason] ?? `Slack answered \`${inline(reason, ours.name)}\`. The log of the app says more.`,
      ),
    ),
  ];
}
