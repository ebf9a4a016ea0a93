import type { PersonId, Side } from '../person.ts';
import type { Instant } from '../time.ts';
import type { RequestCommand } from './commands.ts';
import type { RequestFact } from './events.ts';
import type { Refusal } from './refusal.ts';
import type { Request } from './request.ts';
import type { Actor } from './rights.ts';

export type CommandOnRequest = Exclude<RequestCommand, { type: 'submit' }>;
export type CommandOf<Type extends CommandOnRequest['type']> = Extract<CommandOnRequest, { type: Type }>;

export interface Context {
  actor: Actor;
  now: Instant;
  /** The delivery that carried the command; kept with every event. */
  cause: string;
  /** Who works in IT, as far as the command names people. */
  isIt: (person: PersonId) => boolean;
  /** Who is away today, of those who own checks; nobody if it is absent. */
  isAway?: (person: PersonId) => boolean;
}

export type DecisionOf<Type extends CommandOnRequest['type']> = (
  request: Request,
  command: CommandOf<Type>,
  context: Context,
) => RequestFact[] | Refusal;

/** A part of the table of decisions: what some commands do. */
export type DecisionsOf<Types extends CommandOnRequest['type']> = { [Type in Types]: DecisionOf<Type> };

export function personOf({ actor }: Context): PersonId {
  if (!actor.person) throw new Error('the clock gives no command that names a person');
  return actor.person;
}

export function sideOf({ actor }: Context): Side {
  if (!actor.side) throw new Error('a command about the agreement is given for a side');
  return actor.side;
}
