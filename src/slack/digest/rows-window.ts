import type { Instant } from '../../domain/time.ts';
import type { ReadRows } from '../../usecases/digest/read-digest.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { readingModal } from '../kit/modal.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { lineInList } from '../wording/request-line.ts';
import { type AskedRows, writeAsked } from './buttons.ts';
import { counted, figureInWords, promiseInWords } from './words.ts';

export const rowsOfPage = 15;

/** What a figure counts, by name, some at a time. */
export function rowsWindow(asked: AskedRows, { name, count, kept, rows }: ReadRows, now: Instant): Modal {
  const { offset } = asked;
  const turn = (text: string, id: string, to: number) =>
    button(text, id, writeAsked({ ...asked, offset: to }));
  const last = offset + rowsOfPage;
  return readingModal('Behind the figure', [
    section(`*${sentenceCase(figureInWords(name, count))}*`),
    ...rows.map(({ row, line }) => {
      const which = row.clock ? ` · ${promiseInWords[row.clock]}` : '';
      return {
        ...section(`${lineInList(line, null, now)}${which}`),
        accessory: button('Open', 'request.show', line.request.id),
      };
    }),
    ...actions([
      ...(offset > 0 ? [turn('Earlier', 'digest.earlier', Math.max(0, offset - rowsOfPage))] : []),
      ...(last < kept ? [turn('More', 'digest.later', last)] : []),
    ]),
    ...(kept < count && last >= kept
      ? [context(`The first ${counted(kept, 'row')} are kept with the digest. The export has all of them.`)]
      : []),
  ]);
}
