import { describe, expect, it } from 'vitest';
import type { RequestEvent } from '../../../src/domain/request/events.ts';
import { evolve } from '../../../src/domain/request/evolve.ts';
import type { ToolRequest } from '../../../src/domain/stack/following.ts';
import type { Review } from '../../../src/domain/stack/review.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, ivan, mia } from '../../support/sample-request.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const link: ToolRequest = {
  ...{ request: 'R1', tool: 'Postwise', wish: 'bought', stage: 'asked', began: false, counts: true },
};

const review: Review = {
  ...{ tool: 'Postwise', request: 'R1', begunAt: 5, dueAt: 90 },
  told: [{ matter: 'begun', person: mia, at: 6 }],
  result: null,
};

describe.each(engines)('requests about tools on $engine', ({ freshUrl }) => {
  async function withRequest() {
    const store = await freshStore(await freshUrl(), () => 42);
    await store.write(async (transaction) => {
      await transaction.saveWorkspace(acme);
      await transaction.saveTools(asSaved([sampleTool({ name: 'Postwise' })]));
    });
    const request = await fileRequest(store, 'R1');
    return { store, request };
  }

  it('are followed from version to version, once somebody said so', async () => {
    const { store, request } = await withRequest();
    const due = () => store.requestsForStack('T1', 5);
    expect(await due()).toEqual([]);
    await store.write((transaction) => transaction.followForStack('R1'));
    expect(await due()).toEqual(['R1']);
    await store.write((transaction) => transaction.followedForStack('R1', request.version));
    expect(await due()).toEqual([]);
    const followed: RequestEvent = {
      ...{ type: 'RequestFollowed', by: ivan, seq: request.version + 1, at: 2_000 },
      ...{ actor: ivan, side: 'it', cause: 'test' },
    };
    await store.write((transaction) => transaction.saveRequest(evolve(request, followed), [followed], []));
    expect(await due()).toEqual(['R1']);
    expect(await store.installedAt()).toBe(42);
  });

  it('keep their tool and what is made of it', async () => {
    const { store, request } = await withRequest();
    await store.write(async (transaction) => {
      await transaction.saveToolRequest('T1', link);
      await transaction.saveToolRequest('T1', { ...link, stage: 'done' });
      await transaction.saveReview('T1', review, 90);
    });
    const kept = { ...link, stage: 'done' };
    expect(await store.toolRequest('R1')).toEqual(kept);
    expect(await store.requestsOfTool('Postwise', 5)).toEqual([kept]);
    const { submittedAt } = request;
    expect(await store.toolRequestsBetween('T1', submittedAt, submittedAt + 1)).toEqual([kept]);
    expect(await store.toolRequestsBetween('T1', submittedAt + 1, submittedAt + 2)).toEqual([]);

    expect(await store.review('R1')).toEqual(review);
    expect(await store.reviewsOf('Postwise')).toEqual([review]);
    expect([await store.reviewsDue('T1', 89, 5), await store.reviewsDue('T1', 90, 5)]).toEqual([[], ['R1']]);
    expect([await store.nextReviewLook('T1', 89), await store.nextReviewLook('T1', 90)]).toEqual([90, null]);
  });
});
