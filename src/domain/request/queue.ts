import type { PersonId } from '../person.ts';
import type { RequestKind } from './kind.ts';
import type { Priority } from './priority.ts';

/**
 * The lists that IT looks through. `due` is everything that waits on IT, the most pressing promise first;
 * `top-five` is what marketing's lead put first, in that order.
 */
export const queueLists = ['mine', 'unclaimed', 'due', 'top-five', 'marketing', 'others'] as const;
export type QueueList = (typeof queueLists)[number];
/** Those that follow from the requests alone; the top five follows from what marketing's lead said. */
export type ReckonedList = Exclude<QueueList, 'top-five'>;

export const queueOrders = ['due', 'priority', 'oldest'] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** Which of a list's requests are shown; null where all are. */
export interface QueueFilter {
  kind: RequestKind | null;
  priority: Priority | null;
  assignee: PersonId | null;
}

/** What somebody is looking at; pages count from 0. Without an order a list has its own. */
export interface QueuePlace extends QueueFilter {
  list: QueueList;
  page: number;
  order: QueueOrder | null;
}

/** A place in one of those lists, whatever its page. */
export type ReckonedPlace = Omit<QueuePlace, 'list' | 'page'> & { list: ReckonedList };

/** Where somebody begins who was nowhere yet: everything of one list. */
export function startOf<List extends QueueList>(list: List): QueuePlace & { list: List } {
  return { list, page: 0, kind: null, priority: null, assignee: null, order: null };
}

/** The order in which a list stands unless another one is wanted. */
export function orderOf({ list, order }: Pick<QueuePlace, 'list' | 'order'>): QueueOrder {
  return order ?? (list === 'due' ? 'due' : 'priority');
}

export function isNarrowed({ kind, priority, assignee }: QueueFilter): boolean {
  return kind !== null || priority !== null || assignee !== null;
}

export function passes({ kind, priority, assignee }: QueueFilter, request: QueueFilter): boolean {
  return (
    (kind === null || request.kind === kind) &&
    (priority === null || request.priority === priority) &&
    (assignee === null || request.assignee === assignee)
  );
}
