import type { ContextBlock } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { Attachment, LeftBehind } from '../../usecases/threads/attachments.ts';
import type { Message } from '../conversation.ts';
import { context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';

const whyNot: Record<Exclude<LeftBehind, 'deleted'>, string> = {
  'too-large': 'it is larger than 100 MB. A link to it does as well.',
  unreadable: 'Slack does not hand it out, or it was deleted meanwhile. Please attach it once more.',
  'kept-elsewhere': 'it lies with another service. Please paste its link.',
  'not-allowed': 'this app has no right to files here yet. An admin can give it by installing the app again.',
};

/** In the threads of both sides: which file is missing, why, and what helps. */
export function leftBehindLine({ request }: RequestView, { name, leftBehind }: Attachment): Message | null {
  if (leftBehind === null || leftBehind === 'deleted') return null;
  const sentence = `${inline(name, ours.name)} did not cross: ${whyNot[leftBehind]}`;
  return {
    text: `${requestKey(request.number)} · ${sentence}`,
    blocks: [section(`:paperclip: *${inline(name, ours.name)}* did not cross: ${whyNot[leftBehind]}`)],
  };
}

const mostNamed = 10;

/** What was attached, on every picture of a request. The files themselves lie in the threads. */
export function filesLine(files: readonly Attachment[]): ContextBlock[] {
  if (files.length === 0) return [];
  const named = files
    .slice(0, mostNamed)
    .map(({ name, leftBehind }) => `${inline(name, ours.name)}${leftBehind ? ' (did not cross)' : ''}`);
  const more = files.length > mostNamed ? [`and ${files.length - mostNamed} more`] : [];
  return [context(`:paperclip: ${[...named, ...more].join(' · ')}`)];
}
