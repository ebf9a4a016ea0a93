import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import { parseRequestKey } from '../../domain/request/request-key.ts';
import type { Actor } from '../../domain/request/rights.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import { actorFor, type Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { type RequestView, viewRequest } from './request-view.ts';

/** A request as one reader may see it. */
export interface SeenRequest {
  view: RequestView;
  reader: Actor;
  /** The tool of the stack that it is about; null if none is known. */
  tool: Tool | null;
}

/** Finds a request by what somebody typed, `MR-12` or `12`. Every full member may read every request. */
export async function findRequest(
  desk: Desk,
  person: PersonId,
  typed: string,
): Promise<Outcome<SeenRequest>> {
  const number = parseRequestKey(typed);
  const request = number === null ? null : await desk.store.requestByNumber(desk.workspace, number);
  if (!request) return refusal({ code: 'no-such-request', key: typed.trim() });
  return seeRequest(desk, person, request.id);
}

export async function seeRequest(desk: Desk, person: PersonId, id: string): Promise<Outcome<SeenRequest>> {
  const standing = await desk.directory.standingOf(person);
  if (!standing.isMember) return refusal(refused('outsider'));
  const view = await viewRequest(desk, desk.store, id);
  if (!view) return refusal({ code: 'no-such-request', key: id });
  const about = await desk.store.toolRequest(id);
  return done({
    view,
    reader: await actorFor(desk.store, view.request, standing, view.settings),
    tool: about && (await desk.store.tool(about.tool)),
  });
}
