import type { Renewal } from '../../domain/stack/renewal.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Desk } from '../desk.ts';
import { type RenewalView, seeRenewal } from './renewals.ts';
import { type RequestAbout, requestsAbout } from './requests-about.ts';
import { type ReviewView, seeReview } from './reviews.ts';

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
