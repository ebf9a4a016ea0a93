/** The lists that IT looks through. `due` is everything that waits on IT, the most pressing promise first. */
export const queueLists = ['mine', 'unclaimed', 'due', 'marketing', 'others'] as const;
export type QueueList = (typeof queueLists)[number];

/** What somebody is looking at; pages count from 0. */
export interface QueuePlace {
  list: QueueList;
  page: number;
}
