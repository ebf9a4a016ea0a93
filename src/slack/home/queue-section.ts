import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type QueueList, queueLists } from '../../domain/request/queue.ts';
import type { Instant } from '../../domain/time.ts';
import { type Queue, queueAt, turnHomeTo } from '../../usecases/queue.ts';
import type { ActionHandler, CommandHandler, Modal } from '../conversation.ts';
import { nothing } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { parsedJson } from '../kit/metadata.ts';
import { readingModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { lineInList } from '../wording/request-line.ts';
import { openMenu } from './open-menu.ts';

const names: Record<QueueList, string> = {
  mine: 'Mine',
  unclaimed: 'Not taken',
  due: 'Due next',
  marketing: 'With marketing',
  others: 'With a vendor or a check',
};

/** IT's queue, one list and one page at a time. */
export function queueBlocks({ place, lines, counts, pages }: Queue, now: Instant): KnownBlock[] {
  const { list, page } = place;
  const turn = (to: number) => `${list} ${to}`;
  return [
    section(
      `*IT’s queue: ${names[list].toLowerCase()}*${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}`,
    ),
    ...actions(
      queueLists.map((each) =>
        button(
          `${names[each]} ${counts[each]}`,
          `queue.${each}`,
          `${each} 0`,
          each === list ? { style: 'primary' } : {},
        ),
      ),
    ),
    ...(lines.length > 0
      ? lines.map((line) => section(lineInList(line, 'it', now)))
      : [context('Nothing is in this list.')]),
    ...actions([
      ...(page > 0 ? [button('Earlier page', 'queue.earlier', turn(page - 1))] : []),
      ...(page + 1 < pages ? [button('Next page', 'queue.later', turn(page + 1))] : []),
    ]),
  ];
}

function queueModal(queue: Queue, now: Instant): Modal {
  const blocks = [...queueBlocks(queue, now), ...openMenu(queue.lines)];
  return { ...readingModal('IT’s queue', blocks), private_metadata: JSON.stringify({ queue: true }) };
}

/** `/martech-request triage` */
export const openQueue: CommandHandler = async ({ desk, person }) => {
  const { isIt, isMember } = await desk.directory.standingOf(person);
  if (!isIt || !isMember)
    return tell('The queue is for IT. `/martech-request mine` lists what you asked for.');
  const place = (await desk.store.queuePlace(person)) ?? { list: 'due', page: 0 };
  return { kind: 'open', modal: queueModal(await queueAt(desk, person, place), desk.clock.now()) };
};

const queueWindow = z.strictObject({ queue: z.literal(true) });
const turning = z.tuple([z.enum(queueLists), z.coerce.number().int().min(0).max(100_000)]);

/** Another list or page: in the window where it was pressed, or in App Home. */
const turnTo: ActionHandler = async ({ desk, person, value, view }) => {
  const { isIt, isMember } = await desk.directory.standingOf(person);
  const parsed = turning.safeParse((value ?? '').split(' '));
  if (!isIt || !isMember || !parsed.success) return nothing;
  const [list, page] = parsed.data;
  if (view && queueWindow.safeParse(parsedJson(view.metadata)).success) {
    const queue = await queueAt(desk, person, { list, page });
    return { kind: 'update', modal: queueModal(queue, desk.clock.now()) };
  }
  await turnHomeTo(desk, person, { list, page });
  return nothing;
};

export const queueActions: Record<string, ActionHandler> = Object.fromEntries(
  [...queueLists, 'earlier', 'later'].map((name) => [`queue.${name}`, turnTo]),
);
