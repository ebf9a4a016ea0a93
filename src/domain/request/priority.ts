/** 1 is the highest. */
export const degrees = [1, 2, 3] as const;
export type Degree = (typeof degrees)[number];

export type Priority = 1 | 2 | 3 | 4;

/** Rows are impact, columns urgency; both run from high to low. */
const byImpactAndUrgency: Record<Degree, Record<Degree, Priority>> = {
  1: { 1: 1, 2: 2, 3: 3 },
  2: { 1: 2, 2: 3, 3: 4 },
  3: { 1: 3, 2: 4, 3: 4 },
};

/** Priority is computed, never chosen, so that not everything is urgent. IT may override it with a reason. */
export function priorityOf(impact: Degree, urgency: Degree): Priority {
  return byImpactAndUrgency[impact][urgency];
}
