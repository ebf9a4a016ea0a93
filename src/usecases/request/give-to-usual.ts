import type { PersonId } from '../../domain/person.ts';
import { decide } from '../../domain/request/decide.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { theDesk } from '../../domain/request/rights.ts';
import { routeOf } from '../../domain/settings/routing.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { askedOf } from '../saying/card-places.ts';
import { keepDecision } from './keep-decision.ts';

/**
 * Gives a request that nobody has to whoever usually has its like, and names its usual broker, by the settings.
 * Somebody who is not in IT any more gets nothing: it stays in the queue.
 */
export async function giveToUsual(desk: Desk, id: string): Promise<void> {
  const { store, directory, log } = desk;
  const settings = await settingsInForce(desk, store);
  const request = await store.request(id);
  if (!request) return;
  const { assignee, broker } = routeOf(await askedOf(store, request, settings), settings.routing);
  const leads = await leadsInForce(store, settings);
  const parties: (PersonId | null)[] = [request.requester, request.author];
  if (broker && !request.broker && ![...parties, leads.it, leads.marketing].includes(broker)) {
    const { isMember } = await directory.person(broker);
    if (isMember) await decideByRule(desk, id, { type: 'name-broker', broker });
  }
  if (!assignee || request.assignee || parties.includes(assignee)) return;
  if ((await directory.standingOf(assignee)).isIt) {
    await decideByRule(desk, id, { type: 'assign', to: assignee });
  } else {
    log.warn({ request: requestKey(request.number), assignee }, 'who usually has these is not in IT');
  }
}

/** Nothing happens if somebody was quicker. */
async function decideByRule(desk: Desk, id: string, command: CommandOnRequest): Promise<void> {
  await desk.store.write(async (transaction) => {
    const before = await transaction.request(id);
    if (!before || (command.type === 'assign' ? before.assignee : before.broker)) return;
    const settings = await settingsInForce(desk, transaction);
    const now = Math.max(desk.clock.now(), before.changedAt);
    const cause = `routing:${id}:${before.version}`;
    const context = { actor: theDesk, now, cause, isIt: () => true };
    const decision = decide(before, command, context);
    if (!decision.ok) return;
    const { request: after, events } = decision;
    await keepDecision(desk, transaction, { before, after, events, settings, now });
  });
}
