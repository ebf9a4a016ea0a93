import type { Clock } from '../clock.ts';
import type { PersonId } from '../domain/person.ts';
import { personId, type Side } from '../domain/person.ts';
import type { Request } from '../domain/request/request.ts';
import { type Actor, actorOn, type Leads, type Signers, type Standing } from '../domain/request/rights.ts';
import { defaultSettings } from '../domain/settings/default-settings.ts';
import type { Settings } from '../domain/settings/settings.ts';
import type { Directory, Reading, Store } from './ports.ts';

/** One log line per fact; the shape that pino has. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the environment fixes, whatever the stored settings say. */
export interface FixedSettings {
  triageChannel?: string | undefined;
  digestChannel?: string | undefined;
  itUsergroup?: string | undefined;
}

/** What every use case is handed. */
export interface Desk {
  workspace: string;
  store: Store;
  directory: Directory;
  clock: Clock;
  newId: () => string;
  log: Log;
  fixed: FixedSettings;
  /** True while many people wait for an answer at once: what can be left out gives way to them. */
  isCrowded: () => boolean;
}

/** The settings in force: the stored document, the defaults before the first one, and the environment over both. */
export async function settingsInForce(
  desk: Pick<Desk, 'workspace' | 'fixed'>,
  reading: Reading,
): Promise<Settings> {
  const stored = (await reading.settings(desk.workspace))?.document ?? defaultSettings('UTC');
  return withFixed(stored, desk.fixed);
}

export function withFixed(stored: Settings, fixed: FixedSettings): Settings {
  return {
    ...stored,
    triageChannel: fixed.triageChannel ?? stored.triageChannel,
    itUsergroup: fixed.itUsergroup ?? stored.itUsergroup,
    digest: { ...stored.digest, channel: fixed.digestChannel ?? stored.digest.channel },
  };
}

/** Until leads are named, what would go to them goes to whoever installed the app. */
export async function leadsInForce(reading: Reading, settings: Settings): Promise<Leads> {
  if (settings.leads.marketing && settings.leads.it) return settings.leads;
  const installer = (await reading.workspace())?.installer ?? null;
  return { marketing: settings.leads.marketing ?? installer, it: settings.leads.it ?? installer };
}

/** Who somebody is on a request: the one place where standing, leads and the request meet. */
export async function actorFor(
  reading: Reading,
  request: Request,
  standing: Standing,
  settings: Settings,
): Promise<Actor> {
  const leads = await leadsInForce(reading, settings);
  return actorOn(request, standing, leads, signersOf(settings, leads));
}

/** The one person who signs for each side; null where everybody who acts for it may. */
export function signersOf({ signers }: Pick<Settings, 'signers'>, leads: Leads): Signers {
  const named = (side: Side) => {
    const signer = signers[side];
    if (signer === 'anyone') return null;
    return signer === 'lead' ? leads[side] : signer;
  };
  return { marketing: named('marketing'), it: named('it') };
}

export function colleague(desk: Pick<Desk, 'workspace'>, user: string): PersonId {
  return personId(desk.workspace, user);
}
