import { briefSchema } from '../../domain/request/brief.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Calendar } from '../../domain/sla/calendar.ts';
import type { Commitment } from '../../domain/sla/commitment.ts';
import { elapsed } from '../../domain/sla/elapsed.ts';
import { calendarOf } from '../../domain/sla/party-calendar.ts';
import { type Desk, settingsInForce } from '../desk.ts';

/** A request as one line of a list. */
export interface RequestLine {
  request: Request;
  title: string;
  /** What it is for; null where nobody said, or it is no longer kept. */
  outcome: string | null;
  /** What is owed next, if anything. */
  next: Commitment | null;
  /** The working time until then, and the calendar that it is counted in. */
  left: { time: number; calendar: Calendar } | null;
}

export async function linesOf(desk: Desk, requests: readonly Request[]): Promise<RequestLine[]> {
  const { store, clock } = desk;
  const { hours } = await settingsInForce(desk, store);
  const briefs = await store.words(requests.map(({ brief }) => brief));
  const owed = await store.openCommitments(requests.map(({ id }) => id));
  return requests.map((request) => {
    const body = briefs.get(request.brief);
    const brief = body === undefined ? null : briefSchema.parse(JSON.parse(body));
    const next = nextOwed(owed.get(request.id) ?? []);
    const calendar = calendarOf(next?.debtor ?? 'it', hours);
    const dueAt = next?.dueAt ?? null;
    return {
      request,
      title: brief?.title ?? '(no longer kept)',
      outcome: brief?.outcome ?? null,
      next,
      left: dueAt === null ? null : { time: elapsed(clock.now(), dueAt, calendar), calendar },
    };
  });
}

/** @param briefs what was typed, by body id; retention may have blanked it */
export function titleOf({ brief }: Request, briefs: ReadonlyMap<string, string>): string {
  const document = briefs.get(brief);
  return document === undefined ? '(no longer kept)' : briefSchema.parse(JSON.parse(document)).title;
}

/** The commitment that is due first. */
export function nextOwed(commitments: readonly Commitment[]): Commitment | null {
  const due = (commitment: Commitment) => commitment.dueAt ?? Number.POSITIVE_INFINITY;
  const owed = commitments.filter(({ endedAt, dueAt }) => endedAt === null && dueAt !== null);
  return owed.sort((a, b) => due(a) - due(b))[0] ?? null;
}
