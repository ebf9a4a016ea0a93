import type { AskedCheck } from '../checks/check.ts';
import type { PersonId, Side } from '../person.ts';
import type { LocalDate } from '../time.ts';
import type { Asked, Terms } from './events.ts';
import type { RequestKind, Size } from './kind.ts';
import type { Degree, Priority } from './priority.ts';
import type { BodyId, DeclineReason, HeldFor, OutcomeVerdict } from './request.ts';

/** The checks that the rules ask for as things are then; those that are there already stay as they are. */
interface Needing {
  checks?: readonly AskedCheck[];
}

/** What somebody wants to happen, in the imperative. `submit` makes a request; all others act on one. */
export type RequestCommand =
  | ({
      type: 'submit';
      id: string;
      workspace: string;
      number: number;
      requester: PersonId;
      author: PersonId;
      /** Who else is kept informed from the beginning. */
      followers?: PersonId[];
      /** It was open elsewhere before, where this person had it. */
      brought?: { assignee: PersonId | null };
      /** The launch that it is for; its date is the wanted one. */
      launch?: string;
      terms: Terms;
      checks?: readonly AskedCheck[];
    } & Asked)
  | ({
      type: 'edit';
      brief: BodyId;
      impact: Degree;
      urgency: Degree;
      headsUp: boolean;
      terms: Terms;
      launch?: string | null;
    } & Needing)
  /** By whoever moves or cancels the launch that a request is for. */
  /** `neededBy` and `date` are the day that is wished for and the newest of its terms, each moved along. */
  | { type: 'move-launch'; launch: string; to: LocalDate; neededBy: LocalDate; date: LocalDate }
  | { type: 'cancel-launch'; launch: string }
  | ({ type: 'change-kind'; kind: RequestKind; terms: Terms } & Needing)
  | { type: 'hand-over'; to: PersonId }
  | { type: 'follow' }
  | { type: 'claim' }
  | { type: 'release' }
  | { type: 'assign'; to: PersonId }
  | { type: 'name-broker'; broker: PersonId | null }
  | { type: 'ask'; question: BodyId }
  | { type: 'answer'; answer: BodyId }
  | { type: 'more-to-come' }
  | { type: 'counter'; alternative: BodyId }
  | { type: 'take-alternative' }
  | { type: 'refuse-alternative'; words: BodyId }
  | { type: 'accept'; size: Size; terms: Terms }
  | { type: 'sign'; version: number }
  | { type: 'amend'; terms: Terms; words?: BodyId }
  | { type: 'drop-amendment' }
  | { type: 'request-check'; check: AskedCheck }
  /** Checks are known by their name. */
  | { type: 'drop-check' | 'approve-check' | 'reopen-check'; check: string }
  | { type: 'answer-check'; check: string; answers: Record<string, BodyId>; words: BodyId | null }
  | { type: 'want-changes'; check: string; from: Side; words: BodyId }
  | { type: 'waive-check'; check: string; until: LocalDate; words: BodyId }
  | { type: 'hold'; waitsFor: HeldFor; reason: BodyId; reviewOn: LocalDate }
  | { type: 'resume' }
  | { type: 'tick'; ticked: string[]; evidence?: Record<string, BodyId> | undefined }
  | { type: 'deliver'; words: BodyId | null }
  | { type: 'confirm' }
  | { type: 'reject'; failed: string[]; words: BodyId; partlyLive?: boolean | undefined }
  | { type: 'nudge' }
  | { type: 'report-silence' }
  | { type: 'close-unconfirmed' }
  | { type: 'reopen'; failed: string[]; words: BodyId; date?: LocalDate | null | undefined }
  | { type: 'ask-outcome' }
  | { type: 'judge-outcome'; verdict: OutcomeVerdict; words: BodyId | null }
  | { type: 'decline'; reason: DeclineReason; words: BodyId }
  | { type: 'contest'; objection: BodyId }
  | { type: 'rule'; uphold: boolean; words: BodyId }
  | { type: 'note' }
  | ({ type: 'raise' } & Needing)
  | { type: 'withdraw'; words: BodyId | null }
  | { type: 'merge'; into: string }
  | { type: 'absorb'; from: string; followers: PersonId[] }
  | { type: 'set-responsibility'; decides: PersonId; ownership: BodyId }
  | { type: 'set-priority'; priority: Priority; reason: BodyId }
  | { type: 'change-date'; date: LocalDate | null }
  | { type: 'comment'; words: BodyId; shared: boolean }
  /** Whoever wrote something may change it; who wrote it is known where messages are. */
  | { type: 'edit-words'; fact: number; words: BodyId; shared: boolean }
  | { type: 'take-back-words'; fact: number; shared: boolean }
  | { type: 'keep-decision'; words: BodyId }
  /** The last question or the delivery, by whoever gave it. */
  | { type: 'take-back' }
  | { type: 'link-issue'; link: BodyId };

export type CommandType = RequestCommand['type'];
