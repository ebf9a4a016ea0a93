import type { Answer, Message, Modal } from '../conversation.ts';
import { plain, section } from './blocks.ts';

/** One sentence as a message. */
export function sentence(text: string): Message {
  return { text, blocks: [section(text)] };
}

/** For this person's eyes only. */
export function tell(text: string): Answer {
  return { kind: 'tell', message: sentence(text) };
}

/** A message where only a window can be shown. */
export function noticeModal({ blocks }: Message): Modal {
  return { type: 'modal', title: plain('MarTech Broker'), close: plain('Close'), blocks };
}
