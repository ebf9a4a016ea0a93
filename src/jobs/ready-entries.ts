import type { Instant } from '../domain/time.ts';
import type { OutboxEntry } from '../usecases/saying/outbox.ts';

/**
 * Which entries may be said now: at most one a lane, in the order of the lane. An entry that waits closes its lane
 * behind it, so that order holds. An entry in doubt holds back its own request only.
 * @param entries everything unsaid, by position
 * @param busy lanes in which something is under way
 */
export function readyEntries(
  entries: readonly OutboxEntry[],
  now: Instant,
  busy: ReadonlySet<string>,
): OutboxEntry[] {
  const closed = new Set(busy);
  const held = new Set<string>();
  const ready: OutboxEntry[] = [];
  for (const entry of entries) {
    const { lane, status, inDoubt, dueAt } = entry;
    const request = `${lane} ${requestOf(entry)}`;
    if (closed.has(lane) || held.has(request)) continue;
    if (inDoubt && status === 'pending' && dueAt > now) {
      held.add(request);
      continue;
    }
    closed.add(lane);
    // A claimed entry belongs to another instance, or to one that died and will be released.
    if (status === 'pending' && dueAt <= now) ready.push(entry);
  }
  return ready;
}

function requestOf({ subject }: OutboxEntry): string {
  if (subject.kind === 'tell') return 'request' in subject.about ? subject.about.request : '';
  return 'request' in subject ? subject.request : '';
}
