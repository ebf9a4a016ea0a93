import type { KnownBlock } from '@slack/types';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { quote, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { latestNews, wordsOf } from './events.ts';
import type { Reader } from './reader.ts';
import { titleLine } from './request-blocks.ts';
import { placeOf, taskOf } from './turn.ts';

/** A closed request in a line or two, with the reason where there is one. */
export function closedBlocks(view: RequestView, reader: Reader): KnownBlock[] {
  const news = latestNews(view);
  const { state } = view.request;
  // Looking back at it later does not close it once more.
  const closedAt = state.status === 'done' ? state.closedAt : news.at;
  const words = state.status === 'declined' ? wordsOf(news, view) : null;
  return [
    section(
      `*${inline(titleLine(view), ours.title)}*\n${placeOf(view, reader)} · ${taskOf(view, reader)} · ${moment(closedAt)}`,
    ),
    ...(words ? [quote(words, ours.passage)] : []),
  ];
}
