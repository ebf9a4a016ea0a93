import type { Button } from '@slack/types';
import type { MatterKind } from '../../domain/request/matters.ts';
import { nudgesBeforeSilence } from '../../domain/request/patience.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Waiting } from '../../usecases/home/waiting-on.ts';
import { button } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { kindName } from './plain-words.ts';

/** What is waited for, said to the one who can do it, and the button that opens the right window. */
const matters: Record<MatterKind, { says: string; press: string; action: string }> = {
  answer: { says: 'IT asks you something', press: 'Answer…', action: 'request.answer' },
  choose: { says: 'IT suggests another way', press: 'Look and choose…', action: 'home.card' },
  sign: { says: 'What “done” means waits for your yes', press: 'Read and agree…', action: 'home.card' },
  check: { says: 'Ready for you to check', press: 'Look and check…', action: 'home.card' },
  resume: { says: 'On hold until you say that it can go on', press: 'Look at it…', action: 'home.card' },
  'review-hold': { says: 'Its hold is to be looked at again', press: 'Look at it…', action: 'home.card' },
  decide: { says: 'You have it: a decision comes next', press: 'Decide…', action: 'home.card' },
  deliver: { says: 'You are working on it', press: 'Open…', action: 'home.card' },
  rule: { says: 'A decline is contested, and you decide', press: 'Decide about it…', action: 'request.rule' },
  approve: { says: 'A check waits for you', press: 'Look at it…', action: 'home.card' },
  'answer-check': { says: 'A check wants something changed', press: 'Answer…', action: 'home.card' },
  'look-back': { says: 'Did it do what it was for?', press: 'Say…', action: 'request.judge-outcome' },
};

/** One matter in two short lines of mrkdwn, with what to press. */
export function waitingLine(
  waiting: Waiting,
  settings: Settings,
  now: Instant,
): { text: string; button: Button } {
  switch (waiting.kind) {
    case 'request': {
      const { request, title, what, dueAt } = waiting;
      const { says, press, action } = matters[what];
      const urgent = request.priority === 1 && isOpen(request) ? ' · *priority 1*' : '';
      return {
        text: `*${requestKey(request.number)}* ${inline(title, ours.title)}\n${says}${whenInWords(dueAt, now)}${urgent}${closing(request)}`,
        button: button(press, action, request.id),
      };
    }
    case 'standing': {
      const name = inline(kindName(waiting.requestKind, settings), ours.name);
      return {
        text: `*What “done” means for “${name}”*\nA change is suggested and waits for your yes`,
        button: button('Read it…', 'standing.show', waiting.requestKind),
      };
    }
    case 'terms':
      return {
        text: `*${waiting.count === 1 ? 'A word' : `${waiting.count} words`} of the dictionary*\nThe other lead has agreed, you have not yet`,
        button: button('Read…', 'terms.to-agree', 'waiting'),
      };
  }
}

/** A small request that was asked about twice ends by itself. */
function closing({ state, size }: Request): string {
  const isLast = state.status === 'delivered' && state.nudges >= nudgesBeforeSilence;
  return isLast && size === 'S' ? ' · it closes without your word soon' : '';
}

function whenInWords(dueAt: Instant | null, now: Instant): string {
  if (dueAt === null) return '';
  return dueAt < now ? ` · *was ${moment(dueAt, 'due')}*` : ` · ${moment(dueAt, 'by')}`;
}
