import { decide } from '../../domain/request/decide.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { theClock } from '../../domain/request/rights.ts';
import { nextOpen } from '../../domain/sla/due.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { nextHeard } from '../notices/at-work.ts';
import { keepDecision, nextStep } from './keep-decision.ts';

/**
 * The clock acts on one request, if it is time: it asks again about a delivery, closes a small one, tells the leads of
 * a larger one, asks what became of it, or opens a check again whose waiver has ended: all of it in working hours.
 */
export async function takeStep(desk: Desk, id: string): Promise<void> {
  const taken = await desk.store.write(async (transaction) => {
    const request = await transaction.request(id);
    if (!request) return null;
    const settings = await settingsInForce(desk, transaction);
    const next = await nextStep(transaction, request, await transaction.history(id), settings);
    const now = Math.max(desk.clock.now(), request.changedAt);
    const due = next && Math.max(next.at, now);
    const hearer = { party: 'marketing' as const, person: request.requester };
    const from =
      next?.step.type === 'ask-outcome'
        ? await nextHeard(transaction, hearer, settings, due ?? now)
        : nextOpen(due ?? now, next?.within ?? settings.hours.marketing);
    const at = next && (from ?? null);
    if (!next || at === null || at > now) {
      await transaction.planStep(request, at);
      return null;
    }
    const { step } = next;
    // One step for each state of the request, however often it is tried.
    const cause = `clock:${id}:${request.version}:${step.type}`;
    const decision = decide(request, step, { actor: theClock, now, cause, isIt: () => false });
    if (!decision.ok) throw new Error(`the clock may not ${step.type}: ${decision.refusal.code}`);
    const { request: after, events } = decision;
    await keepDecision(desk, transaction, { before: request, after, events, settings, now });
    await transaction.remember(desk.workspace, cause, id, now);
    return { request: requestKey(request.number), step: step.type };
  });
  if (taken) desk.log.info(taken, 'the clock moved a request');
}
