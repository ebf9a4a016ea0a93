import { assertNever } from '../../domain/assert-never.ts';
import type { CheckEvent } from '../../domain/checks/standing.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { day } from '../kit/date.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { theCheck } from './checks.ts';

/** One sentence for one fact about a check, without its words. */
export function checkHappened(event: CheckEvent, who: string, nameOf: (person: PersonId) => string): string {
  switch (event.type) {
    case 'CheckRequested': {
      const owners = event.check.owners.map(nameOf).join(', ');
      const check = `${theCheck(event.check.name)}, to be decided by ${owners}`;
      return event.side === 'it' ? `${who} asked for ${check}.` : `It needs ${check}.`;
    }
    case 'CheckDropped':
      return `${who} dropped ${theCheck(event.check)}: it is not needed after all.`;
    case 'CheckAnswered':
      return `${who} answered for ${theCheck(event.check)}.`;
    case 'CheckApproved':
      return `${who} approved ${theCheck(event.check)}.`;
    case 'CheckChangesWanted': {
      const from = event.from === 'it' ? 'IT' : 'marketing';
      return `${who} ${who === 'You' ? 'want' : 'wants'} something changed by ${from} for ${theCheck(event.check)}.`;
    }
    case 'CheckWaived':
      return `${who} waived ${theCheck(event.check)} until ${day(event.until)}.`;
    case 'CheckReopened': {
      const why = event.actor ? 'what was to be changed was answered' : 'its waiver has ended';
      return `${sentenceCase(theCheck(event.check))} is open again: ${why}.`;
    }
    default:
      return assertNever(event);
  }
}

/** What was said with it, as typed; null if nothing was, or if it is no longer kept. */
export function checkWords(event: CheckEvent, view: RequestView): string | null {
  switch (event.type) {
    case 'CheckAnswered':
      return answersInWords(event, view);
    case 'CheckChangesWanted':
    case 'CheckWaived':
      return view.said(event.words);
    default:
      return null;
  }
}

/** Each answer below its question, and what was added. */
function answersInWords(
  { check: name, answers, words }: Extract<CheckEvent, { type: 'CheckAnswered' }>,
  { request, said }: RequestView,
): string | null {
  const check = request.checks.find((each) => each.name === name);
  const texts = new Map(check?.questions.map(({ id, text }) => [id, text]));
  const answered = Object.entries(answers).map(([id, answer]) =>
    [texts.get(id), said(answer)].filter(Boolean).join('\n'),
  );
  return [...answered, said(words) ?? ''].filter(Boolean).join('\n\n') || null;
}
