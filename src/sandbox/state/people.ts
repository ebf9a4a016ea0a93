import type { User } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Finds a person by id or by name (`mia`). */
export function findUser(workspace: Workspace, idOrName: string): User | undefined {
  return workspace.users.get(idOrName) ?? workspace.users.all().find((user) => user.name === idOrName);
}

/** Seconds east of UTC in that zone at that instant, as `tz_offset` of `users.info`. */
export function zoneOffset(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/** The zone's long name, as `tz_label` of `users.info`. */
export function zoneLabel(zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' }).formatToParts(
    instant,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

export function saveUser(workspace: Workspace, user: User): void {
  workspace.users.put(user.id, user);
  workspace.changes.emit({ type: 'users' });
}
