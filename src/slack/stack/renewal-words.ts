import type { Button } from '@slack/types';
import type { Reached, RenewalAnswer, RenewalStanding, RenewalVerdict } from '../../domain/stack/renewal.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { askButton } from './ask-for-change.ts';

export const verdictsInWords: Record<RenewalVerdict, string> = {
  keep: 'keep it as it is',
  shrink: 'keep less of it',
  retire: 'let it end',
};

export const reachedInWords: Record<Reached, string> = {
  yes: 'it brought what it was for',
  partly: 'it brought part of what it was for',
  no: 'it did not bring what it was for',
};

export function answerInWords({ by, verdict, reached, words, at }: RenewalAnswer): string {
  const why = words ? `: “${inline(words, ours.title)}”` : '';
  return `${mention(by)} · ${verdictsInWords[verdict]}, ${reachedInWords[reached]}${why} · ${moment(at)}`;
}

/** What follows from the decision is asked for like everything else. */
export function nextButtons(standing: RenewalStanding, tool: string): Button[] {
  return standing.is === 'decided' && standing.verdict !== 'keep' ? [askButton(standing.verdict, tool)] : [];
}

/** Newest answer of each person, in the order in which they first spoke. */
export function newestAnswers(answers: readonly RenewalAnswer[]): RenewalAnswer[] {
  return [...new Map(answers.map((answer) => [answer.by, answer])).values()];
}

/** One sentence on how it stands. */
export function standingInWords(standing: RenewalStanding): string {
  switch (standing.is) {
    case 'open':
      return standing.waitsFor.length > 0
        ? `Waits for ${standing.waitsFor.map(mention).join(' and ')}.`
        : 'Waits for a word of the leads.';
    case 'disagreed':
      return 'The two owners see it differently. It is decided once both say the same, or a lead does.';
    case 'decided':
      return `Decided: ${verdictsInWords[standing.verdict]}.`;
  }
}
