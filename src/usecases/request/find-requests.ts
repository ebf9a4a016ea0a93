import { areAlike } from '../../domain/intake/alike.ts';
import { searchTerms } from '../../domain/intake/search-terms.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import { dayMs } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import { linesOf, type RequestLine } from './request-line.ts';

const foundShown = 10;
const alikeShown = 3;
/** Look-alikes are chosen from so many that share the most words. */
const alikeSearched = 25;
/** A request that was closed longer ago answers nobody's wish of today. */
const recent = 90 * dayMs;

/** The requests in which all these words occur, best match first. */
export async function findByWords(desk: Desk, words: string): Promise<RequestLine[]> {
  const { store, workspace } = desk;
  const terms = searchTerms(words);
  const ids = await store.searchRequests(workspace, terms, { match: 'all', limit: foundShown });
  return linesOf(desk, await store.requests(ids));
}

/** Open and recent requests that ask for much the same. */
export async function alikeTo(desk: Desk, title: string): Promise<RequestLine[]> {
  const { store, workspace, clock } = desk;
  const terms = searchTerms(title);
  const ids = await store.searchRequests(workspace, terms, { match: 'alike', limit: alikeSearched });
  if (ids.length === 0) return [];
  const candidates = await store.requests(ids);
  const lines = await linesOf(
    desk,
    candidates.filter((request) => isCurrent(request, clock.now())),
  );
  return lines.filter((line) => areAlike(title, line.title)).slice(0, alikeShown);
}

function isCurrent(request: Request, now: number): boolean {
  const { status } = request.state;
  if (status === 'withdrawn' || status === 'merged') return false;
  return isOpen(request) || now - request.changedAt <= recent;
}
