import type { Instant } from '../time.ts';
import { breachOf, type PromiseClock, shareReachedAt } from './clocks.ts';

export type AlertKind = 'at-risk' | 'breach' | 'escalation';

/** Shares of the budget, measured in working time. */
export interface AlertShares {
  atRisk: number;
  escalation: number;
}

export const defaultAlertShares: AlertShares = { atRisk: 0.75, escalation: 1.25 };

export interface Alert {
  kind: AlertKind;
  /** When it became true, which may be long before it is told. */
  at: Instant;
}

/**
 * The alerts of an open clock that are still to be told, by time. Each kind is told once; the warning is pointless once
 * the breach has come. When the one it concerns may be disturbed is the caller's question (`nextOpen`).
 */
export function alertsToTell(
  clock: PromiseClock,
  told: readonly AlertKind[],
  now: Instant,
  shares: AlertShares = defaultAlertShares,
): Alert[] {
  if (clock.stoppedAt !== undefined) return [];
  const breachedAt = breachOf(clock)?.at;
  const moments: { kind: AlertKind; at: Instant | undefined }[] = [
    { kind: 'at-risk', at: shareReachedAt(clock, shares.atRisk) },
    { kind: 'breach', at: breachedAt },
    { kind: 'escalation', at: shareReachedAt(clock, shares.escalation) },
  ];
  const breached = told.includes('breach') || (breachedAt !== undefined && breachedAt <= now);
  return moments
    .flatMap(({ kind, at }) => (at === undefined ? [] : [{ kind, at }]))
    .filter(({ kind }) => !told.includes(kind) && !(kind === 'at-risk' && breached))
    .sort((a, b) => a.at - b.at);
}
