import type { Instant } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import { untilCalm } from '../until-calm.ts';
import { type Horizons, keptFor, type Outdated } from './kept-for.ts';

/** Small enough that whoever waits for an answer does not notice. */
const rowsAtOnce = 200;

/** Of what there is something to delete. */
export function outdated({ store, workspace, clock }: Desk): Promise<Outdated[]> {
  return store.outdated(workspace, horizonsAt(clock.now()));
}

/** Deletes all of it, a little at a time. */
export async function dropOutdated(desk: Desk, what: Outdated): Promise<void> {
  const { store, workspace, clock, log } = desk;
  const before = horizonsAt(clock.now())[what];
  let deleted = 0;
  let rows: number;
  do {
    await untilCalm(desk);
    rows = await store.write((transaction) => transaction.dropOutdated(workspace, what, before, rowsAtOnce));
    deleted += rows;
  } while (rows === rowsAtOnce);
  log.info({ what, deleted }, 'rows that are done with were deleted');
}

function horizonsAt(now: Instant): Horizons {
  const { inbox, answers, outbox, pulse, mornings, homes } = keptFor;
  return {
    ...{ inbox: now - inbox, answers: now - answers, outbox: now - outbox, pulse: now - pulse },
    ...{ mornings: now - mornings, homes: now - homes },
  };
}
