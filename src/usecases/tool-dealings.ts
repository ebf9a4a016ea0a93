import { briefSchema } from '../domain/request/brief.ts';
import type { Request } from '../domain/request/request.ts';
import type { ToolRequest } from '../domain/stack/following.ts';
import type { Renewal } from '../domain/stack/renewal.ts';
import type { Tool } from '../domain/stack/tool.ts';
import type { Desk } from './desk.ts';
import type { Reading } from './ports.ts';
import { type RenewalView, seeRenewal } from './renewals.ts';
import { type ReviewView, seeReview } from './reviews.ts';

/** A request about a tool, as a line. */
export interface RequestAbout {
  request: Request;
  title: string;
  link: ToolRequest;
}

/** What is going on about a tool: requests, looks at it, and its contract. */
export interface Dealings {
  /** The latest first. */
  requests: RequestAbout[];
  /** The latest first. */
  reviews: ReviewView[];
  /** The term that runs now, once somebody was asked about it; null before, and without a contract. */
  renewal: RenewalView | null;
  /** What was said of terms before, the latest first. */
  earlierRenewals: Renewal[];
}

const requestsShown = 5;

export async function dealingsWith(desk: Desk, { id, contractEnd }: Tool): Promise<Dealings> {
  const { store } = desk;
  const asked = (await store.renewalsOf(id)).filter(({ told, answers }) => told.length + answers.length > 0);
  const isAsked = asked.some((each) => each.contractEnd === contractEnd);
  const reviews = await store.reviewsOf(id);
  const seen = await Promise.all(reviews.map(({ request }) => seeReview(desk, store, request)));
  return {
    requests: await requestsAbout(store, id, requestsShown),
    reviews: seen.filter((review) => review !== null),
    renewal: isAsked ? await seeRenewal(desk, id) : null,
    earlierRenewals: asked.filter((each) => each.contractEnd !== contractEnd),
  };
}

export async function requestsAbout(reading: Reading, tool: string, limit: number): Promise<RequestAbout[]> {
  const links = await reading.requestsOfTool(tool, limit);
  const requests = await reading.requests(links.map(({ request }) => request));
  const briefs = await reading.words(requests.map(({ brief }) => brief));
  return requests.flatMap((request) => {
    const link = links.find((each) => each.request === request.id);
    const brief = briefs.get(request.brief);
    if (!link) return [];
    const title = brief === undefined ? '(no longer kept)' : briefSchema.parse(JSON.parse(brief)).title;
    return [{ request, title, link }];
  });
}
