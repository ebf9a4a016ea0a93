import type { PersonId } from '../person.ts';
import type { Instant, LocalDate } from '../time.ts';

export const reviewVerdicts = ['keep', 'conditions', 'unwind'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** What was made of a tool that came without being asked about. */
export interface ReviewResult {
  verdict: ReviewVerdict;
  by: PersonId;
  at: Instant;
  /** By when the conditions hold, or the tool is gone; null where it is kept as it is. */
  until: LocalDate | null;
  words: string | null;
}

export const reviewMatters = ['begun', 'late', 'until'] as const;
export type ReviewMatter = (typeof reviewMatters)[number];

/** The look at a tool that was bought first: it has a clock and an owner, and it ends in a word about the tool. */
export interface Review {
  tool: string;
  /** The request that registered it. */
  request: string;
  begunAt: Instant;
  dueAt: Instant;
  told: { matter: ReviewMatter; person: PersonId; at: Instant }[];
  result: ReviewResult | null;
}

/** Whoever decides, and whoever hears of it when that takes too long. */
export interface ReviewVoices {
  /** The technical owner if there is one, else IT's lead. */
  owner: PersonId | null;
  lead: PersonId | null;
  /** The tool's own people, for what was promised by a day. */
  owners: readonly PersonId[];
}

/** Who is to be told what by now, apart from what they were told before; each thing once. */
export function reviewWords(
  { dueAt, told, result }: Review,
  { owner, lead, owners }: ReviewVoices,
  { now, today }: { now: Instant; today: LocalDate },
): { matter: ReviewMatter; person: PersonId }[] {
  const all =
    result === null
      ? [
          ...(owner ? [{ matter: 'begun' as const, person: owner }] : []),
          ...(now > dueAt
            ? peopleOnce([owner, lead]).map((person) => ({ matter: 'late' as const, person }))
            : []),
        ]
      : result.until !== null && today >= result.until
        ? peopleOnce([owner, ...owners]).map((person) => ({ matter: 'until' as const, person }))
        : [];
  // Who hears of it only once it is late need not hear that it has begun.
  const isLate = all.some(({ matter }) => matter === 'late');
  return all.filter(
    ({ matter, person }) =>
      !(isLate && matter === 'begun') &&
      !told.some((each) => each.matter === matter && each.person === person),
  );
}

function peopleOnce(people: readonly (PersonId | null)[]): PersonId[] {
  return [...new Set(people.filter((person) => person !== null))];
}
