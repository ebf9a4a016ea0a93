import { z } from 'zod';
import { type AgendaItem, aboutOf, type Choice, choices } from '../../domain/digest/agenda.ts';
import type { Digest } from '../../domain/digest/digest.ts';
import { figuresSchema } from '../../domain/digest/figures.ts';
import { clockKinds } from '../../domain/sla/commitment.ts';
import type { DigestLocation, DigestReading, DigestWriting } from '../../usecases/digest/digests.ts';
import type { Engine, Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { flag, flagColumn, instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';
import type { WeekFacts } from './week-facts.ts';

type Week = { workspace: string; week: string };

const item = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contested'), request: z.string() }),
  z.object({ kind: z.literal('renewal'), tool: z.string(), noticeOn: z.string() }),
  z.object({ kind: z.literal('overlap'), tools: z.tuple([z.string(), z.string()]) }),
  z.object({ kind: z.literal('term'), term: z.string() }),
  z.object({
    kind: z.literal('breaches'),
    side: z.enum(['marketing', 'it']),
    clock: z.enum(clockKinds),
    times: z.int(),
  }),
]) satisfies z.ZodType<AgendaItem>;

const choice = z.enum([...choices.overlap, ...choices.breaches]) satisfies z.ZodType<Choice>;

const json = z.string().transform((text): unknown => JSON.parse(text));

const digestRow = z.object({
  week: z.string(),
  from: instantColumn,
  to: instantColumn,
  dueAt: instantColumn,
  madeAt: instantColumn,
  figures: json.pipe(figuresSchema),
  isPrivate: flagColumn,
  publishedBy: personColumn.nullable(),
  publishedAt: instantColumn.nullable(),
});

const itemRow = z.object({
  position: z.int(),
  item: json.pipe(item),
  choice: choice.nullable(),
  by: personColumn.nullable(),
  at: instantColumn.nullable(),
});

const locationRow = z.object({
  workspace: z.string(),
  week: z.string(),
  place: z.union([z.literal('channel'), personColumn]),
  channel: z.string(),
  ts: z.string(),
}) satisfies z.ZodType<DigestLocation>;

const digestOfWeek = (engine: Engine, { workspace, week }: Given<Week>) =>
  engine.builder
    .selectFrom('digest')
    .select(['week', 'from_at as from', 'to_at as to', 'due_at as dueAt', 'made_at as madeAt', 'figures'])
    .select(['is_private as isPrivate', 'published_by as publishedBy', 'published_at as publishedAt'])
    .where('workspace_id', '=', workspace)
    .where('week', '=', week);

const digestToRead = statement((_db, key: Given<Week>, engine) => digestOfWeek(engine, key));
const digestToChange = statement((_db, key: Given<Week>, engine) =>
  engine.lockRows(digestOfWeek(engine, key)),
);

const itemsOfWeek = statement((db, { workspace, week }: Given<Week>) =>
  db
    .selectFrom('digest_item')
    .select(['position', 'item', 'choice', 'decided_by as by', 'decided_at as at'])
    .where('workspace_id', '=', workspace)
    .where('week', '=', week)
    .orderBy('position'),
);

const weeks = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('digest')
    .select((row) => [row.fn.countAll<number>().as('count'), row.fn.max('week').as('newest')])
    .where('workspace_id', '=', workspace),
);

const locationColumns = [
  'digest_message.workspace_id as workspace',
  'digest_message.week',
  'digest_message.place',
  'digest_message.channel',
  'digest_message.ts',
] as const;

const locationsOfWeek = statement((db, { workspace, week }: Given<Week>) =>
  db
    .selectFrom('digest_message')
    .select(locationColumns)
    .where('workspace_id', '=', workspace)
    .where('week', '=', week)
    .orderBy('place'),
);

// Index digest_item_about.
const locationsAbout = statement((db, { workspace, about }: Given<{ workspace: string; about: string }>) =>
  db
    .selectFrom('digest_item')
    .innerJoin('digest_message', (join) =>
      join
        .onRef('digest_message.workspace_id', '=', 'digest_item.workspace_id')
        .onRef('digest_message.week', '=', 'digest_item.week'),
    )
    .select(locationColumns)
    .where('digest_item.workspace_id', '=', workspace)
    .where('digest_item.about', '=', about),
);

// Index digest_item_about.
const decidedItems = statementOfRows((db, asked: Given<{ workspace: string; about: string }>[]) =>
  db
    .selectFrom('digest_item')
    .select('about')
    .where((row) =>
      row.or(
        asked.map(({ workspace, about }) =>
          row.and([row('workspace_id', '=', workspace), row('about', '=', about)]),
        ),
      ),
    )
    .where('choice', 'is not', null),
);

const insertDigest = statement((db, row: Given<Schema['digest']>) => db.insertInto('digest').values(row));

const insertItems = statementOfRows((db, rows: Given<Schema['digest_item']>[]) =>
  db.insertInto('digest_item').values(rows),
);

const setPublished = statement((db, { workspace, week, by, at }: Given<Week & { by: string; at: number }>) =>
  db
    .updateTable('digest')
    .set({ published_by: by, published_at: at })
    .where('workspace_id', '=', workspace)
    .where('week', '=', week)
    .where('published_by', 'is', null),
);

type Decided = Week & { position: number; choice: string; by: string; at: number };
const setDecided = statement((db, { workspace, week, position, choice, by, at }: Given<Decided>) =>
  db
    .updateTable('digest_item')
    .set({ choice, decided_by: by, decided_at: at })
    .where('workspace_id', '=', workspace)
    .where('week', '=', week)
    .where('position', '=', position)
    .where('choice', 'is', null),
);

const insertLocation = statement((db, row: Given<Schema['digest_message']>) =>
  db
    .insertInto('digest_message')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'week', 'place']).doUpdateSet((row) => ({
        channel: row.ref('excluded.channel'),
        ts: row.ref('excluded.ts'),
      })),
    ),
);

export function digestReading(session: Session): Omit<DigestReading, keyof WeekFacts> {
  return {
    digest: (workspace, week) => digestFrom(session, digestToRead, { workspace, week }),
    async digestWeeks(workspace) {
      const [row] = (await weeks(session, { workspace })).rows;
      return { count: Number(row?.count ?? 0), newest: row?.newest ?? null };
    },
    async digestLocation(workspace, week, place) {
      const { rows } = await locationsOfWeek(session, { workspace, week });
      return rows.map((row) => locationRow.parse(row)).find((each) => each.place === place) ?? null;
    },
    async digestLocations(workspace, week) {
      return (await locationsOfWeek(session, { workspace, week })).rows.map((row) => locationRow.parse(row));
    },
    async digestsAbout(workspace, about) {
      return (await locationsAbout(session, { workspace, about })).rows.map((row) => locationRow.parse(row));
    },
    async decidedBefore(workspace, abouts) {
      const { rows } = await decidedItems(
        session,
        abouts.map((about) => ({ workspace, about })),
      );
      return new Set(rows.map(({ about }) => about));
    },
  };
}

/** A digest that is read here stays as it is until this transaction ends. */
export function digestWriting(session: Session): Pick<DigestReading, 'digest'> & DigestWriting {
  return {
    digest: (workspace, week) => digestFrom(session, digestToChange, { workspace, week }),
    async addDigest(workspace, digest) {
      await insertDigest(session, {
        ...{ workspace_id: workspace, week: digest.week, from_at: digest.from, to_at: digest.to },
        ...{ due_at: digest.dueAt, made_at: digest.madeAt, figures: JSON.stringify(digest.figures) },
        ...{ is_private: flag(digest.isPrivate), published_by: null, published_at: null },
      });
      await insertItems(
        session,
        digest.agenda.map(({ position, item }) => ({
          ...{ workspace_id: workspace, week: digest.week, position, about: aboutOf(item, digest.week) },
          ...{ item: JSON.stringify(item), choice: null, decided_by: null, decided_at: null },
        })),
      );
    },
    async publishDigest(workspace, week, { by, at }) {
      expectOne(await setPublished(session, { workspace, week, by, at }), `${week} cannot be published`);
    },
    async decideItem(workspace, week, { position, choice, by, at }) {
      const decided = { workspace, week, position, choice, by, at };
      expectOne(await setDecided(session, decided), `question ${position} of ${week} cannot be decided`);
    },
    async saveDigestLocation({ workspace, ...location }) {
      await insertLocation(session, { workspace_id: workspace, ...location });
    },
  };
}

async function digestFrom(session: Session, read: typeof digestToRead, key: Week): Promise<Digest | null> {
  const [row] = (await read(session, key)).rows;
  if (!row) return null;
  const { publishedBy: by, publishedAt: at, ...digest } = digestRow.parse(row);
  const items = (await itemsOfWeek(session, key)).rows.map((each) => itemRow.parse(each));
  return {
    ...digest,
    agenda: items.map(({ position, item, choice, by, at }) => ({
      position,
      item,
      decided: choice && by && at !== null ? { choice, by, at } : null,
    })),
    published: by && at !== null ? { by, at } : null,
  };
}

function expectOne({ numAffectedRows }: { numAffectedRows?: bigint | undefined }, fault: string): void {
  if (numAffectedRows !== 1n) throw new Error(fault);
}
