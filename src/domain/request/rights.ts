import type { PersonId, Side } from '../person.ts';
import type { Request } from './request.ts';

/** In what capacity somebody acts on one request. */
export const roles = [
  'requester',
  'marketing-lead',
  'it',
  'it-lead',
  'check-owner',
  'colleague',
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

/** A person on one request: the side they act for there, and the roles they hold. */
export interface Actor {
  person: PersonId | null;
  side: Side | null;
  roles: Role[];
}

/** The clock acts for no side. */
export const theClock: Actor = { person: null, side: null, roles: ['clock'] };

/**
 * The side is held per request: its author and its requester act for marketing on it even if they work in IT. The
 * owner of a check who belongs to neither side acts for the check alone.
 */
export function actorOn(
  request: Pick<Request, 'requester' | 'author' | 'checks'>,
  standing: Standing,
  leads: Leads,
): Actor {
  const { person } = standing;
  if (!standing.isMember) return { person, side: null, roles: [] };
  const held: Role[] = request.checks.some((check) => check.owner === person) ? ['check-owner'] : [];
  if (person === request.requester || person === request.author) {
    return {
      person,
      side: 'marketing',
      roles: [...held, 'requester', ...leadOf(leads.marketing, person, 'marketing-lead')],
    };
  }
  if (person === leads.marketing) return { person, side: 'marketing', roles: [...held, 'marketing-lead'] };
  if (standing.isIt || person === leads.it) {
    return { person, side: 'it', roles: [...held, 'it', ...leadOf(leads.it, person, 'it-lead')] };
  }
  // Everybody else of the workspace may only look on.
  return { person, side: null, roles: [...held, 'colleague'] };
}

function leadOf(lead: PersonId | null, person: PersonId, role: Role): Role[] {
  return lead === person ? [role] : [];
}
