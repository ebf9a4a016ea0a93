import type { RequestKind, Size } from '../../domain/request/kind.ts';
import type { Degree, Priority } from '../../domain/request/priority.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';

export const impactInWords: Record<Degree, string> = {
  1: 'Many people or customers, or money, depend on it',
  2: 'It matters to one team or campaign',
  3: 'Nice to have',
};

export const urgencyInWords: Record<Degree, string> = {
  1: 'Days: it gets worse, or a fixed date is close',
  2: 'Weeks: soon would be good',
  3: 'It can wait for a good moment',
};

const short: Record<'impact' | 'urgency', Record<Degree, string>> = {
  impact: { 1: 'high impact', 2: 'medium impact', 3: 'low impact' },
  urgency: { 1: 'within days', 2: 'within weeks', 3: 'can wait' },
};

/** The priority and why it is that: for now only, while nobody knows how much depends on it or how soon it is needed. */
export function priorityInWords(
  request: Request,
  { isSetByIt, unsure }: { isSetByIt: boolean; unsure: readonly ('impact' | 'urgency')[] },
): string {
  const known = (['impact', 'urgency'] as const).filter((each) => !unsure.includes(each));
  const reasons = known.map((each) => short[each][request[each]]);
  const why = isSetByIt ? ['set by IT'] : known.length < 2 ? [...reasons, 'for now'] : reasons;
  return `${priorityName(request.priority)} (${why.join(', ')})`;
}

export function priorityName(priority: Priority): string {
  return `${priority} of 4`;
}

export const sizeInWords: Record<Size, string> = {
  S: 'Small: up to two days of work',
  M: 'Medium: up to two weeks',
  L: 'Large: more than that',
};

export function kindName(kind: RequestKind, settings: Settings): string {
  return settings.kinds[kind].name;
}
