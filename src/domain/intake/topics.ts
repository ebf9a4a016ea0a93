import type { RequestKind } from '../request/kind.ts';

/**
 * What the intake can ask about beyond its first questions. A kind of request names those that matter for it, most
 * relevant first; which inputs a topic has is the window's business.
 */
export const topics = [
  'impact',
  'success',
  'tool',
  'data',
  'systems',
  'vendor',
  'contract',
  'cost',
  'criteria',
  'people',
] as const;
export type Topic = (typeof topics)[number];

/** What is asked for each kind until somebody sets it otherwise. */
export const usualTopics: Record<RequestKind, Topic[]> = {
  tool: ['tool', 'data', 'cost', 'contract', 'systems', 'vendor', 'success', 'impact', 'criteria', 'people'],
  change: ['impact', 'success', 'tool', 'systems', 'data', 'vendor', 'criteria', 'people'],
  data: ['data', 'systems', 'tool', 'impact', 'success', 'vendor', 'criteria', 'people'],
  launch: ['impact', 'systems', 'vendor', 'success', 'data', 'cost', 'criteria', 'people'],
  broken: ['impact', 'tool', 'systems', 'criteria', 'people'],
};
