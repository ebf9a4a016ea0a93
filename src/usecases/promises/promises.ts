import type { RequestEvent } from '../../domain/request/events.ts';
import type { Request } from '../../domain/request/request.ts';
import { defaultSettings } from '../../domain/settings/default-settings.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Commitment, ToldAlert } from '../../domain/sla/commitment.ts';
import { coursesOf } from '../../domain/sla/commitments.ts';
import type { Course } from '../../domain/sla/course.ts';
import { always, type Policies, type PolicyVersion } from '../../domain/sla/policy.ts';
import { basisOf, keepingVerdicts, type Reckoning, reckon } from '../../domain/sla/reckon.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../ports.ts';

/** What is owed on a request, reckoned anew. */
export interface Promises extends Reckoning {
  courses: Course[];
  /** One for each course; what had ended is as it was written down then. */
  commitments: Commitment[];
  told: ToldAlert[];
}

/** @param now not earlier than anything that is known of the request, or else the later one is taken */
export async function promisesOn(
  reading: Reading,
  request: Request,
  history: readonly RequestEvent[],
  settings: Settings,
  now: Instant,
): Promise<Promises> {
  const told = await reading.toldAlerts(request.id);
  // The machine's time may have been set back: what has elapsed stays elapsed.
  const latest = Math.max(now, request.changedAt, ...told.map(({ at }) => at));
  const policies = await policiesOn(reading, request, latest);
  const { commitments, ...promises } = reckoned({ request, history, told, policies, settings }, latest);
  return { ...promises, commitments: keepingVerdicts(await reading.commitments(request.id), commitments) };
}

/** What is owed on a request from its first moment on: nothing was told or kept of it yet. */
export async function firstCommitments(
  reading: Reading,
  request: Request,
  history: readonly RequestEvent[],
  settings: Settings,
): Promise<Commitment[]> {
  const { submittedAt } = request;
  const policies = await policiesOn(reading, request, submittedAt);
  return reckoned({ request, history, told: [], policies, settings }, submittedAt).commitments;
}

function reckoned(
  known: {
    request: Request;
    history: readonly RequestEvent[];
    told: ToldAlert[];
    policies: Policies;
    settings: Settings;
  },
  now: Instant,
): Promises {
  const { request, history, told, policies, settings } = known;
  const reckoning = { now, told, shares: settings.alerts, basis: basisOf(policies) };
  const courses = coursesOf(request, history, policies, now);
  return { ...reckoning, courses, commitments: courses.map((course) => reckon(course, reckoning)) };
}

/** The settings in force when a request was submitted and all that came after them; the defaults if there are none. */
export async function policiesOn(
  reading: Reading,
  { workspace, submittedAt }: Pick<Request, 'workspace' | 'submittedAt'>,
  now: Instant,
): Promise<Policies> {
  const stored = await reading.settingsSince(workspace, submittedAt);
  const [first, ...later] = stored.map(
    ({ version, changedAt, document }): PolicyVersion => ({
      version,
      // What is stored is in force, even if the machine's time was set back since.
      from: Math.min(changedAt, now),
      settings: document,
    }),
  );
  return first ? [first, ...later] : always(defaultSettings('UTC'), 0);
}
