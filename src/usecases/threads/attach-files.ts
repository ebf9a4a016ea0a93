import type { PersonId } from '../../domain/person.ts';
import { type GivenFile, wordsWithFiles } from '../../domain/request/given-file.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { giveCommand } from '../request/give-command.ts';
import { keepFiles } from './keep-files.ts';

/** Files that somebody adds through a window, with a few words or none: they cross like words of theirs. */
export function attachFiles(
  desk: Desk,
  given: { request: string; person: PersonId; words: string; files: readonly GivenFile[]; cause: string },
): Promise<Outcome<Request>> {
  const { request, person, files, cause } = given;
  const words = wordsWithFiles(given.words, files);
  return giveCommand(desk, {
    ...{ request, person, cause, intent: { type: 'comment', words, shared: true } },
    async alongside(transaction, events) {
      const [added] = events;
      if (!added?.side) return;
      const came = { request, fact: added.seq, side: added.side, author: person, message: null };
      await keepFiles(desk, transaction, { ...came, shared: true }, files);
    },
  });
}
