import { decide } from '../domain/request/decide.ts';
import { requestKey } from '../domain/request/request-key.ts';
import { theDesk } from '../domain/request/rights.ts';
import { routeOf } from '../domain/settings/routing.ts';
import { askedOf } from './card-places.ts';
import { type Desk, settingsInForce } from './desk.ts';
import { keepDecision } from './keep-decision.ts';

/**
 * Gives a request that nobody has to whoever usually has its like, by the settings. Somebody who is not in IT any more
 * gets nothing: it stays in the queue.
 */
export async function giveToUsual(desk: Desk, id: string): Promise<void> {
  const { store, directory, clock, log } = desk;
  const settings = await settingsInForce(desk, store);
  const request = await store.request(id);
  if (!request || request.assignee) return;
  const { assignee } = routeOf(await askedOf(store, request, settings), settings.routing);
  if (!assignee || assignee === request.requester || assignee === request.author) return;
  if (!(await directory.standingOf(assignee)).isIt) {
    log.warn({ request: requestKey(request.number), assignee }, 'who usually has these is not in IT');
    return;
  }
  await store.write(async (transaction) => {
    const before = await transaction.request(id);
    if (!before || before.assignee) return;
    const now = Math.max(clock.now(), before.changedAt);
    const cause = `routing:${id}:${before.version}`;
    const context = { actor: theDesk, now, cause, isIt: () => true };
    const decision = decide(before, { type: 'assign', to: assignee }, context);
    if (!decision.ok) return;
    const { request: after, events } = decision;
    await keepDecision(desk, transaction, { before, after, events, settings, now });
  });
}
