import type { KnownBlock, TableBlock } from '@slack/types';
import type { Figures, SidePromises } from '../../domain/digest/figures.ts';
import type { DigestPlace } from '../../usecases/digest/digests.ts';
import type { DigestView } from '../../usecases/digest/view-digest.ts';
import { actions, context, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { itemBlocks, itemInWords } from './agenda-blocks.ts';
import { rowsButtons } from './buttons.ts';
import { privateWords } from './private-words.ts';
import type { RichMessage } from './rich-message.ts';
import { counted, keptOf, owed, partOf, weekName } from './words.ts';

/** An hour or two make no difference to a week. */
const lateness = 3 * 60 * 60_000;

/** The page that both leads read: a sentence, two rows of promises, three decisions. Under 1,200 characters. */
export function digestMessage(view: DigestView, place: DigestPlace): RichMessage {
  const { digest, items, settings } = view;
  const { figures, week, dueAt, madeAt } = digest;
  const opening = headline(weekName(digest, settings.digest.zone), figures);
  const rest: KnownBlock[] = [
    ...actions(rowsButtons(week, figures, ['late', 'owed'])),
    ...items.flatMap((item) => itemBlocks(item, week)),
    ...(madeAt - dueAt > lateness
      ? [context(`It was ${moment(dueAt, 'due')}, and could not come sooner.`)]
      : []),
    ...(place === 'channel' ? [] : privateWords(view)),
  ];
  const lines = promiseLines(figures);
  return {
    text: [opening.replaceAll('*', ''), ...lines, ...items.map((item) => itemInWords(item, week))].join('\n'),
    blocks: [section(opening), tableOf(promiseRows(figures)), ...rest],
    plainer: [section(opening), section(lines.join('\n')), ...rest],
  };
}

/** What the week came to, in a sentence. */
export function headline(week: string, { promises, flow, done }: Figures): string {
  const { it, marketing } = promises;
  const [byIt, byMarketing] = [it.kept.count + it.late.count, marketing.kept.count + marketing.late.count];
  const finished = done.confirmed.count + done.unconfirmed.count;
  const late = owed({ promises });
  if (byIt + byMarketing + finished + late + flow.asked.count === 0) {
    return `*${week}* was quiet: nothing was asked, nothing was due, and nothing is late.`;
  }
  const parts = [
    ...(byIt > 0 ? [`IT kept ${partOf(it.kept.count, byIt, 'promise')}`] : []),
    ...(byMarketing > 0
      ? [`marketing ${byIt > 0 ? '' : 'kept '}${partOf(marketing.kept.count, byMarketing)}`]
      : []),
  ];
  const kept = parts.length > 0 ? parts.join(', ') : 'no promise was settled';
  const owing =
    late === 0
      ? 'nothing is late'
      : `${counted(late, 'promise')} ${late === 1 ? 'is' : 'are'} late and still owed`;
  const came = flow.asked.count === 0 ? 'Nothing came in' : `${counted(flow.asked.count, 'request')} came in`;
  const ended = finished === 0 ? 'none was done' : `${finished} ${finished === 1 ? 'was' : 'were'} done`;
  return `*${week}*: ${kept}. ${came}, ${ended}, and ${owing}.`;
}

/** The table in words. */
export function promiseLines(figures: Figures): string[] {
  const [, ...sides] = promiseRows(figures);
  return sides.map(
    ([side, kept, before, late]) => `${side} kept: ${kept}; the week before: ${before}; late now: ${late}`,
  );
}

function promiseRows({ promises }: Figures): string[][] {
  const row = (side: string, { kept, late, before, overdue }: SidePromises) => [
    side,
    keptOf({ kept: kept.count, late: late.count }),
    keptOf(before),
    String(overdue.count),
  ];
  return [
    ['Promises', 'Kept', 'Before', 'Late now'],
    row('IT', promises.it),
    row('Marketing', promises.marketing),
  ];
}

function tableOf(rows: readonly string[][]): TableBlock {
  return {
    type: 'table',
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    column_settings: [{}, {}, {}, { align: 'right' }],
  };
}
