import { assertNever } from '../../domain/assert-never.ts';
import { isAboutCheck } from '../../domain/checks/standing.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { daysToReopen, nudgesBeforeSilence } from '../../domain/request/patience.ts';
import type { OutcomeVerdict } from '../../domain/request/request.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { cut } from '../kit/cut.ts';
import { day } from '../kit/date.ts';
import { inline, oneLine } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { ownershipSaid } from '../responsibility/responsibility-line.ts';
import { checkHappened, checkWords } from './check-events.ts';
import { dateMoved, dateSuggested } from './date-moved.ts';
import { kindName, priorityName } from './plain-words.ts';
import { declineReasonInWords } from './turn.ts';

/** How people are called in a sentence. */
export interface Names {
  /** Who did it, as its subject: "You", a name, or a role. */
  subject(person: PersonId): string;
  /** Whom it is done to or for: "you", a name, or a role. */
  object(person: PersonId): string;
}

/** One sentence for one fact, in mrkdwn, without its words: those are quoted beside it. */
export function happened(event: RequestEvent, view: RequestView, names: Names): string {
  const who = event.actor ? names.subject(event.actor) : 'The clock';
  const has = who === 'You' ? 'have' : 'has';
  if (isAboutCheck(event)) return checkHappened(event, who, names.object);
  switch (event.type) {
    case 'RequestSubmitted': {
      if (event.brought)
        return `This was open elsewhere, and was brought along for ${names.object(event.requester)}.`;
      const what = event.headsUp ? 'sent this heads-up' : 'sent this request';
      return event.author === event.requester
        ? `${who} ${what}.`
        : `${who} ${what} for ${names.object(event.requester)}.`;
    }
    case 'RequestEdited':
      return `${who} edited the request.`;
    case 'KindChanged':
      return `${who} changed the kind to “${inline(kindName(event.kind, view.settings), ours.name)}”.`;
    case 'WantedDateChanged':
      return event.neededBy
        ? `${who} changed the wanted date to ${day(event.neededBy)}.`
        : `${who} took the wanted date out.`;
    case 'LaunchPicked':
      return event.launch
        ? `${who} tied it to ${launchIn(event.launch, view)}.`
        : `${who} untied it from its launch.`;
    case 'LaunchMoved':
      return `${who} moved ${launchIn(event.launch, view)} to ${day(event.to)}.${movedWith(event, view)}`;
    case 'LaunchCancelled':
      return `${who} cancelled ${launchIn(event.launch, view)}. The request stays, with its date: withdraw it if nobody needs it now.`;
    case 'RequestHandedOver':
      return `${who} handed this over to ${names.object(event.to)}.`;
    case 'RequestFollowed':
      return `${who} ${who === 'You' ? 'follow' : 'follows'} it.`;
    case 'RequestClaimed':
      return `${who} took it.`;
    case 'RequestReleased':
      return `${who} gave it back to the queue.`;
    case 'RequestAssigned':
      return event.actor
        ? `${who} gave it to ${names.object(event.to)}.`
        : `It went to ${names.object(event.to)}, who usually has these.`;
    case 'ResponsibilitySet':
      return `${who} put on the record who decides: ${names.object(event.decides)}.`;
    case 'BrokerNamed':
      return event.broker
        ? `Both sides’ words go to ${names.object(event.broker)} first now.`
        : 'Words cross at once again: there is no broker any more.';
    case 'PrioritySet':
      return `${who} set the priority to ${priorityName(event.priority)}.`;
    case 'QuestionAsked':
      return `${who} asked a question.`;
    case 'QuestionAnswered':
      return `${who} answered.`;
    case 'AnswerContinued':
      return `${who} ${has} more to add to the answer.`;
    case 'AlternativeProposed':
      return `${who} suggested another way.`;
    case 'AlternativeTaken':
      return `${who} took the suggested way.`;
    case 'AlternativeRefused':
      return `${who} would rather keep the request as it was.`;
    case 'RequestAccepted':
      return bringsTerms(event, view)
        ? `${who} accepted it with changes, size ${event.size}.`
        : `${who} accepted it, size ${event.size}.`;
    case 'DefinitionProposed':
      return event.version === 1
        ? `${who} signed the usual definition of done.`
        : `${who} suggested a change to what was agreed.${dateSuggested(event.version, view)}`;
    case 'DefinitionSigned':
      return `${who} agreed to what “done” means.${dateMoved(event.version, view)}`;
    case 'DateNamed':
      return `${who} named the date: ${day(event.date)}.`;
    case 'AmendmentDropped':
      return `${who} dropped the suggested change. What was agreed still holds.`;
    case 'WorkStarted':
      return 'Work has started.';
    case 'CriteriaTicked':
      return `${who} ticked what is done so far.`;
    case 'RequestDelivered':
      return `${who} delivered it.`;
    case 'DeliveryConfirmed':
      return `${who} said: all good.`;
    case 'DeliveryRejected':
      return event.partlyLive
        ? `${who} said: not yet. What is right is in use already.`
        : `${who} said: not yet.`;
    case 'ConfirmationNudged':
      return event.nudge === nudgesBeforeSilence && view.request.size === 'S'
        ? 'It was delivered and still waits to be checked. Without an answer it closes soon, as done but unconfirmed.'
        : 'It was delivered and still waits to be checked.';
    case 'SilenceReported':
      return 'Nobody has checked the delivery, so the leads were told.';
    case 'ClosedUnconfirmed':
      return `It was closed without a confirmation. It can be opened again for ${daysToReopen} days.`;
    case 'RequestReopened':
      return `${who} opened it again.`;
    case 'OutcomeAsked':
      return 'Some time has passed: did it do what it was for?';
    case 'OutcomeJudged':
      return `${who} looked back: ${verdictInWords[event.verdict]}.`;
    case 'RequestHeld':
      return `${who} put it on hold, waiting for ${heldFor(event)}.`;
    case 'RequestResumed':
      return `${who} took it off hold.`;
    case 'RequestDeclined':
      return `${who} declined it: ${declineReasonInWords[event.reason]}.`;
    case 'DeclineContested':
      return `${who} asked IT’s lead to look at the decision again.`;
    case 'DeclineUpheld':
      return `${who} looked at it again, and the decision stays.`;
    case 'DeclineOverturned':
      return `${who} looked at it again, and it goes back to IT for a new decision.`;
    case 'RequestNoted':
      return `${who} noted it. Nothing else happens until somebody asks for it.`;
    case 'HeadsUpRaised':
      return `${who} made the heads-up a request.`;
    case 'RequestWithdrawn':
      return `${who} withdrew it.`;
    case 'RequestMerged':
      return `${who} joined it to another request about the same thing.`;
    case 'RequestAbsorbed':
      return `${who} joined another request to this one.`;
    case 'CommentAdded':
      return `${who} wrote:`;
    case 'WordsEdited':
      return `${who} corrected what they wrote.`;
    case 'WordsTakenBack':
      return `${who} took back what they wrote.`;
    case 'DecisionKept':
      return `${who} put a decision on the record:`;
    case 'QuestionTakenBack':
      return `${who} took the question back.`;
    case 'DeliveryTakenBack':
      return `${who} took the delivery back: it is not finished yet.`;
    case 'IssueLinked':
      return `${who} linked an issue elsewhere.`;
    default:
      return assertNever(event);
  }
}

function launchIn(id: string, { launches }: RequestView): string {
  const name = launches.get(id)?.name;
  return name === undefined ? 'its launch' : `the launch “${inline(name, ours.name)}”`;
}

/** What moving its launch did to the date of a request. */
function movedWith(moved: RequestEvent, view: RequestView): string {
  const proposed = view.history.find(
    (event) => event.type === 'DefinitionProposed' && event.cause === moved.cause,
  );
  return proposed?.type === 'DefinitionProposed' ? dateSuggested(proposed.version, view) : '';
}

function heldFor({ waitsFor }: Extract<RequestEvent, { type: 'RequestHeld' }>): string {
  switch (waitsFor.party) {
    case 'third-party':
      return inline(waitsFor.name, ours.name);
    case 'marketing':
      return 'marketing';
    case 'it':
      return 'IT';
  }
}

export const verdictInWords: Record<OutcomeVerdict, string> = {
  keep: 'it did what it was for, and stays',
  fix: 'it did not yet do what it was for, and needs work',
  retire: 'it is no longer needed',
};

/** Whether a fact came with a new version of the definition of done for the other side to look at. */
export function bringsTerms(event: RequestEvent, { history }: RequestView): boolean {
  return (
    event.type === 'DefinitionProposed' ||
    ((event.type === 'RequestAccepted' || event.type === 'RequestReopened' || event.type === 'LaunchMoved') &&
      history.some(({ type, cause }) => type === 'DefinitionProposed' && cause === event.cause))
  );
}

/** What was said with it, as typed; null if nothing was, or if it is no longer kept. */
export function wordsOf(event: RequestEvent, view: RequestView): string | null {
  if (isAboutCheck(event)) return checkWords(event, view);
  switch (event.type) {
    case 'QuestionAsked':
      return view.said(event.question);
    case 'QuestionAnswered':
      return view.said(event.answer);
    case 'DeclineContested':
      return view.said(event.objection);
    case 'IssueLinked':
      return view.said(event.link);
    case 'RequestHeld':
    case 'PrioritySet':
      return view.said(event.reason);
    case 'ResponsibilitySet':
      return ownershipSaid(view.said(event.ownership));
    case 'DefinitionProposed':
      return view.said(event.words ?? null);
    case 'OutcomeAsked':
      return view.brief.outcome;
    case 'AlternativeProposed':
      return view.alternative && alternativeInWords(view.alternative);
    case 'DeliveryRejected':
    case 'RequestReopened':
      return [view.said(event.words) ?? '', ...failedInWords(event.failed, view)].join('\n').trim() || null;
    case 'AlternativeRefused':
    case 'DeclineUpheld':
    case 'DeclineOverturned':
    case 'CommentAdded':
    case 'DecisionKept':
    case 'RequestDeclined':
    case 'RequestDelivered':
    case 'OutcomeJudged':
    case 'RequestWithdrawn':
      return view.said(event.words);
    default:
      return null;
  }
}

/** What is missing, as a list for IT; criteria that a later change took out are left out. */
function failedInWords(failed: readonly string[], { inForce }: RequestView): string[] {
  const criteria = inForce?.criteria.filter(({ id }) => failed.includes(id)) ?? [];
  return criteria.map(({ text }) => `○ ${cut(oneLine(text), ours.passage)}`);
}

export function alternativeInWords({ instead, why }: { instead: string; why: string | null }): string {
  return why ? `${instead}\n\n${why}` : instead;
}

/** Facts that go along with another one of the same step and say less. */
const asides = new Set<RequestEvent['type']>([
  'WorkStarted',
  'DefinitionSigned',
  'DefinitionProposed',
  'DateNamed',
  'WantedDateChanged',
  'CriteriaTicked',
  'CheckRequested',
  'CheckReopened',
]);

/** Words, and changes of words, which the card does not tell. */
const talk = new Set<RequestEvent['type']>([
  'CommentAdded',
  'WordsEdited',
  'WordsTakenBack',
  'DecisionKept',
  'RequestFollowed',
]);

/** The fact that tells best what happened last. IT's own notes are no news to anyone else, so no comment counts. */
export function latestNews({ history }: RequestView): RequestEvent {
  const facts = history.filter(({ type }) => !talk.has(type));
  const last = facts.at(-1);
  if (!last) throw new Error('a request has a history');
  const step = facts.filter(({ cause }) => cause === last.cause);
  return step.find(({ type }) => !asides.has(type)) ?? step[0] ?? last;
}
