import type { Instant } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { breachAt, type Due, dueAt } from './due.ts';
import { elapsed } from './elapsed.ts';
import { type Interval, normalised } from './interval.ts';

/** The target that is in force from an instant on. A budget of 0 or none: there is nothing to keep. */
export interface Term {
  from: Instant;
  /** Working time in milliseconds. */
  budget: number | undefined;
  calendar: Calendar;
}

/** One promise: it starts, runs except in its pauses, and ends when it is met. */
export interface PromiseClock {
  start: Instant;
  /** What was promised first, then each change of priority, policy or calendar, in order. */
  terms: readonly [Term, ...Term[]];
  pauses: readonly Interval[];
  stoppedAt?: Instant | undefined;
}

export interface Breach {
  /** The first instant at which elapsed exceeded, or will exceed, the budget. */
  at: Instant;
  /** Only a change of the terms made it late: it was in time until then. `at` is the change's instant. */
  byChange: boolean;
}

export interface Reading {
  phase: 'running' | 'paused' | 'stopped';
  /** `none`: no budget, or a calendar that never opens (`due` says which). `pending`: open and not late. */
  verdict: 'none' | 'pending' | 'met' | 'missed';
  /** Working milliseconds by the terms in force. `remaining` is never below 0. */
  budget: number;
  elapsed: number;
  remaining: number;
  due: Due;
  /** Past or still to come; absent when nothing says that it will come (paused, no clock). */
  breach?: Breach;
}

/** What a clock shows at an instant. `now` must never step back: give the later of the time and what was read before. */
export function readClock(clock: PromiseClock, now: Instant): Reading {
  const until = clock.stoppedAt ?? now;
  const { budget = 0, calendar } = termInForce(clock);
  const pauses = pausesUntilStop(clock);
  const used = elapsed(clock.start, until, calendar, pauses);
  const due = dueAt(clock.start, budget, calendar, pauses);
  const breach = breachOf(clock);
  return {
    phase: phaseOf(clock, now),
    verdict: verdictOf(clock, until, due, breach),
    budget,
    elapsed: used,
    remaining: Math.max(0, budget - used),
    due,
    ...(breach && { breach }),
  };
}

/**
 * When elapsed reaches a share of the budget in force (0.75: at risk), but not before the terms that say so; none
 * while paused, or when the calendar has no such time.
 */
export function shareReachedAt(clock: PromiseClock, share: number): Instant | undefined {
  const { from, budget = 0, calendar } = termInForce(clock);
  const due = dueAt(clock.start, Math.ceil(budget * share), calendar, pausesUntilStop(clock));
  return due.kind === 'due' ? Math.max(due.at, from) : undefined;
}

/**
 * Every term is reckoned from the clock's own start. A breach that happened while its term was in force stays, whatever
 * comes later; one that only a change caused goes if a later change takes it back.
 */
export function breachOf(clock: PromiseClock): Breach | undefined {
  const pauses = pausesUntilStop(clock);
  const terms = termsThatCount(clock);
  let breach: Breach | undefined;
  for (const [index, { from, budget = 0, calendar }] of terms.entries()) {
    const end = terms[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const late = breachAt(clock.start, budget, calendar, pauses);
    if (late.kind !== 'due' || late.at >= end) breach = undefined;
    else if (index > 0 && late.at <= from) breach ??= { at: from, byChange: true };
    else return { at: late.at, byChange: false };
  }
  return breach;
}

/** Changes after the end do not touch a clock. */
function termsThatCount({ terms, stoppedAt }: PromiseClock): readonly Term[] {
  if (stoppedAt === undefined) return terms;
  const [first, ...changes] = terms;
  return [first, ...changes.filter(({ from }) => from < stoppedAt)];
}

function termInForce(clock: PromiseClock): Term {
  return termsThatCount(clock).at(-1) ?? clock.terms[0];
}

/** A pause that was on when the clock stopped ended with it. */
function pausesUntilStop({ pauses, stoppedAt }: PromiseClock): readonly Interval[] {
  if (stoppedAt === undefined) return pauses;
  return pauses.map(({ from, to = stoppedAt }) => ({ from, to: Math.min(to, stoppedAt) }));
}

function phaseOf({ pauses, stoppedAt }: PromiseClock, now: Instant): Reading['phase'] {
  if (stoppedAt !== undefined) return 'stopped';
  return normalised(pauses).some(({ from, to }) => from <= now && now < to) ? 'paused' : 'running';
}

function verdictOf(
  { stoppedAt }: PromiseClock,
  until: Instant,
  due: Due,
  breach: Breach | undefined,
): Reading['verdict'] {
  if (breach && breach.at <= until) return 'missed';
  if (due.kind === 'no-clock' || due.kind === 'no-opening') return 'none';
  return stoppedAt === undefined ? 'pending' : 'met';
}
