import type { Settings } from '../../domain/settings/settings.ts';
import { workingDayInWords } from '../../domain/sla/business-time.ts';
import { type Calendar, overlappingHours } from '../../domain/sla/calendar.ts';
import { nextOpen } from '../../domain/sla/due.ts';
import { isZone, zoneDataVersion } from '../../domain/sla/zone.ts';
import { wrongCanaries } from '../../domain/sla/zone-canaries.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../ports.ts';

/** One thing that was looked at, and what to do where it is not as it should be. */
export type Finding = { ok: true; what: string } | { ok: false; what: string; remedy: string };

const hour = 60 * 60_000;

export function good(what: string): Finding {
  return { ok: true, what };
}

export function bad(what: string, remedy: string): Finding {
  return { ok: false, what, remedy };
}

/** What can be said of the settings without asking anybody. */
export function checkSettings(settings: Settings, now: Instant): Finding[] {
  const { hours, digest, leads, triageChannel } = settings;
  return [
    ...checkZones([...new Set([hours.it.zone, hours.marketing.zone, digest.zone])]),
    checkCalendar('IT', hours.it, now),
    checkCalendar('Marketing', hours.marketing, now),
    good(`${settings.policies.length} exceptions by kind or priority; every clock has a target`),
    triageChannel
      ? good(`IT’s channel is ${triageChannel}`)
      : bad('IT has no channel', 'choose one by /martech-request setup, or set TRIAGE_CHANNEL'),
    leads.it && leads.marketing
      ? good('both sides have a lead')
      : bad('a lead is missing', 'name both by /martech-request setup; until then the installer stands in'),
  ];
}

function checkZones(zones: readonly string[]): Finding[] {
  const unknown = zones.filter((zone) => !isZone(zone));
  const faults = wrongCanaries(zones.filter((zone) => !unknown.includes(zone)));
  const remedy = `the time-zone data (${zoneDataVersion}) is outdated: update Node`;
  return [
    ...unknown.map((zone) => bad(`the zone ${zone} is not known here`, remedy)),
    ...faults.map(({ canary, found }) =>
      bad(
        `${canary.zone} at ${new Date(canary.instant).toISOString()} is ${found / hour} h from UTC, and should be ${canary.offset / hour} h`,
        remedy,
      ),
    ),
    ...(unknown.length + faults.length === 0
      ? [good(`the time-zone data (${zoneDataVersion}) is right for ${zones.join(', ')}`)]
      : []),
  ];
}

function checkCalendar(name: string, calendar: Calendar, now: Instant): Finding {
  const [overlap] = overlappingHours(calendar);
  if (nextOpen(now, calendar) === undefined) {
    return bad(`${name} never works, so nothing is ever due`, 'give it hours by /martech-request setup');
  }
  return overlap
    ? bad(`${name}’s hours: ${overlap.path.join('.')} ${overlap.message}`, 'mend them by npm run settings')
    : good(`${name} works in ${calendar.zone}, ${workingDayInWords(calendar)}`);
}

/** What the database says of the work that is going on. */
export async function checkWork(reading: Reading, workspace: string, now: Instant): Promise<Finding[]> {
  const dead = await reading.deadOutbox(workspace, 100);
  const next = await reading.nextAlertAt();
  return [
    good('the database opens, and its schema is up to date'),
    dead.length > 0
      ? bad(
          `${dead.length} messages could not be sent: ${[...new Set(dead.map(({ error }) => error))].join(', ')}`,
          'App Home shows admins what helps',
        )
      : good('every message could be sent'),
    next !== null && next < now - hour
      ? bad('somebody should have been told of a due time an hour ago', 'start the app')
      : good('no alert is overdue'),
  ];
}
