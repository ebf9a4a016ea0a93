import { missingSignature } from '../agreement/definition-of-done.ts';
import { type CheckEvent, isAboutCheck } from '../checks/standing.ts';
import { ballOf } from '../request/ball.ts';
import type { RequestEvent } from '../request/events.ts';
import { evolve, replay } from '../request/evolve.ts';
import { isOpen, type Request } from '../request/request.ts';
import { staysWithIt } from '../request/words.ts';
import type { BudgetedClock } from '../settings/targets.ts';
import type { Instant } from '../time.ts';
import { budgetUntilDate } from './agreed-date.ts';
import { budgetOf } from './business-time.ts';
import type { Calendar } from './calendar.ts';
import type { ClockKind, Commitment, Debtor } from './commitment.ts';
import { type Course, end, passBall, type TermCause } from './course.ts';
import { calendarOf } from './party-calendar.ts';
import { type Policies, type Policy, policyFor, policyVersionAt } from './policy.ts';
import { type Reckoning, reckon } from './reckon.ts';

/**
 * Everything that was or is owed on a request, from its history and the settings of its time alone. `now` tells late
 * from not yet late, and must not be earlier than the last event.
 */
export function commitmentsOf(
  identity: Pick<Request, 'id' | 'workspace'>,
  history: readonly RequestEvent[],
  policies: Policies,
  reckoning: Reckoning,
): Commitment[] {
  return coursesOf(identity, history, policies, reckoning.now).map((course) => reckon(course, reckoning));
}

/** Every clock that the history started, with each change of its terms until `now`. */
export function coursesOf(
  identity: Pick<Request, 'id' | 'workspace'>,
  history: readonly RequestEvent[],
  policies: Policies,
  now: Instant,
): Course[] {
  const [first, ...later] = history;
  if (!first) return [];
  let request = replay(identity, [first]);
  const courses: Course[] = [];
  const policy = policyFor(policyVersionAt(policies, first.at).settings, request);
  begin(courses, 'first-response', 'it', first.at, policy);
  begin(courses, 'decision', 'it', first.at, policy);
  let last = first.at;
  for (const event of later) {
    changeSettings(courses, request, policies, last, event.at);
    last = event.at;
    const before = request;
    request = evolve(request, event);
    const policy = policyFor(policyVersionAt(policies, event.at).settings, request);
    follow(courses, event, before, request, policy);
    const ball = ballOf(request);
    for (const course of courses) passBall(course, ball, event.at);
    if (!isOpen(request)) for (const course of courses) end(course, event.at, false);
    retarget(courses, event.at, policy, { event: event.seq });
  }
  changeSettings(courses, request, policies, last, now);
  return courses;
}

/** New settings are a new term for every clock that is open when they come. */
function changeSettings(
  courses: Course[],
  request: Request,
  policies: Policies,
  after: Instant,
  until: Instant,
): void {
  for (const { from, settings, version } of policies) {
    if (from > after && from <= until) {
      retarget(courses, from, policyFor(settings, request), { settings: version });
    }
  }
}

/** A budget or a calendar that is another one now. What an agreed date was worth when it was signed stays. */
function retarget(courses: Course[], at: Instant, policy: Policy, because: TermCause): void {
  for (const course of courses) {
    const term = course.terms.at(-1);
    if (course.end || !term) continue;
    const calendar = calendarOf(course.debtor, policy.hours);
    const budget = course.clock === 'delivery' ? term.budget : budgetFor(course.clock, course.debtor, policy);
    if (budget === term.budget && isSame(calendar, term.calendar)) continue;
    const changed = { from: at, budget, calendar, because };
    course.terms = course.startedAt === at ? [changed] : [...course.terms, changed];
  }
}

function budgetFor(clock: ClockKind, debtor: Debtor, policy: Policy): number | undefined {
  const target = policy.targets[clock as BudgetedClock];
  return target && budgetOf(target, calendarOf(debtor, policy.hours));
}

/** Calendars are plain values that a settings document gave in one order. */
function isSame(one: Calendar, other: Calendar): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
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
  // A note that stays with IT is no answer to anybody.
  const isReply = event.side === 'it' && event.actor && !staysWithIt(event) && !isAboutCheck(event);
  if (isReply) met('first-response');

  switch (event.type) {
    case 'QuestionAsked':
    case 'AnswerContinued':
      start('answer', 'marketing');
      break;
    case 'QuestionTakenBack':
      endAll(courses, 'answer', event.at, false);
      break;
    case 'DeliveryTakenBack':
      endAll(courses, 'acceptance', event.at, false);
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
  if (isAboutCheck(event)) followChecks(courses, event, before, after, policy);
  if (isGoingOn(after) && !isGoingOn(before)) resumeChecks(courses, after, event.at, policy);
}

/** Each check has a clock of its own, which runs while its owner has to decide. */
function followChecks(
  courses: Course[],
  { type, at }: CheckEvent,
  before: Request,
  after: Request,
  policy: Policy,
): void {
  const [was, is] = [new Set(openChecks(before)), new Set(openChecks(after))];
  for (const course of courses) {
    if (course.check !== null && !is.has(course.check)) end(course, at, type !== 'CheckDropped');
  }
  for (const check of is) {
    if (!was.has(check)) begin(courses, 'check', 'check-owner', at, policy, { obligation: true, check });
  }
}

/** Clocks of checks end with the request. What goes on again, such as after an overturned decline, begins them anew. */
function resumeChecks(courses: Course[], request: Request, at: Instant, policy: Policy): void {
  const running = new Set(courses.filter(({ end }) => !end).map(({ check }) => check));
  for (const check of openChecks(request)) {
    if (!running.has(check)) begin(courses, 'check', 'check-owner', at, policy, { obligation: true, check });
  }
}

/** While a decline is looked at once more, nobody has to decide about a check. */
function isGoingOn(request: Request): boolean {
  return isOpen(request) && request.state.status !== 'contested';
}

function openChecks({ checks }: Request): string[] {
  return checks.filter(({ standing }) => standing.is === 'open').map(({ name }) => name);
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
  if (is)
    begin(courses, 'agreement', is, event.at, policy, {
      obligation: after.agreement.inForce !== null,
      check: null,
    });
}

function begin(
  courses: Course[],
  clock: ClockKind,
  debtor: Debtor,
  at: Instant,
  policy: Policy,
  { obligation, check }: Pick<Course, 'obligation' | 'check'> = { obligation: false, check: null },
): void {
  courses.push({
    clock,
    round: courses.filter((course) => course.clock === clock).length + 1,
    debtor,
    startedAt: at,
    ...{ obligation, check },
    running: [],
    runsSince: at,
    end: null,
    terms: [
      {
        from: at,
        budget: budgetFor(clock, debtor, policy),
        calendar: calendarOf(debtor, policy.hours),
        because: null,
      },
    ],
  });
}

function endAll(courses: Course[], clock: ClockKind, at: Instant, met: boolean): void {
  for (const course of courses) if (course.clock === clock) end(course, at, met);
}

/** A delivery counts from when it was delivered, once it is confirmed; until then its clock only stands. */
function endDelivery(courses: Course[], at: Instant): void {
  for (const course of courses) {
    if (course.clock === 'delivery') end(course, course.running.at(-1)?.to ?? at, true, at);
  }
}

/** The agreed date is worth the working time that is left when it is signed; an amended date is a new term. */
function setTerm(courses: Course[], { agreement }: Request, at: Instant, policy: Policy): void {
  const course = courses.findLast(({ clock, end }) => clock === 'delivery' && !end);
  if (!course) return;
  const date = agreement.inForce?.date ?? null;
  const worth = date === null ? undefined : budgetUntilDate(course.startedAt, date, policy.hours.it);
  const term: Course['terms'][0] = {
    from: at,
    budget: worth?.kind === 'budget' ? worth.budget : undefined,
    calendar: policy.hours.it,
    because: course.startedAt === at ? null : 'agreed-date',
  };
  course.terms = course.startedAt === at ? [term] : [...course.terms, term];
}
