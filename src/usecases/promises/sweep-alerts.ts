import { assertNever } from '../../domain/assert-never.ts';
import { isPending } from '../../domain/checks/check.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { Request } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Leads } from '../../domain/request/rights.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type Alert, type AlertKind, alertsToTell } from '../../domain/sla/alerts.ts';
import type { Commitment, Debtor, ToldAlert } from '../../domain/sla/commitment.ts';
import { type Course, promiseClock } from '../../domain/sla/course.ts';
import { basisOfVersion } from '../../domain/sla/reckon.ts';
import type { Instant } from '../../domain/time.ts';
import { ownerToday } from '../checks/check-owners.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { nextHeard } from '../notices/at-work.ts';
import type { Reading } from '../ports.ts';
import { cards } from '../saying/announce.ts';
import type { OutboxSubject } from '../saying/outbox.ts';
import { isZoneOld } from '../today.ts';
import { type Promises, promisesOn } from './promises.ts';

const requestsRead = 100;

/**
 * The requests that the clock has to look at: somebody is to be told, or their figures come from other settings or
 * time-zone data than today's. Its cost does not grow with the number of requests.
 */
export async function requestsToSweep(desk: Desk): Promise<string[]> {
  const { store, workspace, clock } = desk;
  const due = await store.requestsWithAlertsDue(clock.now(), requestsRead);
  if (due.length > 0) return due;
  const version = (await store.settings(workspace))?.version ?? 0;
  return store.requestsReckonedOtherwise(basisOfVersion(version), requestsRead);
}

/** Reckons one request anew and tells what is due, once: the alert is written down with what is to be said. */
export async function sweepRequest(desk: Desk, id: string): Promise<void> {
  await learnZones(desk, id);
  const told = await desk.store.write(async (transaction) => {
    const request = await transaction.request(id);
    if (!request) return null;
    const settings = await settingsInForce(desk, transaction);
    const before = await transaction.commitments(id);
    const history = await transaction.history(id);
    const promises = await promisesOn(transaction, request, history, settings, desk.clock.now());
    const leads = await leadsInForce(transaction, settings);
    const steps: Step[] = [];
    for (const [index, course] of promises.courses.entries()) {
      const commitment = promises.commitments[index];
      if (!commitment) throw new Error('every course has its commitment');
      const on = { reading: transaction, request, settings, leads, promises, course, commitment };
      steps.push(await dueOn(on));
    }
    const alerts = steps.flatMap((step) => step.alerts);
    const commitments = steps.map((step) => step.commitment);
    await transaction.saveCommitments(id, commitments);
    await transaction.recordAlerts(
      id,
      alerts.map(({ subject: { clock, round, alert, at } }) => ({ clock, round, kind: alert, at })),
      promises.now,
    );
    const shown = showsOtherwise(before, commitments) ? cards(null, request) : [];
    await transaction.announce(
      [...shown, ...alerts.map(({ subject }) => subject)].map((subject) => ({
        id: desk.newId(),
        workspace: desk.workspace,
        subject,
        at: promises.now,
      })),
    );
    return { key: requestKey(request.number), alerts };
  });
  for (const { subject } of told?.alerts ?? []) {
    desk.log.info({ request: told?.key, clock: subject.clock, alert: subject.alert }, 'alert told');
  }
}

/** Slack is asked before the transaction, which must not wait for it: who was never seen has a zone all the same. */
async function learnZones(desk: Desk, id: string): Promise<void> {
  const { store, directory, clock } = desk;
  const request = await store.request(id);
  if (!request) return;
  const leads = await leadsInForce(store, await settingsInForce(desk, store));
  const owners = request.checks
    .filter(isPending)
    .flatMap(({ owners, standIn }) => (standIn ? [...owners, standIn] : owners));
  const hearers = [request.assignee, request.requester, leads.it, leads.marketing, ...owners];
  const known = await store.people(hearers.filter((person) => person !== null));
  for (const person of new Set(hearers)) {
    const profile = person && known.get(person);
    if (person && (!profile || isZoneOld(profile, clock.now()))) await directory.person(person);
  }
}

type AlertSubject = Extract<OutboxSubject, { kind: 'alert' }>;

interface Step {
  alerts: { subject: AlertSubject }[];
  commitment: Commitment;
}

/** What is to be told now of one clock, and when to look at it again. */
async function dueOn(on: {
  reading: Reading;
  request: Request;
  settings: Settings;
  leads: Leads;
  promises: Promises;
  course: Course;
  commitment: Commitment;
}): Promise<Step> {
  const { reading, request, settings, leads, promises, course, commitment } = on;
  const { now, shares, told } = promises;
  if (commitment.nextAlertAt === null || commitment.nextAlertAt > now) return { alerts: [], commitment };
  const alerts: Step['alerts'] = [];
  const again: Instant[] = [];
  for (const alert of alertsToTell(promiseClock(course), kindsTold(told, course), now, shares)) {
    if (alert.at > now) {
      again.push(alert.at);
      continue;
    }
    const owner = await ownerOf(reading, course, request, settings, now);
    const hearer = hearerOf(course, alert.kind, request, leads, owner);
    const from = request.priority === 1 ? now : await nextHeard(reading, hearer, settings, now);
    if (from === now) alerts.push({ subject: subjectOf(request, course, alert, hearer) });
    else if (from !== undefined) again.push(from);
  }
  const nextAlertAt = again.length > 0 ? Math.min(...again) : null;
  return { alerts, commitment: { ...commitment, nextAlertAt } };
}

function kindsTold(told: readonly ToldAlert[], { clock, round }: Course): AlertKind[] {
  return told.flatMap((each) => (each.clock === clock && each.round === round ? [each.kind] : []));
}

/** Whose turn the check of a clock is today; null where it is not about one. */
async function ownerOf(
  reading: Reading,
  { check: name }: Course,
  request: Request,
  settings: Settings,
  now: Instant,
): Promise<PersonId | null> {
  const check = request.checks.find((each) => each.name === name);
  return check ? ownerToday(reading, check, request, settings, now) : null;
}

/** Who is told, and where: in the thread of their card, or, who has none, in a direct message. */
type Hearer =
  | { party: Side; place: 'triage-thread'; person: PersonId | null }
  | { party: Debtor; place: 'private-thread' | 'direct'; person: PersonId };

/** Whoever can act: at first the one who has it, later that side's lead. */
function hearerOf(
  { clock, debtor }: Course,
  kind: AlertKind,
  request: Request,
  leads: Leads,
  owner: PersonId | null,
): Hearer {
  switch (debtor) {
    case 'marketing':
      return kind === 'escalation' && leads.marketing
        ? { party: 'marketing', place: 'direct', person: leads.marketing }
        : { party: 'marketing', place: 'private-thread', person: request.requester };
    case 'check-owner':
      if (owner && kind !== 'escalation') return { party: 'check-owner', place: 'direct', person: owner };
      return leads.it
        ? { party: 'it', place: 'direct', person: leads.it }
        : { party: 'it', place: 'triage-thread', person: request.assignee };
    case 'it':
    case 'third-party':
      return (kind === 'escalation' || clock === 'ruling') && leads.it
        ? { party: 'it', place: 'direct', person: leads.it }
        : { party: 'it', place: 'triage-thread', person: request.assignee };
    default:
      return assertNever(debtor);
  }
}

function subjectOf(request: Request, course: Course, alert: Alert, hearer: Hearer): AlertSubject {
  const { clock, round } = course;
  const fact = { kind: 'alert', request: request.id, clock, round, alert: alert.kind, at: alert.at } as const;
  return hearer.place === 'triage-thread'
    ? { ...fact, audience: hearer.place }
    : { ...fact, audience: hearer.place, recipient: hearer.person };
}

/** Cards show due times and what is late. */
function showsOtherwise(before: readonly Commitment[], after: readonly Commitment[]): boolean {
  const shown = (commitments: readonly Commitment[]) =>
    JSON.stringify(
      commitments.map(({ clock, round, dueAt, budget, verdict }) => [clock, round, dueAt, budget, verdict]),
    );
  return shown(before) !== shown(after);
}
