import { refused } from '../../domain/request/refusal.ts';
import type { Answer, Call, Message, Modal } from '../conversation.ts';
import { sentenceFor } from '../wording/refusals.ts';
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

/** For a window that was altered, or that an older version of the app had opened. */
export function staleWindow(again: string): Answer {
  return {
    kind: 'update',
    modal: noticeModal(sentence(`This window is out of date. Please close it and ${again} again.`)),
  };
}

/** What somebody reads who is no member of this workspace; null for members. */
export async function turnedAway({ desk, person }: Pick<Call, 'desk' | 'person'>): Promise<Answer | null> {
  const { isMember } = await desk.directory.standingOf(person);
  return isMember ? null : tell(sentenceFor(refused('outsider'), null));
}
