import { queueLists, startOf } from '../../domain/request/queue.ts';
import type { Instant } from '../../domain/time.ts';
import { type Queue, queueAt, turnHomeTo } from '../../usecases/request/queue.ts';
import type { ActionHandler, CommandHandler, Modal } from '../conversation.ts';
import { nothing } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import { readingModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { placeIn } from './queue-place.ts';
import { queueBlocks } from './queue-section.ts';

/** `news`: what was just done in it. */
export function queueModal(queue: Queue, now: Instant, news?: string): Modal {
  return readingModal('IT’s queue', [...(news ? [section(news)] : []), ...queueBlocks(queue, now)]);
}

export const queueIsForIt = 'The queue is for IT. `/martech-request mine` lists what you asked for.';

/** `/martech-request triage` */
export const openQueue: CommandHandler = async ({ desk, person }) => {
  const { isIt, isMember } = await desk.directory.standingOf(person);
  if (!isIt || !isMember) return tell(queueIsForIt);
  const place = (await desk.store.queuePlace(person)) ?? startOf('due');
  return { kind: 'open', modal: queueModal(await queueAt(desk, person, place), desk.clock.now()) };
};

/** Another list, page, filter or order: in the window where it was pressed, or in App Home. */
const turnTo: ActionHandler = async ({ desk, person, value, view }) => {
  const { isIt, isMember } = await desk.directory.standingOf(person);
  const place = placeIn(value ?? '');
  if (!isIt || !isMember || !place) return nothing;
  if (view) {
    return { kind: 'update', modal: queueModal(await queueAt(desk, person, place), desk.clock.now()) };
  }
  await turnHomeTo(desk, person, place);
  return nothing;
};

export const queueActions: Record<string, ActionHandler> = Object.fromEntries(
  [...queueLists, 'earlier', 'later', 'all', 'kind', 'priority', 'assignee', 'order'].map((name) => [
    `queue.${name}`,
    turnTo,
  ]),
);
