import type { KnownBlock } from '@slack/types';
import { channelFaults, type OutboxEntry } from '../../usecases/saying/outbox.ts';
import { context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { remedyFor } from '../wording/unsaid.ts';

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
        remedyOf(reason) ?? `Slack answered \`${inline(reason, ours.name)}\`. The log of the app says more.`,
      ),
    ),
  ];
}

function remedyOf(reason: string): string | null {
  const fault = channelFaults.find((each) => each === reason);
  return fault ? remedyFor(fault) : null;
}
