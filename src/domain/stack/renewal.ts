import { daysAfter, daysUntil } from '../day.ts';
import type { PersonId } from '../person.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Tool } from './tool.ts';

export const renewalVerdicts = ['keep', 'shrink', 'retire'] as const;
export type RenewalVerdict = (typeof renewalVerdicts)[number];

/** Whether a tool brought what it was bought for. */
export const reachedVerdicts = ['yes', 'partly', 'no'] as const;
export type Reached = (typeof reachedVerdicts)[number];

export interface RenewalAnswer {
  by: PersonId;
  /** An owner's answer is one of two; a lead's settles it. */
  as: 'owner' | 'lead';
  at: Instant;
  verdict: RenewalVerdict;
  reached: Reached;
  words: string | null;
}

/** What somebody is told about a renewal: two questions, a word to the leads, and how the answers stand. */
export const renewalMatters = ['first', 'second', 'leads', 'disagreement', 'decided'] as const;
export type RenewalMatter = (typeof renewalMatters)[number];

export interface RenewalWord {
  matter: RenewalMatter;
  person: PersonId;
}

/** The question whether a contract goes on, once for each of its terms. */
export interface Renewal {
  tool: string;
  /** Names the term. */
  contractEnd: LocalDate;
  /** The last day on which notice can be given, as the contract is recorded now. */
  noticeOn: LocalDate;
  told: (RenewalWord & { at: Instant })[];
  /** Oldest first; somebody may answer anew. */
  answers: RenewalAnswer[];
}

/** Who has a say: owners who are still here, and the leads, whose word settles what the owners leave open. */
export interface RenewalVoices {
  owners: readonly PersonId[];
  leads: readonly PersonId[];
}

export type RenewalStanding =
  | { is: 'open'; waitsFor: PersonId[] }
  | { is: 'disagreed' }
  | { is: 'decided'; verdict: RenewalVerdict };

/** Days before the notice date, from which on there is something to say. */
const daysAhead = { first: 60, second: 30, leads: 10 } as const;

export const renewalAskedAhead = daysAhead.first;

/** Only what is used and paid for is asked about; what is on its way out was decided. */
export function isRenewable({ state }: Pick<Tool, 'state'>): boolean {
  return state === 'live' || state === 'pilot';
}

export function renewalStanding(
  { answers }: Pick<Renewal, 'answers'>,
  { owners }: Pick<RenewalVoices, 'owners'>,
): RenewalStanding {
  const settled = answers.findLast((answer) => answer.as === 'lead');
  if (settled) return { is: 'decided', verdict: settled.verdict };
  const waitsFor = owners.filter((owner) => !answers.some(({ by }) => by === owner));
  const [verdict, ...others] = owners.flatMap(
    (owner) => answers.findLast(({ by }) => by === owner)?.verdict ?? [],
  );
  if (verdict === undefined || waitsFor.length > 0) return { is: 'open', waitsFor };
  return others.every((each) => each === verdict) ? { is: 'decided', verdict } : { is: 'disagreed' };
}

/** Who is to be told what on this day, apart from what they were told before. Nothing once notice is too late. */
export function renewalWords(renewal: Renewal, voices: RenewalVoices, today: LocalDate): RenewalWord[] {
  const round = roundOn(renewal.noticeOn, today);
  if (round === null) return [];
  const standing = renewalStanding(renewal, voices);
  const { owners, leads } = voices;
  const toLeads = words(
    'leads',
    leads.filter((lead) => !owners.includes(lead)),
  );
  switch (standing.is) {
    case 'open': {
      const question = round === 'first' ? 'first' : 'second';
      const open = words(question, standing.waitsFor);
      return untold(renewal, round === 'leads' || owners.length === 0 ? [...open, ...toLeads] : open);
    }
    case 'disagreed':
      return untold(renewal, [...words('disagreement', owners), ...(round === 'leads' ? toLeads : [])]);
    case 'decided': {
      const last = renewal.answers.at(-1);
      return untold(
        renewal,
        words(
          'decided',
          owners.filter((owner) => owner !== last?.by),
        ),
      );
    }
  }
}

function words(matter: RenewalMatter, people: readonly PersonId[]): RenewalWord[] {
  return people.map((person) => ({ matter, person }));
}

/** A question is put once; how the answers stand is news again after each answer. */
function untold({ told, answers }: Renewal, all: readonly RenewalWord[]): RenewalWord[] {
  const since = answers.at(-1)?.at ?? 0;
  return all.filter(({ matter, person }) => {
    const isNewsAgain = matter === 'disagreement' || matter === 'decided';
    return !told.some(
      (each) => each.matter === matter && each.person === person && (!isNewsAgain || each.at >= since),
    );
  });
}

function roundOn(noticeOn: LocalDate, today: LocalDate): keyof typeof daysAhead | null {
  const days = daysUntil(noticeOn, today);
  if (days < 0 || days > daysAhead.first) return null;
  if (days > daysAhead.second) return 'first';
  return days > daysAhead.leads ? 'second' : 'leads';
}

/** The next day on which there may be something else to say; null after the last. */
export function nextRenewalDay({ noticeOn }: Pick<Renewal, 'noticeOn'>, today: LocalDate): LocalDate | null {
  const days = Object.values(daysAhead).map((ahead) => daysAfter(noticeOn, -ahead));
  return days.find((day) => day > today) ?? null;
}
