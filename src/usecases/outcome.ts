import type { StandingRefusal } from '../domain/agreement/standing.ts';
import type { PersonId } from '../domain/person.ts';
import type { Refusal } from '../domain/request/refusal.ts';

/** How a use case ends: a refusal is a value, a bug is a throw. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; refusal: AnyRefusal };

export type AnyRefusal = Refusal | DeskRefusal;

/** Refusals that are about the desk, not about one request's life. */
export type DeskRefusal =
  | StandingRefusal
  | { code: 'no-such-request'; key: string }
  | { code: 'no-such-tool' }
  | { code: 'no-such-term' }
  /** Only a tool's owners and the leads have a say in its contract. */
  | { code: 'not-an-owner' }
  /** A tool that was bought first is looked at by its technical owner or IT's lead. */
  | { code: 'not-the-reviewer'; owner: PersonId | null }
  | { code: 'reviewed-already'; by: PersonId }
  /** It was written before, or is somebody else's. */
  | { code: 'import-over' }
  /** That term is over, or its end was recorded anew. */
  | { code: 'renewal-over' }
  | { code: 'not-yours-to-agree' }
  | { code: 'not-an-admin' }
  | { code: 'not-marketings-lead' }
  | { code: 'not-its-lead' }
  /** Launches are marketing's: whoever works in IT looks on. */
  | { code: 'not-marketing' }
  | { code: 'no-such-launch' }
  | { code: 'no-such-freeze' }
  | { code: 'too-many-freezes' }
  | { code: 'date-passed'; date: string }
  | { code: 'leads-decide' }
  | { code: 'leads-and-admins' }
  /** That quarter is over. */
  | { code: 'pulse-closed' }
  | { code: 'no-such-digest' }
  | { code: 'no-digest-channel' }
  | { code: 'already-decided'; by: PersonId }
  | { code: 'already-published'; by: PersonId }
  /** Only whoever wrote a message may send it across. */
  | { code: 'not-your-words' }
  /** The message reads otherwise by now, or is gone. */
  | { code: 'words-changed' }
  | { code: 'already-shared' }
  /** What was held back has crossed, or is gone. */
  | { code: 'nothing-held' }
  | { code: 'not-a-member'; person: PersonId };

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function refusal(refused: AnyRefusal): { ok: false; refusal: AnyRefusal } {
  return { ok: false, refusal: refused };
}
