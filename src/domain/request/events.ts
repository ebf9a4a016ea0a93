import type { Criterion } from '../agreement/definition-of-done.ts';
import type { AskedCheck } from '../checks/check.ts';
import type { PersonId, Side } from '../person.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { RequestKind, Size } from './kind.ts';
import type { Degree, Priority } from './priority.ts';
import type { BodyId, DeclineReason, HeldFor, OutcomeVerdict } from './request.ts';

export interface Asked {
  kind: RequestKind;
  headsUp: boolean;
  brief: BodyId;
  impact: Degree;
  urgency: Degree;
  neededBy: LocalDate | null;
}

export interface Terms {
  criteria: Criterion[];
  wording: BodyId;
  date: LocalDate | null;
}

/** Facts, in the past tense. They hold ids and figures; what people typed is in a body. */
export type RequestFact =
  | ({
      type: 'RequestSubmitted';
      number: number;
      requester: PersonId;
      author: PersonId;
      priority: Priority;
      followers?: PersonId[];
      /** Set where it was open elsewhere before: who had it there, if anybody. */
      brought?: { assignee: PersonId | null };
      launch?: string;
    } & Asked)
  | {
      type: 'RequestEdited';
      brief: BodyId;
      impact: Degree;
      urgency: Degree;
      priority: Priority;
      headsUp: boolean;
    }
  | { type: 'KindChanged'; kind: RequestKind }
  | { type: 'WantedDateChanged'; neededBy: LocalDate | null }
  /** Which launch it is for; null if it is for none any more. */
  | { type: 'LaunchPicked'; launch: string | null }
  /** Its launch has another date now; the request's own new date follows as facts of its own. */
  | { type: 'LaunchMoved'; launch: string; to: LocalDate }
  | { type: 'LaunchCancelled'; launch: string }
  | { type: 'RequestHandedOver'; to: PersonId }
  | { type: 'RequestFollowed'; by: PersonId }
  | { type: 'RequestClaimed'; by: PersonId }
  | { type: 'RequestReleased'; by: PersonId }
  | { type: 'RequestAssigned'; to: PersonId }
  /** `ownership` is the body of a document: who pays, and whose code and data it is. */
  | { type: 'ResponsibilitySet'; decides: PersonId; ownership: BodyId }
  | { type: 'BrokerNamed'; broker: PersonId | null }
  | { type: 'PrioritySet'; priority: Priority; reason: BodyId }
  | { type: 'QuestionAsked'; question: BodyId }
  | { type: 'QuestionAnswered'; answer: BodyId }
  | { type: 'AnswerContinued' }
  | { type: 'AlternativeProposed'; alternative: BodyId }
  | { type: 'AlternativeTaken' }
  | { type: 'AlternativeRefused'; words: BodyId }
  | { type: 'RequestAccepted'; size: Size }
  /** `words`: what it means for the other side, and why, where the one who proposed it said so. */
  | ({ type: 'DefinitionProposed'; version: number; words?: BodyId } & Terms)
  | { type: 'DefinitionSigned'; version: number }
  /** IT names the day where the requester named none: no change of what marketing signed. */
  | { type: 'DateNamed'; date: LocalDate }
  | { type: 'AmendmentDropped'; version: number }
  | { type: 'CheckRequested'; check: AskedCheck }
  | { type: 'CheckDropped'; check: string }
  | { type: 'CheckAnswered'; check: string; answers: Record<string, BodyId>; words: BodyId | null }
  /** `standsFor`: the owners whose yes it counts as. */
  | { type: 'CheckApproved'; check: string; standsFor: PersonId[] }
  /** `from` is the side that has to change something. */
  | { type: 'CheckChangesWanted'; check: string; from: Side; words: BodyId }
  | { type: 'CheckWaived'; check: string; until: LocalDate; words: BodyId }
  /** Its waiver has ended, or what was to be changed was. */
  | { type: 'CheckReopened'; check: string }
  | { type: 'WorkStarted' }
  /** Evidence by criterion: what is not named keeps what it had. */
  | { type: 'CriteriaTicked'; ticked: string[]; evidence?: Record<string, BodyId> | undefined }
  | { type: 'RequestDelivered'; words: BodyId | null }
  | { type: 'DeliveryConfirmed' }
  /** `partlyLive`: what is right is used already, while the rest is open. */
  | { type: 'DeliveryRejected'; failed: string[]; words: BodyId; partlyLive?: boolean | undefined }
  | { type: 'ConfirmationNudged'; nudge: number }
  | { type: 'SilenceReported' }
  | { type: 'ClosedUnconfirmed' }
  | { type: 'RequestReopened'; failed: string[]; words: BodyId }
  | { type: 'OutcomeAsked' }
  | { type: 'OutcomeJudged'; verdict: OutcomeVerdict; words: BodyId | null }
  | { type: 'RequestHeld'; waitsFor: HeldFor; reason: BodyId; reviewOn: LocalDate }
  | { type: 'RequestResumed' }
  | { type: 'RequestDeclined'; reason: DeclineReason; words: BodyId }
  | { type: 'DeclineContested'; objection: BodyId }
  | { type: 'DeclineUpheld'; words: BodyId }
  | { type: 'DeclineOverturned'; words: BodyId }
  | { type: 'RequestNoted' }
  | { type: 'HeadsUpRaised' }
  | { type: 'RequestWithdrawn'; words: BodyId | null }
  | { type: 'RequestMerged'; into: string }
  | { type: 'RequestAbsorbed'; from: string; followers: PersonId[] }
  | { type: 'CommentAdded'; words: BodyId; shared: boolean }
  /** `fact` is the seq of the fact that the words came with; `shared` whether both sides read them. */
  | { type: 'WordsEdited'; fact: number; words: BodyId; shared: boolean }
  | { type: 'WordsTakenBack'; fact: number; shared: boolean }
  | { type: 'DecisionKept'; words: BodyId }
  | { type: 'QuestionTakenBack' }
  | { type: 'DeliveryTakenBack' }
  | { type: 'IssueLinked'; link: BodyId };

/** A fact with its place in the request's history. `actor` is null where the clock acted. */
export type RequestEvent = RequestFact & {
  seq: number;
  at: Instant;
  actor: PersonId | null;
  /** The side that the actor acted for; signatures, proposals and ticks count for it. */
  side: Side | null;
  /** What brought it about: a delivery's key, such as `view:V123:intake` or `event:Ev123`. */
  cause: string;
};
