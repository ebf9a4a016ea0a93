import { heldUp, newChecks } from './checking.ts';
import type { RequestCommand } from './commands.ts';
import type { CommandOf, CommandOnRequest, Context, DecisionOf } from './decision.ts';
import { decisions } from './decisions.ts';
import type { RequestEvent, RequestFact } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { priorityOf } from './priority.ts';
import { type Refusal, refused } from './refusal.ts';
import type { Request } from './request.ts';
import type { Actor } from './rights.ts';
import { transitions } from './transitions.ts';

export type Decision =
  | { ok: true; events: RequestEvent[]; request: Request }
  | { ok: false; refusal: Refusal };

type Submit = Extract<RequestCommand, { type: 'submit' }>;

/** Anyone who may act at all may submit; the rights table starts with the request that this makes. */
export function submit(command: Submit, context: Context): { events: RequestEvent[]; request: Request } {
  const { type: _, id, workspace, terms, checks, ...asked } = command;
  const events = stamp(0, context, [
    { type: 'RequestSubmitted', ...asked, priority: priorityOf(asked.impact, asked.urgency) },
    { type: 'DefinitionProposed', version: 1, ...terms },
    ...newChecks({ checks: [] }, checks),
  ]);
  return { events, request: replay({ id, workspace }, events) };
}

/** Pure: the facts that follow from a command, or the reason why it cannot be. */
export function decide(request: Request, command: CommandOnRequest, context: Context): Decision {
  const barrier = standsAgainst(request, command.type, context.actor);
  if (barrier) return { ok: false, refusal: barrier };
  const answer = factsOf(request, command, context);
  if (!Array.isArray(answer)) return { ok: false, refusal: answer };
  const events = stamp(request.version, context, answer);
  return { ok: true, events, request: events.reduce(evolve, request) };
}

/** What the table of transitions has against a command, whatever it says: the role, the state, or a check. */
export function standsAgainst(
  request: Request,
  command: CommandOnRequest['type'],
  actor: Actor,
): Refusal | null {
  const { from, by, checked } = transitions[command];
  if (!by.some((role) => actor.roles.includes(role))) {
    const isOutsider = actor.roles.every((role) => role === 'colleague');
    return isOutsider ? refused('outsider') : refused('not-allowed', { command, side: actor.side });
  }
  const { status } = request.state;
  if (!from.includes(status)) return refused('wrong-state', { command, status });
  return checked ? heldUp(request, command, checked === 'all' ? undefined : 'accepting') : null;
}

function factsOf<Type extends CommandOnRequest['type']>(
  request: Request,
  command: CommandOf<Type>,
  context: Context,
): RequestFact[] | Refusal {
  const decision: DecisionOf<Type> = decisions[command.type as Type];
  return decision(request, command, context);
}

function stamp(version: number, context: Context, facts: RequestFact[]): RequestEvent[] {
  const { actor, now, cause } = context;
  return facts.map((fact, index) => ({
    ...fact,
    seq: version + index + 1,
    at: now,
    actor: actor.person,
    side: actor.side,
    cause,
  }));
}
