import type { RequestKind } from '../request/kind.ts';
import type { Priority } from '../request/priority.ts';
import type { Settings } from '../settings/settings.ts';
import { budgetedClocks } from '../settings/targets.ts';
import type { Instant } from '../time.ts';

/** What clocks are made from. */
export type PolicySettings = Pick<Settings, 'hours' | 'targets' | 'policies'>;

/** The settings of one stretch of time. */
export interface PolicyVersion {
  /** The settings' version; 0 for the defaults before the first. */
  version: number;
  /** In force from here until the next one; the first holds for everything before it, too. */
  from: Instant;
  settings: PolicySettings;
}

/** In order, each in force until the next. */
export type Policies = readonly [PolicyVersion, ...PolicyVersion[]];

/** What holds for one request at one instant. */
export type Policy = Pick<Settings, 'hours' | 'targets'>;

/** Settings that never changed. */
export function always(settings: PolicySettings, version = 1): Policies {
  return [{ version, from: Number.NEGATIVE_INFINITY, settings }];
}

export function policyVersionAt(policies: Policies, instant: Instant): PolicyVersion {
  return policies.findLast(({ from }) => from <= instant) ?? policies[0];
}

/** The standing targets, with the first exception that names a clock in its place. */
export function policyFor(
  { hours, targets, policies }: PolicySettings,
  { kind, priority }: { kind: RequestKind; priority: Priority },
): Policy {
  const fitting = policies.filter(
    (each) =>
      (each.kind === undefined || each.kind === kind) &&
      (each.priority === undefined || each.priority === priority),
  );
  const inForce = { ...targets };
  for (const clock of budgetedClocks) {
    const exception = fitting.find((each) => each.targets[clock] !== undefined);
    inForce[clock] = exception?.targets[clock] ?? targets[clock];
  }
  return { hours, targets: inForce };
}
