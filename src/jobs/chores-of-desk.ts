import type { Desk } from '../usecases/desk.ts';
import { requestsToSweep, sweepRequest } from '../usecases/promises/sweep-alerts.ts';
import { followRequest, requestsToFollow } from '../usecases/request/follow-request.ts';
import { takeStep } from '../usecases/request/take-step.ts';
import { lookAtRenewal, renewalsToLookAt } from '../usecases/stack/ask-about-renewals.ts';
import { lookAtReview, reviewsToLookAt } from '../usecases/stack/reviews.ts';
import { importsToDo, type ReadFile, takeImport } from '../usecases/stack/stack-imports.ts';
import { overlapsToLookAt, tellOfOverlaps } from '../usecases/stack/tell-of-overlaps.ts';
import { letAcross } from '../usecases/threads/let-across.ts';
import type { Chore, Pace } from './chores.ts';

const atOnce = 100;

/** An alert is a promise itself: other processes, which import settings and give commands, do not tell of theirs. */
export const alertPace: Pace = { retryMs: 2000, idleMs: 60_000 };

/** Tells whoever is to be told of a promise. */
export function alertChores(desk: Desk): Chore[] {
  return [
    {
      name: 'alerts',
      together: 20,
      due: () => requestsToSweep(desk),
      take: (request) => sweepRequest(desk, request),
      next: () => desk.store.nextAlertAt(),
    },
  ];
}

/** What the clock does about requests: it asks again, closes what nobody answers, looks back. */
export function requestChores(desk: Desk): Chore[] {
  const { store, workspace, clock } = desk;
  return [
    {
      name: 'steps',
      due: () => store.dueSteps(workspace, clock.now(), atOnce),
      take: (request) => takeStep(desk, request),
      next: () => store.nextStepDue(workspace),
    },
    {
      name: 'requests and their tools',
      due: () => requestsToFollow(desk),
      take: (request) => followRequest(desk, request),
      next: async () => null,
    },
  ];
}

/** Words that wait with a broker go across when their time is up. */
export function brokerChores(desk: Desk): Chore[] {
  const { store, workspace, clock } = desk;
  return [
    {
      name: 'words with a broker',
      due: () => store.brokeredDue(workspace, clock.now(), atOnce),
      take: async (id) => void (await letAcross(desk, { id, person: null, words: null })),
      next: () => store.nextBrokeredDue(workspace),
    },
  ];
}

/** What the clock does about the stack. */
export function stackChores(desk: Desk, readFile: ReadFile): Chore[] {
  const { store, workspace, clock } = desk;
  return [
    {
      name: 'renewals',
      due: () => renewalsToLookAt(desk),
      take: (tool) => lookAtRenewal(desk, tool),
      next: () => store.nextRenewalLook(workspace, clock.now()),
    },
    {
      name: 'imports',
      due: () => importsToDo(desk),
      take: (id) => takeImport(desk, id, readFile),
      next: async () => null,
    },
    {
      name: 'overlaps',
      due: () => overlapsToLookAt(desk),
      take: () => tellOfOverlaps(desk),
      next: () => store.nextComparison(workspace, clock.now()),
    },
    {
      name: 'reviews',
      due: () => reviewsToLookAt(desk),
      take: (request) => lookAtReview(desk, request),
      next: () => store.nextReviewLook(workspace, clock.now()),
    },
  ];
}
