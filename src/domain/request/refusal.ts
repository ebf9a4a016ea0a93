import type { PersonId, Side } from '../person.ts';
import type { CommandType } from './commands.ts';
import type { Status } from './request.ts';

/** Every way in which a command on a request can be refused, with the facts its sentence needs. */
export type Refusal =
  | { code: 'outsider' }
  | { code: 'not-allowed'; command: CommandType; side: Side | null }
  | { code: 'wrong-state'; command: CommandType; status: Status }
  | { code: 'already-claimed'; by: PersonId }
  | { code: 'already-yours' }
  | { code: 'not-your-claim'; assignee: PersonId | null }
  | { code: 'not-in-it'; person: PersonId }
  /** A broker takes no part in a request, and whoever does is no broker of it. */
  | { code: 'broker-takes-part'; person: PersonId }
  | { code: 'date-missing' }
  | { code: 'definition-changed'; version: number }
  | { code: 'already-signed'; side: Side }
  | { code: 'signed-for-other-side' }
  | { code: 'not-a-signer'; side: Side; signer: PersonId }
  | { code: 'nothing-to-sign' }
  | { code: 'nothing-changed' }
  | { code: 'criteria-open'; open: string[] }
  | { code: 'unknown-criterion' }
  | { code: 'amendment-open'; missing: Side }
  | { code: 'already-contested' }
  | { code: 'merge-into-itself' }
  | { code: 'unknown-check' }
  | { code: 'check-asked'; check: string }
  | { code: 'check-decided'; check: string }
  /** Nobody decides about what they raised or are to do. */
  | { code: 'own-check'; check: string }
  /** Until its owner has decided, or a side has changed what the owner wants changed. */
  | { code: 'check-pending'; command: CommandType; check: string; waitsFor: PersonId | Side }
  | { code: 'stand-in-not-needed'; check: string; owner: PersonId }
  | { code: 'only-heads-up'; headsUp: boolean }
  | { code: 'silence-keeps-it-open' }
  | { code: 'outcome-not-asked' }
  | { code: 'too-late-to-reopen'; days: number }
  | { code: 'not-yours-to-take-back' };

export type RefusalCode = Refusal['code'];

/** Makes a refusal; `refused('already-claimed', { by })`. */
export function refused<Code extends RefusalCode>(
  code: Code,
  ...[facts]: Omit<Extract<Refusal, { code: Code }>, 'code'> extends Record<string, never>
    ? []
    : [facts: Omit<Extract<Refusal, { code: Code }>, 'code'>]
): Refusal {
  return { code, ...facts } as Refusal;
}
