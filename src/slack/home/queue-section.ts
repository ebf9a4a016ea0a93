import type { KnownBlock, StaticSelect } from '@slack/types';
import { requestKinds } from '../../domain/request/kind.ts';
import {
  isNarrowed,
  type QueueList,
  type QueueOrder,
  type QueuePlace,
  queueLists,
  queueOrders,
  startOf,
} from '../../domain/request/queue.ts';
import type { Instant } from '../../domain/time.ts';
import type { Queue } from '../../usecases/request/queue.ts';
import type { RequestLine } from '../../usecases/request/request-line.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { type Choice, selectInput } from '../kit/inputs.ts';
import { limits } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { priorityName } from '../wording/plain-words.ts';
import { requestBlock } from './lists.ts';
import { placeAsValue } from './queue-place.ts';

const names: Record<QueueList, string> = {
  mine: 'Mine',
  unclaimed: 'Not taken',
  due: 'Due next',
  'top-five': 'Marketing’s top five',
  marketing: 'With marketing',
  others: 'With a vendor or a check',
};

const orders: Record<QueueOrder, string> = {
  due: 'What is due first',
  priority: 'By priority',
  oldest: 'Oldest first',
};

/** IT's queue, one list and one page at a time. */
export function queueBlocks(queue: Queue, now: Instant): KnownBlock[] {
  const { place, lines, counts, pages } = queue;
  const { list, page } = place;
  const to = (change: Partial<QueuePlace>) => placeAsValue({ ...place, page: 0, ...change });
  return [
    section(
      `*IT’s queue: ${names[list].toLowerCase()}*${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}`,
    ),
    ...actions(
      shownLists(queue).map((each) =>
        button(
          `${names[each]} ${counts[each]}`,
          `queue.${each}`,
          to({ list: each }),
          each === list ? { style: 'primary' } : {},
        ),
      ),
    ),
    ...actions(filtersOf(queue, to)),
    ...(lines.length > 0
      ? lines.map((line) => requestBlock(line, 'it', now, list === 'mine' ? null : holderOf(line)))
      : [context(isNarrowed(place) ? 'Nothing in this list is of that sort.' : 'Nothing is in this list.')]),
    ...actions([
      ...(page > 0 ? [button('Earlier page', 'queue.earlier', to({ page: page - 1 }))] : []),
      ...(page + 1 < pages ? [button('Next page', 'queue.later', to({ page: page + 1 }))] : []),
      ...(isNarrowed(place)
        ? [button('Show all', 'queue.all', placeAsValue({ ...startOf(list), order: place.order }))]
        : []),
      ...(lines.length > 0 ? [button('Give to someone…', 'queue.give', placeAsValue(place))] : []),
    ]),
  ];
}

function holderOf({ request: { assignee } }: RequestLine): string | null {
  return assignee && `${mention(assignee)} has it`;
}

/** Before marketing's lead has put anything first there is no such list. */
function shownLists({ place, counts }: Queue): QueueList[] {
  return queueLists.filter((each) => each !== 'top-five' || each === place.list || counts[each] > 0);
}

/** Menus that act at once. Whose it is makes no sense to ask where the list says so. */
function filtersOf(
  { place, people, kinds }: Queue,
  to: (change: Partial<QueuePlace>) => string,
): StaticSelect[] {
  const { list, assignee } = place;
  const menu = (what: string, choices: readonly Choice[]): StaticSelect => ({
    ...selectInput(choices, placeAsValue({ ...place, page: 0 })),
    action_id: `queue.${what}`,
  });
  const isListed = people.some(({ person }) => person === assignee);
  const others = people.slice(0, limits.selectOptions - 2);
  return [
    menu('kind', [
      { value: to({ kind: null }), text: 'Any kind' },
      ...requestKinds.map((kind) => ({ value: to({ kind }), text: kinds[kind].name })),
    ]),
    menu('priority', [
      { value: to({ priority: null }), text: 'Any priority' },
      ...([1, 2, 3, 4] as const).map((priority) => ({
        value: to({ priority }),
        text: `Priority ${priorityName(priority)}`,
      })),
    ]),
    ...(list === 'mine' || list === 'unclaimed'
      ? []
      : [
          menu('assignee', [
            { value: to({ assignee: null }), text: 'With anyone' },
            ...others.map(({ person, name, count }) => ({
              value: to({ assignee: person }),
              text: `With ${name ?? 'somebody'}: ${count}`,
            })),
            // Whoever has nothing open any more stays picked until somebody picks another.
            ...(assignee && !isListed ? [{ value: to({}), text: 'With somebody: 0' }] : []),
          ]),
        ]),
    ...(list === 'top-five'
      ? []
      : [
          menu('order', [
            { value: to({ order: null }), text: 'In its own order' },
            ...queueOrders.map((order) => ({ value: to({ order }), text: orders[order] })),
          ]),
        ]),
  ];
}
