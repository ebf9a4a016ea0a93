import { z } from 'zod';
import type { RequestEvent } from '../request/events.ts';
import type { AlertKind } from '../sla/alerts.ts';

/**
 * How somebody wants to hear of things. What needs them cannot be switched off: it comes at once, or with the next
 * morning's message.
 */
export const noticesSchema = z.strictObject({
  /** The message that begins their working day: whenever something waits, or only when something is new or late. */
  morning: z.enum(['every-day', 'new-or-late']),
  /** Questions, terms to agree to, deliveries to check. */
  asks: z.enum(['at-once', 'morning']),
  /** Something of theirs is soon due. */
  warnings: z.enum(['at-once', 'morning']),
  /** Something of theirs, or of their side, is late. */
  late: z.enum(['at-once', 'morning']),
  /** What happens on their requests that needs nothing from them. */
  news: z.enum(['at-once', 'card']),
});
export type Notices = z.infer<typeof noticesSchema>;

export const usualNotices: Notices = {
  morning: 'every-day',
  asks: 'at-once',
  warnings: 'at-once',
  late: 'at-once',
  news: 'at-once',
};

type Fact = RequestEvent['type'];

const asking = new Set<Fact>([
  'QuestionAsked',
  'AlternativeProposed',
  'DefinitionProposed',
  'RequestDelivered',
  'OutcomeAsked',
]);

/** What its card alone would tell as well. */
const needsNothing = new Set<Fact>([
  'PrioritySet',
  'RequestAccepted',
  'DefinitionSigned',
  'AmendmentDropped',
  'RequestHeld',
  'RequestResumed',
  'RequestNoted',
  'QuestionTakenBack',
  'DeliveryTakenBack',
]);

/** Whether a fact is told now in the thread of a card. What a person wrote, and what ends a request, always is. */
export function isToldNow({ asks, news }: Notices, fact: Fact): boolean {
  if (asking.has(fact)) return asks === 'at-once';
  return !needsNothing.has(fact) || news === 'at-once';
}

/** Whether an alert is told now, or left to the morning's message. */
export function isAlertedNow({ warnings, late }: Notices, alert: AlertKind): boolean {
  return (alert === 'at-risk' ? warnings : late) === 'at-once';
}
