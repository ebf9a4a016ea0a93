import { assertNever } from '../../domain/assert-never.ts';
import type { ChannelFault } from '../../usecases/saying/outbox.ts';
import type { Message } from '../conversation.ts';
import { section } from '../kit/blocks.ts';

/** What is wrong with IT's channel, and what helps. The cards follow by themselves. */
export function remedyFor(fault: ChannelFault): string {
  switch (fault) {
    case 'no-triage-channel':
      return 'No triage channel is set. Pick one under “Set up”, and the cards follow by themselves.';
    case 'channel_not_found':
      return 'The channel is not there for the app. Invite it with `/invite`, or pick another one under “Set up”; the cards follow within minutes.';
    case 'not_in_channel':
      return 'The app is not in the channel. Invite it with `/invite`, and the cards follow within minutes.';
    case 'is_archived':
      return 'The channel is archived. Bring it back, or pick another one under “Set up”; the cards follow within minutes.';
    default:
      return assertNever(fault);
  }
}

/** The same for the channel of the weekly digest. */
export function undeliveredDigest(fault: ChannelFault, channel: string | null): Message {
  const where = channel ? ` in <#${channel}>` : '';
  const text = `The weekly digest waits: I cannot write${where}. Nothing is lost, and it follows once the channel is mended.`;
  return { text, blocks: [section(`*${text}*\n${digestRemedies[fault]}`)] };
}

const digestRemedies: Record<ChannelFault, string> = {
  'no-triage-channel': 'No channel is set for it. Pick one under “Set up”.',
  channel_not_found:
    'The channel is not there for the app. Invite it with `/invite`, or pick another one under “Set up”.',
  not_in_channel: 'The app is not in the channel. Invite it with `/invite`.',
  is_archived: 'The channel is archived. Bring it back, or pick another one under “Set up”.',
};

/** The one direct message about it. */
export function unsaidReport(fault: ChannelFault, channel: string | null): Message {
  const where = channel ? ` in <#${channel}>` : '';
  const text = `IT does not see new requests: I cannot write${where}. Nothing is lost.`;
  return { text, blocks: [section(`*${text}*\n${remedyFor(fault)}`)] };
}
