import { briefSchema } from '../../domain/request/brief.ts';
import type { Instant } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';

/** Requests for tools by whether anybody could still have said something before money was promised. */
export interface AskedBeforeBuying {
  before: number;
  after: number;
  /** Bought first, in the first weeks of the desk, when nobody could know whom to ask: counts against nobody. */
  forgiven: number;
}

/** Of requests for a tool that were submitted from one instant until before the other. */
export async function askedBeforeBuying(
  { store, workspace }: Desk,
  { from, to }: { from: Instant; to: Instant },
): Promise<AskedBeforeBuying> {
  const links = (await store.toolRequestsBetween(workspace, from, to)).filter(
    ({ wish }) => wish === 'get' || wish === 'bought',
  );
  const requests = await store.requests(links.map(({ request }) => request));
  const briefs = await store.words(requests.map(({ brief }) => brief));
  const figures = { before: 0, after: 0, forgiven: 0 };
  for (const { request, wish, counts } of links) {
    const brief = briefs.get(requests.find(({ id }) => id === request)?.brief ?? '');
    const details = brief === undefined ? undefined : briefSchema.parse(JSON.parse(brief)).details;
    const isSigned = wish === 'bought' || details?.contract === 'signed';
    figures[isSigned ? (counts ? 'after' : 'forgiven') : 'before'] += 1;
  }
  return figures;
}
