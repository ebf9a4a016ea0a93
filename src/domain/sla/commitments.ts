import { missingSignature } from '../agreement/definition-of-done.ts';
import { type Ball, ballOf } from '../request/ball.ts';
import type { RequestEvent } from '../request/events.ts';
import { evolve, replay } from '../request/evolve.ts';
import { isOpen, type Request } from '../request/request.ts';
import type { BudgetedClock, Settings } from '../settings/settings.ts';
import type { Instant } from '../time.ts';
import { budgetUntilDate } from './agreed-date.ts';
import { budgetOf } from './business-time.ts';
import { readClock, type Term } from './clocks.ts';
import type { ClockKind, Commitment, Debtor } from './commitment.ts';
import { type Interval, without } from './interval.ts';

export type Policy = Pick<Settings, 'hours' | 'targets'>;

/** A clock as the history tells it: when it began, while whom it ran, how it ended. */
interface Course {
  clock: ClockKind;
  round: number;
  debtor: Debtor;
  startedAt: Instant;
  /** An obligation runs whoever holds the ball; the others stand while the ball is elsewhere. */
  obligation: boolean;
  running: { from: Instant; to: Instant }[];
  runsSince: Instant | null;
  end: { at: Instant; met: boolean } | null;
  terms: [Term, ...Term[]];
}

/**
 * Everything that was or is owed on a request, from its history alone. `now` tells late from not yet late, and must
 * not be earlier than the last event.
 */
export function commitmentsOf(
  identity: Pick<Request, 'id' | 'workspace'>,
  history: readonly RequestEvent[],
  policy: Policy,
  now: Instant,
): Commitment[] {
  const [first, ...later] = history;
  if (!first) return [];
  let request = replay(identity, [first]);
  const courses: Course[] = [];
  begin(courses, 'first-response', 'it', first.at, policy);
  begin(courses, 'decision', 'it', first.at, policy);
  for (const event of later) {
    const before = request;
    request = evolve(request, event);
    follow(courses, event, before, request, policy);
    const ball = ballOf(request);
    for (const course of courses) passBall(course, ball, event.at);
    if (!isOpen(request)) for (const course of courses) end(course, event.at, false);
  }
  return courses.map((course) => commitmentOf(course, now));
}

function follow(
  courses: Course[],
  event: RequestEvent,
  before: Request,
  after: Request,
  policy: Policy,
): void {
  const start = (clock: ClockKind, debtor: Debtor) => begin(courses, clock, debtor, event.at, policy);
  const met = (clock: ClockKind) => endAll(courses, clock, event.at, true);
  if (event.side === 'it' && event.actor) met('first-response');

  switch (event.type) {
    case 'QuestionAsked':
    case 'AnswerContinued':
      start('answer', 'marketing');
      break;
    case 'QuestionAnswered':
      met('answer');
      break;
    case 'AlternativeProposed':
      met('decision');
      start('answer', 'marketing');
      break;
    case 'AlternativeTaken':
    case 'AlternativeRefused':
      met('answer');
      start('decision', 'it');
      break;
    case 'RequestAccepted':
    case 'RequestDeclined':
    case 'RequestNoted':
      met('decision');
      break;
    case 'HeadsUpRaised':
      if (before.state.status === 'noted') start('decision', 'it');
      break;
    case 'DeclineContested':
      start('ruling', 'it');
      break;
    case 'DeclineUpheld':
      met('ruling');
      break;
    case 'DeclineOverturned':
      met('ruling');
      start('decision', 'it');
      break;
    case 'WorkStarted':
      met('decision');
      start('delivery', 'it');
      setTerm(courses, after, event.at, policy);
      break;
    case 'RequestDelivered':
      start('acceptance', 'marketing');
      break;
    case 'DeliveryConfirmed':
      met('acceptance');
      endDelivery(courses, event.at);
      break;
    case 'ClosedUnconfirmed':
      endAll(courses, 'acceptance', event.at, false);
      endDelivery(courses, event.at);
      break;
    case 'DeliveryRejected':
      met('acceptance');
      break;
    case 'RequestReopened':
      start('delivery', 'it');
      setTerm(courses, after, event.at, policy);
      break;
    case 'DefinitionSigned':
      if (after.agreement.inForce !== before.agreement.inForce && before.agreement.inForce) {
        setTerm(courses, after, event.at, policy);
      }
      break;
    default:
      break;
  }
  followSignatures(courses, event, before, after, policy);
}

/** Whose signature is missing changes hands with each proposal: signed or sent back, the one clock ends there. */
function followSignatures(
  courses: Course[],
  event: RequestEvent,
  before: Request,
  after: Request,
  policy: Policy,
): void {
  const asked = (request: Request) =>
    request.state.status === 'agreeing' || request.agreement.inForce
      ? missingSignature(request.agreement)
      : null;
  const [was, is] = [asked(before), asked(after)];
  if (was === is) return;
  if (was) endAll(courses, 'agreement', event.at, event.side === was);
  if (is) begin(courses, 'agreement', is, event.at, policy, after.agreement.inForce !== null);
}

function begin(
  courses: Course[],
  clock: ClockKind,
  debtor: Debtor,
  at: Instant,
  policy: Policy,
  obligation = false,
): void {
  const calendar = policy.hours[debtor === 'marketing' ? 'marketing' : 'it'];
  const target = policy.targets[clock as BudgetedClock];
  courses.push({
    clock,
    round: courses.filter((course) => course.clock === clock).length + 1,
    debtor,
    startedAt: at,
    obligation,
    running: [],
    runsSince: at,
    end: null,
    terms: [{ from: at, budget: target && budgetOf(target, calendar), calendar }],
  });
}

function passBall(course: Course, ball: Ball | null, at: Instant): void {
  if (course.end || course.obligation) return;
  const holds = ball?.party === course.debtor;
  if (holds && course.runsSince === null) course.runsSince = at;
  if (!holds) stand(course, at);
}

function stand(course: Course, at: Instant): void {
  if (course.runsSince === null) return;
  course.running.push({ from: course.runsSince, to: at });
  course.runsSince = null;
}

function end(course: Course, at: Instant, met: boolean): void {
  if (course.end) return;
  stand(course, at);
  course.end = { at, met };
}

function endAll(courses: Course[], clock: ClockKind, at: Instant, met: boolean): void {
  for (const course of courses) if (course.clock === clock) end(course, at, met);
}

/** A delivery counts from when it was delivered, once it is confirmed; until then its clock only stands. */
function endDelivery(courses: Course[], at: Instant): void {
  for (const course of courses) {
    if (course.clock === 'delivery') end(course, course.running.at(-1)?.to ?? at, true);
  }
}

/** The agreed date is worth the working time that is left when it is signed; an amended date is a new term. */
function setTerm(courses: Course[], { agreement }: Request, at: Instant, policy: Policy): void {
  const course = courses.findLast(({ clock, end }) => clock === 'delivery' && !end);
  if (!course) return;
  const date = agreement.inForce?.date ?? null;
  const worth = date === null ? undefined : budgetUntilDate(course.startedAt, date, policy.hours.it);
  const term: Term = {
    from: at,
    budget: worth?.kind === 'budget' ? worth.budget : undefined,
    calendar: policy.hours.it,
  };
  course.terms = course.startedAt === at ? [term] : [...course.terms, term];
}

function commitmentOf(course: Course, now: Instant): Commitment {
  const { clock, round, debtor, startedAt, end } = course;
  const reading = readClock(
    {
      start: startedAt,
      terms: course.terms,
      pauses: pausesOf(course),
      stoppedAt: end?.at,
    },
    now,
  );
  return {
    ...{ clock, round, debtor, startedAt },
    budget: reading.verdict === 'none' ? null : reading.budget,
    dueAt: reading.due.kind === 'due' ? reading.due.at : null,
    endedAt: end?.at ?? null,
    verdict: verdictOf(reading, end),
  };
}

function pausesOf({ startedAt, running, runsSince }: Course): Interval[] {
  const stretches = runsSince === null ? running : [...running, { from: runsSince, to: Infinity }];
  return without(stretches, startedAt, Infinity);
}

function verdictOf(reading: ReturnType<typeof readClock>, end: Course['end']): Commitment['verdict'] {
  if (reading.verdict === 'missed') return 'missed';
  if (end) return end.met ? 'met' : 'cancelled';
  return reading.phase === 'paused' ? 'paused' : 'running';
}
