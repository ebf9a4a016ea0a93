import { z } from 'zod';
import { sizeCountsSchema } from '../roadmap/capacity.ts';
import { clockKinds } from '../sla/commitment.ts';

/** A request by its number, and which of its promises is meant. Never a person. */
const row = z.object({ request: z.int(), clock: z.enum(clockKinds).optional() });

/** A figure with what it counts: all that was counted, and the first of it by name. */
const listed = z.object({ count: z.int(), rows: z.array(row) });

const answered = z.object({ mean: z.number(), answers: z.int() }).nullable();

const sidePromises = z.object({
  kept: listed,
  late: listed,
  /** Late only because a target, a priority or a calendar was changed: it counts for neither. */
  lateByChange: listed,
  /** Late, and still owed. */
  overdue: listed,
  /** The seven days before. */
  before: z.object({ kept: z.int(), late: z.int() }),
  /** Which promises were late, this week and the week before. */
  lateByClock: z.array(z.object({ clock: z.enum(clockKinds), now: z.int(), before: z.int() })),
});

/** Whom an open request waits on, and whom time is charged to. */
export const parties = ['it', 'marketing', 'third-party', 'check-owner'] as const;
export type Party = (typeof parties)[number];

const byParty = z.record(z.enum(parties), listed);

/**
 * A week in figures, without a word about anybody: what is counted are requests, promises and tools. It is kept with
 * the digest, so that what is said later is what was counted then.
 */
export const figuresSchema = z.object({
  promises: z.object({ it: sidePromises, marketing: sidePromises }),
  /** Working milliseconds within the week, each party's by its own calendar; the requests by how long they took. */
  time: z.record(z.enum(parties), listed.extend({ time: z.int() })),
  flow: z.object({ asked: listed, declined: listed, withdrawn: listed }),
  /** Ended as done; the most important first. */
  done: z.object({ confirmed: listed, unconfirmed: listed }),
  /** Open requests with a late promise, and those that are warned of, by whose turn it is. */
  open: z.object({ count: z.int(), overdue: byParty, atRisk: byParty, contested: listed }),
  delivery: z.object({ confirmedAtFirst: listed, sentBack: listed }),
  /** New tools: asked for before something was signed, or after. */
  contract: z.object({
    before: listed,
    after: listed,
    unknown: listed,
    /** Days from the asking to the day it is needed, of each that was asked for before. */
    daysAhead: z.array(z.int()),
  }),
  accepted: z.object({ S: listed, M: listed, L: listed }),
  /** What IT has accepted for this month and the next, beside what it says it can do; null while it has not said. */
  load: z.array(
    z.object({ month: z.string(), accepted: sizeCountsSchema, capacity: sizeCountsSchema.nullable() }),
  ),
  /** What is promised, wanted or looked at again in the next two weeks, in order. */
  dates: z.object({
    count: z.int(),
    rows: z.array(
      z.object({ on: z.string(), what: z.enum(['promised', 'wanted', 'review']), request: z.int() }),
    ),
  }),
  /** The newest quarter that is over; null where too few answered on both sides. */
  pulse: z
    .object({ quarter: z.string(), marketing: answered, it: answered, gap: z.number().nullable() })
    .nullable()
    .default(null),
  /** Launches of the same two weeks, the earliest first, by their ids. */
  launches: z.array(z.object({ launch: z.string(), on: z.string() })).default([]),
  /** Current tools whose notice is due within 90 days, the earliest first, by their ids. */
  renewals: z.array(z.object({ tool: z.string(), noticeOn: z.string() })),
});

export type Figures = z.infer<typeof figuresSchema>;
export type Row = z.infer<typeof row>;
export type Listed = z.infer<typeof listed>;
export type SidePromises = z.infer<typeof sidePromises>;

/** The figures whose rows can be asked for, by the name that a button carries. */
export const listedFigures = {
  'kept-it': ({ promises }) => promises.it.kept,
  'kept-marketing': ({ promises }) => promises.marketing.kept,
  late: ({ promises }) => together([promises.it.late, promises.marketing.late]),
  'late-it': ({ promises }) => promises.it.late,
  'late-marketing': ({ promises }) => promises.marketing.late,
  'excused-it': ({ promises }) => promises.it.lateByChange,
  'excused-marketing': ({ promises }) => promises.marketing.lateByChange,
  owed: ({ promises }) => together([promises.it.overdue, promises.marketing.overdue]),
  'owed-it': ({ promises }) => promises.it.overdue,
  'owed-marketing': ({ promises }) => promises.marketing.overdue,
  'time-it': ({ time }) => time.it,
  'time-marketing': ({ time }) => time.marketing,
  'time-third-party': ({ time }) => time['third-party'],
  'time-check-owner': ({ time }) => time['check-owner'],
  asked: ({ flow }) => flow.asked,
  declined: ({ flow }) => flow.declined,
  withdrawn: ({ flow }) => flow.withdrawn,
  confirmed: ({ done }) => done.confirmed,
  unconfirmed: ({ done }) => done.unconfirmed,
  overdue: ({ open }) => together(parties.map((party) => open.overdue[party])),
  'at-risk': ({ open }) => together(parties.map((party) => open.atRisk[party])),
  contested: ({ open }) => open.contested,
  'first-time': ({ delivery }) => delivery.confirmedAtFirst,
  'sent-back': ({ delivery }) => delivery.sentBack,
  'before-contract': ({ contract }) => contract.before,
  'after-contract': ({ contract }) => contract.after,
  'contract-unknown': ({ contract }) => contract.unknown,
  'accepted-S': ({ accepted }) => accepted.S,
  'accepted-M': ({ accepted }) => accepted.M,
  'accepted-L': ({ accepted }) => accepted.L,
  dates: ({ dates }) => dates,
} satisfies Record<string, (figures: Figures) => Listed>;

export type FigureName = keyof typeof listedFigures;

function together(parts: readonly Listed[]): Listed {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    rows: parts.flatMap(({ rows }) => rows),
  };
}

/** Below this many a share says more about chance than about work. */
const enoughForShare = 20;

/** A share in whole per cent; null where the numbers are too small to say it. */
export function percent(part: number, whole: number): number | null {
  return whole < enoughForShare ? null : Math.round((100 * part) / whole);
}
