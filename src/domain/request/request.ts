import type { Agreement } from '../agreement/definition-of-done.ts';
import type { Check } from '../checks/check.ts';
import type { PersonId, Side } from '../person.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { RequestKind, Size } from './kind.ts';
import type { Degree, Priority } from './priority.ts';

/** The id of a `body`: words that a person typed. Retention may blank them; the lifecycle never reads them. */
export type BodyId = string;

/** Whom a held request waits for. */
export type HeldFor = { party: 'third-party'; name: string } | { party: Side };

export const declineReasons = [
  'already-have-it',
  'not-secure',
  'not-now',
  'not-ours',
  'too-costly',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What marketing makes of the result, some time after it was done: of the result only, never of a person. */
export const outcomeVerdicts = ['keep', 'fix', 'retire'] as const;
export type OutcomeVerdict = (typeof outcomeVerdicts)[number];

/** Where a request can be while IT or its owner works towards a decision or a delivery. */
export type Stage = 'new' | 'in-progress';

/** Each state holds only what is true in it. */
export type State =
  | { status: 'new' }
  | { status: 'needs-info'; question: BodyId; askedBy: PersonId; backTo: Stage }
  | { status: 'countered'; alternative: BodyId; proposedBy: PersonId }
  | { status: 'agreeing'; missing: Side }
  | { status: 'in-progress' }
  | {
      status: 'on-hold';
      waitsFor: HeldFor;
      reason: BodyId;
      reviewOn: LocalDate;
      heldBy: PersonId;
      backTo: Stage;
    }
  /** Both have signed, and a check is in the way of the work. */
  | { status: 'checking' }
  /** `nudges`: how often marketing was asked again; `reported`: the leads know of the silence. */
  | { status: 'delivered'; by: PersonId; nudges: number; reported: boolean }
  | { status: 'done'; confirmed: boolean; closedAt: Instant }
  | { status: 'declined'; reason: DeclineReason; words: BodyId; declinedBy: PersonId; final: boolean }
  | { status: 'contested'; reason: DeclineReason; words: BodyId; declinedBy: PersonId; objection: BodyId }
  | { status: 'noted' }
  | { status: 'withdrawn' }
  | { status: 'merged'; into: string };

export type Status = State['status'];

export const openStatuses = [
  'new',
  'needs-info',
  'countered',
  'agreeing',
  'in-progress',
  'on-hold',
  'checking',
  'delivered',
  'contested',
] as const satisfies readonly Status[];

export const closedStatuses = [
  'done',
  'declined',
  'noted',
  'withdrawn',
  'merged',
] as const satisfies readonly Status[];

export interface Request {
  id: string;
  workspace: string;
  number: number;
  kind: RequestKind;
  /** A heads-up: nothing is asked yet, so IT only notes it. */
  headsUp: boolean;
  /** For whom. */
  requester: PersonId;
  /** Who filed it, maybe for someone else. */
  author: PersonId;
  assignee: PersonId | null;
  followers: PersonId[];
  /** Reads both sides' words before they cross, and acts for neither. */
  broker: PersonId | null;
  brief: BodyId;
  /** What IT proposed instead and the requester took; it is what will be done. */
  alternative: BodyId | null;
  impact: Degree;
  urgency: Degree;
  priority: Priority;
  size: Size | null;
  /** Who decides, by whoever said so or said yes; null before. */
  decides: PersonId | null;
  /** Who pays, and whose code and data it is; null before anybody said. */
  ownership: BodyId | null;
  neededBy: LocalDate | null;
  /** The launch that it is for, which gave the wanted date. */
  launch: string | null;
  agreement: Agreement;
  /** Decided ones too, in the order in which they were asked for. */
  checks: Check[];
  /** The last question's answer, kept while "more to come" may still take the ball back. */
  lastAnswered: { question: BodyId; askedBy: PersonId; backTo: Stage } | null;
  /** Where else the work is followed: addresses of outside issues, as they were linked. */
  links: BodyId[];
  /** A decline can be contested once. */
  contested: boolean;
  /** Whether it did what it was for: asked once, some time after it was done. Null before. */
  outcome: { verdict: OutcomeVerdict | null } | null;
  /** 1, and one more for each reopening. */
  cycle: number;
  state: State;
  /** The seq of the last event folded in. */
  version: number;
  submittedAt: Instant;
  changedAt: Instant;
}

export type EndState = Extract<State, { status: (typeof closedStatuses)[number] }>;

export function hasEnded(state: State): state is EndState {
  return closedStatuses.some((status) => status === state.status);
}

export function isOpen(request: Request): boolean {
  return openStatuses.some((status) => status === request.state.status);
}
