import type { KnownBlock } from '@slack/types';
import type { Modal } from '../conversation.ts';
import { plain } from './blocks.ts';
import { limits } from './limits.ts';

/** A window to fill in. Its callback_id is the name of what submitting it does. */
export function formModal(form: {
  callback: string;
  title: string;
  submit: string;
  /** Ids only, see `metadata.ts`. */
  metadata: string;
  blocks: KnownBlock[];
}): Modal {
  const { callback, title, submit, metadata, blocks } = form;
  return {
    type: 'modal',
    callback_id: callback,
    title: plain(title, limits.modalTitle),
    submit: plain(submit, limits.modalTitle),
    close: plain('Cancel'),
    private_metadata: metadata,
    blocks,
  };
}

/** A window to read. */
export function readingModal(title: string, blocks: KnownBlock[]): Modal {
  return {
    type: 'modal',
    title: plain(title, limits.modalTitle),
    close: plain('Close'),
    blocks,
  };
}
