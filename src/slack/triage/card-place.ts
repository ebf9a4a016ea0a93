import type { ContextBlock } from '@slack/types';
import { isOpen } from '../../domain/request/request.ts';
import { channelFor } from '../../domain/settings/routing.ts';
import type { MessageLocation } from '../../usecases/records.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { Message } from '../conversation.ts';
import { context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { titleLine } from '../wording/request-blocks.ts';

/** The channel in which the triage card belongs, by the settings of today; null while none is set. */
export function belongsIn({ request, brief, settings }: RequestView): string | null {
  return channelFor({ kind: request.kind, tool: brief.details?.tool ?? null }, settings);
}

/** Whether a card has to move. A closed one stays where it was. */
export function isElsewhere(view: RequestView, { channel }: Pick<MessageLocation, 'channel'>): boolean {
  const wanted = belongsIn(view);
  return isOpen(view.request) && wanted !== null && wanted !== channel;
}

/** Stands below a card that was in another channel before. */
export function movedFrom(channel: string): ContextBlock {
  return context(`It was in <#${channel}> before. What was said there stayed there.`);
}

/** What is left of a card that was posted anew in another channel. */
export function movedTo(view: RequestView, channel: string): Message {
  const title = inline(titleLine(view), ours.title);
  return {
    text: `${title} · in another channel now`,
    blocks: [section(`*${title}*\nIts card is in <#${channel}> now. Emoji and buttons count there.`)],
  };
}
