import type { Answer } from '../conversation.ts';
import { noticeModal } from '../kit/notice.ts';
import type { SubmissionPayload } from './payload.ts';

/** An answer as the ack of a window that was sent. */
export function submissionReply({ view }: SubmissionPayload, answer: Answer) {
  switch (answer.kind) {
    case 'errors':
      return { response_action: 'errors' as const, errors: answer.errors };
    case 'open':
    case 'update':
      return { response_action: 'update' as const, view: answer.modal };
    case 'tell': {
      // Beside an input, the words stand where the person looks, and what they typed stays.
      const input = view.blocks.find((block) => block.type === 'input' && block.block_id);
      return input?.block_id
        ? { response_action: 'errors' as const, errors: { [input.block_id]: answer.message.text } }
        : { response_action: 'update' as const, view: noticeModal(answer.message) };
    }
    case 'nothing':
      return undefined;
  }
}
