import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Side } from '../../domain/person.ts';
import type { Instant } from '../../domain/time.ts';
import { type HomeList, homeLists } from '../../usecases/home/home-visits.ts';
import { turnHomePage } from '../../usecases/home/open-home.ts';
import type { Paged } from '../../usecases/request/list-requests.ts';
import type { RequestLine } from '../../usecases/request/request-line.ts';
import { type ActionHandler, nothing } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { lineInList } from '../wording/request-line.ts';

/** A list's heading, one page of its lines, and the way to the next one. */
export function pageBlocks(
  list: HomeList,
  title: string,
  { page, pages, total }: Omit<Paged<unknown>, 'lines'>,
  lines: readonly KnownBlock[],
  empty: string,
): KnownBlock[] {
  const count = total > lines.length ? ` · ${total}` : '';
  const place = pages > 1 ? ` · page ${page + 1} of ${pages}` : '';
  return [
    { type: 'divider' },
    section(`*${title}*${count}${place}`),
    ...(lines.length > 0 ? lines : [context(empty)]),
    ...actions([
      ...(page > 0 ? [button('Earlier page', 'home.earlier', `${list} ${page - 1}`)] : []),
      ...(page + 1 < pages ? [button('Next page', 'home.later', `${list} ${page + 1}`)] : []),
    ]),
  ];
}

/** A request in a list, with the button that opens its card in a window; `who` names somebody at its end. */
export function requestBlock(
  line: RequestLine,
  side: Side | null,
  now: Instant,
  who: string | null = null,
): KnownBlock {
  return {
    ...section(`${lineInList(line, side, now)}${who ? ` · ${who}` : ''}`),
    accessory: button('Open…', 'home.card', line.request.id),
  };
}

const turning = z.tuple([z.enum(homeLists), z.coerce.number().int().min(0).max(100_000)]);

/** Another page of one of the lists. */
export const turnPage: ActionHandler = async ({ desk, person, value }) => {
  const parsed = turning.safeParse((value ?? '').split(' '));
  if (parsed.success) await turnHomePage(desk, person, ...parsed.data);
  return nothing;
};
