import type { User } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Finds a person by id or by name (`mia`). */
export function findUser(workspace: Workspace, idOrName: string): User | undefined {
  return workspace.users.get(idOrName) ?? workspace.users.all().find((user) => user.name === idOrName);
}

/** The same; throws if there is none. */
export function knownUser(workspace: Workspace, idOrName: string): User {
  const user = findUser(workspace, idOrName);
  if (!user) throw new Error(`the sandbox has nobody called ${idOrName}`);
  return user;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than using it a thousand times. */
function zoneName(zone: string, style: 'long' | 'longOffset', instant: number): string {
  const key = `${style} ${zone}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style });
  formats.set(key, format);
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** Seconds east of UTC in that zone at that instant, as `tz_offset` of `users.info`. */
export function zoneOffset(zone: string, instant: number): number {
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(zoneName(zone, 'longOffset', instant));
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/** The zone's long name, as `tz_label` of `users.info`. */
export function zoneLabel(zone: string, instant: number): string {
  return zoneName(zone, 'long', instant);
}

export function saveUser(workspace: Workspace, user: User): void {
  workspace.users.put(user.id, user);
  workspace.changes.emit({ type: 'users' });
}
