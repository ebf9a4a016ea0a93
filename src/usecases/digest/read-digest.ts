import { type FigureName, type Figures, listedFigures, type Row } from '../../domain/digest/figures.ts';
import { type Slot, weekSoFar } from '../../domain/digest/schedule.ts';
import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { linesOf, type RequestLine } from '../request/request-line.ts';
import { mayConfigure } from '../settings/configure-desk.ts';
import { isLead } from './digest-decisions.ts';
import { weeklyFigures } from './weekly-figures.ts';

/** Stands in the place of a week's name for the one that is not over. */
export const thisWeek = 'now';

/** A week in figures, made or still going on. */
export interface ReadWeek {
  week: Pick<Slot, 'week' | 'from' | 'to'>;
  figures: Figures;
  zone: string;
}

/** The current week, for the leads and admins. */
export async function readThisWeek(desk: Desk, person: PersonId): Promise<Outcome<ReadWeek>> {
  if (!(await readsUnpublished(desk, person))) return refusal({ code: 'leads-decide' });
  const { digest } = await settingsInForce(desk, desk.store);
  const week = weekSoFar(digest, desk.clock.now());
  return done({ week, zone: digest.zone, figures: await weeklyFigures(desk, week, digest.zone) });
}

/** What a figure counts, some of it at a time: what is published is for everybody, the rest for leads and admins. */
export interface ReadRows {
  name: FigureName;
  count: number;
  /** Of `count`, so many can be shown. */
  kept: number;
  rows: { row: Row; line: RequestLine }[];
}

export async function readRows(
  desk: Desk,
  person: PersonId,
  asked: { week: string; name: FigureName; offset: number; limit: number },
): Promise<Outcome<ReadRows>> {
  const { week, name, offset, limit } = asked;
  if (!(await desk.directory.standingOf(person)).isMember) return refusal(refused('outsider'));
  const figures = await figuresOf(desk, person, week);
  if (!figures.ok) return figures;
  const { count, rows } = listedFigures[name](figures.value);
  const page = rows.slice(offset, offset + limit);
  const lines = await linesByNumber(
    desk,
    page.map(({ request }) => request),
  );
  return done({
    ...{ name, count, kept: rows.length },
    rows: page.flatMap((row) => {
      const line = lines.get(row.request);
      return line ? [{ row, line }] : [];
    }),
  });
}

async function figuresOf(desk: Desk, person: PersonId, week: string): Promise<Outcome<Figures>> {
  if (week === thisWeek) {
    const read = await readThisWeek(desk, person);
    return read.ok ? done(read.value.figures) : read;
  }
  const digest = await desk.store.digest(desk.workspace, week);
  if (!digest) return refusal({ code: 'no-such-digest' });
  const isPublic = !digest.isPrivate || digest.published !== null;
  if (!isPublic && !(await readsUnpublished(desk, person))) return refusal({ code: 'leads-decide' });
  return done(digest.figures);
}

async function readsUnpublished(desk: Desk, person: PersonId): Promise<boolean> {
  const { isMember } = await desk.directory.standingOf(person);
  return isMember && ((await isLead(desk, desk.store, person)) || (await mayConfigure(desk, person)));
}

/** The launches that figures speak of, the earliest first. */
export async function launchesIn({ store }: Desk, { launches }: Figures): Promise<Launch[]> {
  const found = await store.launches(launches.map(({ launch }) => launch));
  return found.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The requests that a text names, by their numbers. */
export async function linesByNumber(
  desk: Desk,
  numbers: readonly number[],
): Promise<Map<number, RequestLine>> {
  const { store, workspace } = desk;
  const wanted = [...new Set(numbers)];
  const found = await Promise.all(wanted.map((number) => store.requestByNumber(workspace, number)));
  const lines = await linesOf(
    desk,
    found.filter((request) => request !== null),
  );
  return new Map(lines.map((line) => [line.request.number, line]));
}
