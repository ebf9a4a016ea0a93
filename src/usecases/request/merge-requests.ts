import type { PersonId } from '../../domain/person.ts';
import { decide } from '../../domain/request/decide.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Request } from '../../domain/request/request.ts';
import { parseRequestKey } from '../../domain/request/request-key.ts';
import { actorFor, type Desk, settingsInForce } from '../desk.ts';
import { type AnyRefusal, type Outcome, refusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { giveCommand } from './give-command.ts';
import { keepDecision } from './keep-decision.ts';

export interface Merging {
  request: string;
  /** The key of the other one, as somebody typed it. */
  into: string;
  person: PersonId;
  cause: string;
}

/**
 * A request becomes part of another one about the same thing: both change in one transaction, and whoever asked for
 * the first follows the second.
 */
export async function mergeRequests(
  desk: Desk,
  { request, into, person, cause }: Merging,
): Promise<Outcome<Request>> {
  const number = parseRequestKey(into);
  const other = number === null ? null : await desk.store.requestByNumber(desk.workspace, number);
  if (!other) return refusal({ code: 'no-such-request', key: into });
  if (other.id === request) return refusal(refused('merge-into-itself'));
  const standing = await desk.directory.standingOf(person);

  async function absorbed(transaction: Transaction) {
    const target = await transaction.request(other?.id ?? '');
    const merged = await transaction.request(request);
    if (!target || !merged) throw new Error(`${request} or what it is joined to is gone`);
    const settings = await settingsInForce(desk, transaction);
    const now = Math.max(desk.clock.now(), target.changedAt);
    const followers = [...new Set([merged.requester, merged.author, ...merged.followers])].filter(
      (each) => each !== target.requester && each !== target.author,
    );
    const actor = await actorFor(transaction, target, standing, settings);
    const context = { actor, now, cause, isIt: () => false };
    return {
      target,
      settings,
      now,
      decision: decide(target, { type: 'absorb', from: request, followers }, context),
    };
  }

  return giveCommand(desk, {
    ...{ request, person, cause, intent: { type: 'merge', into: other.id } },
    async unless(transaction): Promise<AnyRefusal | null> {
      const { decision } = await absorbed(transaction);
      return decision.ok ? null : decision.refusal;
    },
    async alongside(transaction) {
      const { target, settings, now, decision } = await absorbed(transaction);
      if (!decision.ok) throw new Error(`nothing could stand against ${decision.refusal.code} a moment ago`);
      const { request: after, events } = decision;
      await keepDecision(desk, transaction, { before: target, after, events, settings, now });
    },
  });
}
