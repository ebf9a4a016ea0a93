import { type PersonId, type Side, sides } from '../person.ts';
import type { Request } from './request.ts';

/** In what capacity somebody acts on one request. */
export const roles = [
  'requester',
  'marketing-lead',
  'it',
  'it-lead',
  'signer',
  'check-owner',
  'broker',
  'colleague',
  /** Whoever of marketing moves or cancels the launch that it is for. */
  'launch-keeper',
  'clock',
] as const;
export type Role = (typeof roles)[number];

/** What is known of a person, wherever they act. */
export interface Standing {
  person: PersonId;
  /** A full member of the workspace: no guest, bot, deactivated person or member of another workspace. */
  isMember: boolean;
  isIt: boolean;
}

export interface Leads {
  marketing: PersonId | null;
  it: PersonId | null;
}

/** Who signs for each side, where the settings name one person; null where everybody who acts for it may. */
export type Signers = Record<Side, PersonId | null>;

const everybody: Signers = { marketing: null, it: null };

/** A person on one request: the side they act for there, and the roles they hold. */
export interface Actor {
  person: PersonId | null;
  side: Side | null;
  roles: Role[];
  /** Who signs for their side in their place; absent where they may sign themselves. */
  signer?: PersonId | undefined;
}

/** Whoever keeps a launch acts for marketing on every request that is for it, in that one matter. */
export function launchKeeper(person: PersonId, { marketing }: Signers): Actor {
  const actor: Actor = { person, side: 'marketing', roles: ['launch-keeper'] };
  return marketing && marketing !== person ? { ...actor, signer: marketing } : actor;
}

/** What the settings say happens by itself, on IT's side. */
export const theDesk: Actor = { person: null, side: 'it', roles: ['it'] };

/** The clock acts for no side. */
export const theClock: Actor = { person: null, side: null, roles: ['clock'] };

/**
 * The side is held per request: its author and its requester act for marketing on it even if they work in IT. The
 * owner of a check who belongs to neither side acts for the check alone, and a request's broker for neither side.
 */
export function actorOn(
  request: Pick<Request, 'requester' | 'author' | 'checks' | 'broker'>,
  standing: Standing,
  leads: Leads,
  signers: Signers = everybody,
): Actor {
  const actor = placed(request, standing, leads, signers);
  const signer = actor.side && signers[actor.side];
  return signer && signer !== standing.person ? { ...actor, signer } : actor;
}

function placed(
  request: Pick<Request, 'requester' | 'author' | 'checks' | 'broker'>,
  standing: Standing,
  leads: Leads,
  signers: Signers,
): Actor {
  const { person } = standing;
  if (!standing.isMember) return { person, side: null, roles: [] };
  const isOwner = request.checks.some(({ owners, standIn }) => owners.includes(person) || standIn === person);
  const held: Role[] = isOwner ? ['check-owner'] : [];
  if (person === request.requester || person === request.author) {
    return {
      person,
      side: 'marketing',
      roles: [...held, 'requester', ...leadOf(leads.marketing, person, 'marketing-lead')],
    };
  }
  if (person === request.broker) return { person, side: null, roles: [...held, 'broker'] };
  if (person === leads.marketing) return { person, side: 'marketing', roles: [...held, 'marketing-lead'] };
  if (standing.isIt || person === leads.it) {
    return { person, side: 'it', roles: [...held, 'it', ...leadOf(leads.it, person, 'it-lead')] };
  }
  for (const side of sides) {
    if (person === signers[side]) return { person, side, roles: [...held, 'signer'] };
  }
  // Everybody else of the workspace may only look on.
  return { person, side: null, roles: [...held, 'colleague'] };
}

function leadOf(lead: PersonId | null, person: PersonId, role: Role): Role[] {
  return lead === person ? [role] : [];
}
