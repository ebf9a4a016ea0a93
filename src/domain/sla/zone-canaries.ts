import type { Instant } from '../time.ts';
import { offsetAt } from './zone.ts';

const hour = 60 * 60_000;

export interface Canary {
  zone: string;
  instant: Instant;
  /** Milliseconds ahead of UTC. */
  offset: number;
}

function canary(zone: string, instant: string, hours: number): Canary {
  return { zone, instant: Date.parse(instant), offset: hours * hour };
}

/**
 * What the time-zone data must say. Beside the zones that many teams work in stand those whose rules changed lately:
 * an old database gets exactly these wrong.
 */
export const zoneCanaries: readonly Canary[] = [
  canary('UTC', '2026-07-01T12:00Z', 0),
  canary('Europe/London', '2026-01-15T12:00Z', 0),
  canary('Europe/London', '2026-07-15T12:00Z', 1),
  canary('Europe/Berlin', '2026-03-29T00:59Z', 1),
  canary('Europe/Berlin', '2026-03-29T01:00Z', 2),
  canary('Europe/Paris', '2026-10-25T00:59Z', 2),
  canary('Europe/Paris', '2026-10-25T01:00Z', 1),
  canary('America/New_York', '2026-03-08T06:59Z', -5),
  canary('America/New_York', '2026-03-08T07:00Z', -4),
  canary('America/Chicago', '2026-07-15T12:00Z', -5),
  canary('America/Los_Angeles', '2026-11-01T09:00Z', -8),
  canary('America/Sao_Paulo', '2026-01-15T12:00Z', -3),
  canary('Asia/Kolkata', '2026-01-15T12:00Z', 5.5),
  canary('Asia/Tokyo', '2026-01-15T12:00Z', 9),
  canary('Australia/Sydney', '2026-01-15T12:00Z', 11),
  canary('Australia/Lord_Howe', '2026-07-15T12:00Z', 10.5),
  // Summer time given up or taken up again.
  canary('Pacific/Apia', '2026-01-15T12:00Z', 13),
  canary('Asia/Amman', '2026-01-15T12:00Z', 3),
  canary('America/Mexico_City', '2026-07-15T12:00Z', -6),
  canary('Africa/Cairo', '2026-07-15T12:00Z', 3),
  canary('America/Nuuk', '2026-01-15T12:00Z', -2),
  canary('Asia/Almaty', '2026-01-15T12:00Z', 5),
  canary('America/Asuncion', '2026-07-15T12:00Z', -3),
  // 2026: British Columbia and Alberta stay on summer time, Morocco leaves it.
  canary('America/Vancouver', '2026-12-15T12:00Z', -7),
  canary('America/Edmonton', '2026-12-15T12:00Z', -6),
  canary('Africa/Casablanca', '2026-12-15T12:00Z', 0),
];

export interface CanaryFault {
  canary: Canary;
  /** What the run-time's data says instead; NaN for a zone it does not know. */
  found: number;
}

/** The canaries of the configured zones that the run-time's time-zone data gets wrong. */
export function wrongCanaries(
  zones: readonly string[],
  offset: (zone: string, instant: Instant) => number = offsetAt,
): CanaryFault[] {
  return zoneCanaries
    .filter(({ zone }) => zones.includes(zone))
    .map((canary) => ({ canary, found: offset(canary.zone, canary.instant) }))
    .filter(({ canary, found }) => found !== canary.offset);
}
