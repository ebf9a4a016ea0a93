import type { Criterion, EvidenceKind } from '../../domain/agreement/definition-of-done.ts';
import { latestDefinition } from '../../domain/agreement/definition-of-done.ts';
import type { AskedCheck } from '../../domain/checks/check.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { Alternative, Brief } from '../../domain/request/brief.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import type { Terms } from '../../domain/request/events.ts';
import type { RequestKind, Size } from '../../domain/request/kind.ts';
import type { Degree, Priority } from '../../domain/request/priority.ts';
import type { DeclineReason, HeldFor, OutcomeVerdict, Request } from '../../domain/request/request.ts';
import type { Ownership } from '../../domain/request/responsibility.ts';
import type { StandingCriterion } from '../../domain/settings/settings.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { PickedLaunch } from '../roadmap/launch-of.ts';

/** A criterion as somebody wrote it. */
export interface WrittenCriterion {
  text: string;
  side: Side;
  required: boolean;
  evidence?: EvidenceKind | undefined;
}

export interface WrittenTerms {
  criteria: WrittenCriterion[];
  date: LocalDate | null;
  /** The version that was on the screen; a newer one is shown before anything is signed. */
  seen: number;
}

/** What somebody wants to do with a request, in their own words: a command before its words have ids. */
export type Intent =
  | {
      type: 'edit';
      brief: Brief;
      impact: Degree;
      urgency: Degree;
      headsUp: boolean;
      terms: WrittenTerms;
      /** Null takes it off its launch; absent leaves it as it is. */
      launch?: PickedLaunch | null;
    }
  | { type: 'change-kind'; kind: RequestKind }
  | { type: 'change-date'; date: LocalDate | null }
  | { type: 'hand-over' | 'assign'; to: PersonId }
  /** `to` decides. */
  | { type: 'set-responsibility'; to: PersonId; ownership: Ownership }
  | { type: 'name-broker'; broker: PersonId | null }
  | { type: 'merge'; into: string }
  | { type: 'set-priority'; priority: Priority; reason: string }
  | { type: 'ask'; question: string }
  | { type: 'answer'; answer: string }
  | { type: 'counter'; alternative: Alternative }
  | { type: 'refuse-alternative'; words: string }
  | { type: 'accept'; size: Size; terms: WrittenTerms }
  | { type: 'amend'; terms: WrittenTerms; words?: string }
  | { type: 'sign'; version: number }
  | { type: 'hold'; waitsFor: HeldFor; reason: string; reviewOn: LocalDate }
  | { type: 'tick'; ticked: string[] }
  | {
      type: 'deliver';
      words: string | null;
      ticked: string[] | null;
      /** What shows that a criterion is met, by its id. */
      evidence?: Readonly<Record<string, string>>;
    }
  | { type: 'reject'; failed: string[]; words: string; partlyLive?: boolean }
  | { type: 'reopen'; failed: string[]; words: string; date?: LocalDate | null }
  | { type: 'judge-outcome'; verdict: OutcomeVerdict; words: string | null }
  | { type: 'decline'; reason: DeclineReason; words: string }
  | { type: 'contest'; objection: string }
  | { type: 'rule'; uphold: boolean; words: string }
  | { type: 'withdraw'; words: string | null }
  | { type: 'comment'; words: string; shared: boolean }
  | { type: 'edit-words'; fact: number; words: string; shared: boolean }
  | { type: 'take-back-words'; facts: readonly { fact: number; shared: boolean }[] }
  | { type: 'keep-decision'; words: string }
  | { type: 'link-issue'; link: string }
  /** Of the rule with this name; `to` decides. */
  | { type: 'request-check'; check: string; to: PersonId }
  | { type: 'drop-check' | 'approve-check'; check: string }
  | { type: 'answer-check'; check: string; answers: Readonly<Record<string, string>>; words: string | null }
  | { type: 'want-changes'; check: string; from: Side; words: string }
  | { type: 'waive-check'; check: string; until: LocalDate; words: string }
  | {
      type:
        | 'follow'
        | 'claim'
        | 'release'
        | 'more-to-come'
        | 'take-back'
        | 'take-alternative'
        | 'drop-amendment'
        | 'resume'
        | 'confirm'
        | 'note'
        | 'raise';
    };

/** Words on their way into bodies, by the ids they were given. */
export class Wording {
  readonly bodies = new Map<string, string>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  keep(words: string): string {
    const id = this.#newId();
    this.bodies.set(id, words);
    return id;
  }

  keepIfAny(words: string | null): string | null {
    return words === null ? null : this.keep(words);
  }

  keepDocument(document: Brief | Alternative | Ownership | Record<string, string>): string {
    return this.keep(JSON.stringify(document));
  }

  /** A criterion keeps its id, and with it its tick, only if nothing about it was changed. */
  keepTerms(
    written: Pick<WrittenTerms, 'criteria' | 'date'>,
    earlier: { criteria: readonly Criterion[]; texts: Readonly<Record<string, string>> },
  ): Terms {
    const free = new Set(earlier.criteria);
    const texts: Record<string, string> = {};
    const criteria = written.criteria.map(({ text, side, required, evidence }) => {
      const same = [...free].find(
        (each) =>
          each.side === side &&
          each.required === required &&
          each.evidence === evidence &&
          earlier.texts[each.id] === text,
      );
      if (same) free.delete(same);
      const id = same?.id ?? this.#newId();
      texts[id] = text;
      return { id, side, required, ...(evidence && { evidence }) };
    });
    return { criteria, wording: this.keepDocument(texts), date: written.date };
  }
}

export function standingTerms(
  standing: readonly (StandingCriterion | WrittenCriterion)[],
  own: readonly WrittenCriterion[],
  date: LocalDate | null,
): Pick<WrittenTerms, 'criteria' | 'date'> {
  return {
    criteria: [
      ...standing.map(({ text, side, required, evidence }) => ({
        ...{ text, side, required },
        ...(evidence && { evidence }),
      })),
      ...own,
    ],
    date,
  };
}

/** Puts the words of an intent into bodies, and gives the commands that say it. `checks` are those that it asks for. */
export function commandsFor(
  intent: Intent,
  request: Request,
  texts: Readonly<Record<string, string>>,
  standingOf: (kind: RequestKind) => readonly StandingCriterion[],
  wording: Wording,
  checks: readonly AskedCheck[],
): CommandOnRequest[] {
  const { criteria, date } = latestDefinition(request.agreement);
  const terms = (written: Pick<WrittenTerms, 'criteria' | 'date'>) =>
    wording.keepTerms(written, { criteria, texts });
  switch (intent.type) {
    case 'edit': {
      const { impact, urgency, headsUp } = intent;
      const brief = wording.keepDocument(intent.brief);
      const { launch } = intent;
      return [
        {
          ...{ type: 'edit', brief, impact, urgency, headsUp, terms: terms(intent.terms), checks },
          ...(launch !== undefined && { launch: launch === null ? null : launch.id }),
        },
      ];
    }
    case 'change-kind': {
      const standingTexts = new Set(standingOf(request.kind).map(({ text }) => text));
      const own = criteria.flatMap(({ id, ...asWritten }) => {
        const text = texts[id];
        return text === undefined || standingTexts.has(text) ? [] : [{ text, ...asWritten }];
      });
      return [{ ...intent, terms: terms(standingTerms(standingOf(intent.kind), own, date)), checks }];
    }
    case 'set-priority':
      return [{ ...intent, reason: wording.keep(intent.reason) }];
    case 'ask':
      return [{ type: 'ask', question: wording.keep(intent.question) }];
    case 'answer':
      return [{ type: 'answer', answer: wording.keep(intent.answer) }];
    case 'counter':
      return [{ type: 'counter', alternative: wording.keepDocument(intent.alternative) }];
    case 'accept':
      return [{ type: 'accept', size: intent.size, terms: terms(intent.terms) }];
    case 'amend':
      return [
        {
          ...{ type: 'amend', terms: terms(intent.terms) },
          ...(intent.words !== undefined && { words: wording.keep(intent.words) }),
        },
      ];
    case 'hold':
      return [{ ...intent, reason: wording.keep(intent.reason) }];
    case 'deliver': {
      const deliver: CommandOnRequest = { type: 'deliver', words: wording.keepIfAny(intent.words) };
      if (!intent.ticked) return [deliver];
      const given = Object.entries(intent.evidence ?? {});
      const evidence = Object.fromEntries(given.map(([id, words]) => [id, wording.keep(words)]));
      return [{ type: 'tick', ticked: intent.ticked, ...(given.length > 0 && { evidence }) }, deliver];
    }
    case 'take-back-words':
      return intent.facts.map((each) => ({ type: intent.type, ...each }));
    case 'set-responsibility':
      return [
        { type: intent.type, decides: intent.to, ownership: wording.keepDocument({ ...intent.ownership }) },
      ];
    case 'raise':
      return [{ type: 'raise', checks }];
    case 'request-check':
      return checks.map((check) => ({ type: 'request-check', check }));
    case 'answer-check': {
      const given = Object.entries(intent.answers).map(([id, words]) => [id, wording.keep(words)]);
      return [{ ...intent, answers: Object.fromEntries(given), words: wording.keepIfAny(intent.words) }];
    }
    case 'link-issue':
      return [{ type: 'link-issue', link: wording.keep(intent.link) }];
    case 'contest':
      return [{ type: 'contest', objection: wording.keep(intent.objection) }];
    case 'withdraw':
    case 'judge-outcome':
      return [{ ...intent, words: wording.keepIfAny(intent.words) }];
    case 'refuse-alternative':
      return [{ type: intent.type, words: wording.keep(intent.words) }];
    case 'reject':
    case 'reopen':
    case 'decline':
    case 'rule':
    case 'comment':
    case 'keep-decision':
    case 'edit-words':
    case 'want-changes':
    case 'waive-check':
      return [{ ...intent, words: wording.keep(intent.words) }];
    default:
      return [intent];
  }
}
