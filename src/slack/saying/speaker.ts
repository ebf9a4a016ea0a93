import type { WebClient } from '@slack/web-api';
import { assertNever } from '../../domain/assert-never.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { OutboxEntry } from '../../usecases/saying/outbox.ts';
import type { Speaker } from '../../usecases/saying/speaker.ts';
import { digestTelling } from '../digest/say-digest.ts';
import { exportTelling } from '../export/say-export.ts';
import { publishHome } from '../home/publish.ts';
import { morningTelling } from '../notices/say-morning.ts';
import { outcomeOf } from '../web-api/call-outcome.ts';
import { failureOf, isUnreadable } from '../web-api/web-api-error.ts';
import { cardTelling, movedCardTelling } from './card.ts';
import { changedLineTelling, fileTelling, lineTelling } from './line.ts';
import { createMouth, type Mouth } from './mouth.ts';
import { directTelling, hintTelling, promptTelling } from './private-word.ts';
import { nothingToFind, type Telling } from './telling.ts';

/** Turns one outbox entry into Slack calls: rendered from the present state, into the message posted before. */
export function createSpeaker(options: { desk: Desk; client: WebClient }): Speaker {
  const mouth = createMouth(options);
  return {
    async say(entry) {
      try {
        return await tellingOf(mouth, entry).say();
      } catch (error) {
        return outcomeOf(failureOf(error));
      }
    },

    async find(entry) {
      try {
        return await tellingOf(mouth, entry).find();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'rate-limited') {
          return { result: 'later', afterMs: failure.retryAfterMs, error: 'rate-limited' };
        }
        if (isUnreadable(failure)) return { result: 'absent' };
        return { result: 'later', afterMs: null, error: failure.error };
      }
    },
  };
}

/** The one table of all that the app says unasked. */
function tellingOf(mouth: Mouth, entry: OutboxEntry): Telling {
  const { subject } = entry;
  switch (subject.kind) {
    case 'upsert':
      switch (subject.purpose) {
        case 'triage-card':
        case 'private-card':
          return cardTelling(mouth, entry, subject);
        case 'moved-card':
          return movedCardTelling(mouth, entry, subject);
        case 'line':
          return changedLineTelling(mouth, entry, subject);
        case 'file':
          return fileTelling(mouth, entry, subject);
        case 'home':
          return { say: () => publishHome(mouth, subject.recipient), find: nothingToFind };
        case 'morning':
          return morningTelling(mouth, entry, subject);
        case 'digest':
          return digestTelling(mouth, entry, subject);
        default:
          return assertNever(subject);
      }
    case 'digest-theme':
      return digestTelling(mouth, entry, subject);
    case 'say':
    case 'left-behind':
    case 'alert':
      return lineTelling(mouth, entry, subject);
    case 'tell':
    case 'report':
      return directTelling(mouth, entry, subject);
    case 'whisper':
    case 'consent':
      return hintTelling(mouth, entry, subject);
    case 'export':
      return exportTelling(mouth, entry, subject);
    case 'prompt':
      return promptTelling(mouth, entry, subject);
    default:
      return assertNever(subject);
  }
}
