import type { PersonId } from '../../domain/person.ts';
import { type Freeze, mostFreezes } from '../../domain/roadmap/freeze.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { changePlans } from './change-plans.ts';

export interface FreezeEntry extends Omit<Freeze, 'id' | 'revision'> {
  person: PersonId;
  cause: string;
  /** Null for a new one. */
  id: string | null;
  /** The revision that was on the screen; 0 for a new one. */
  seen: number;
}

/** IT's lead says what is left as it is, from when to when, and why. It warns, and keeps nobody from anything. */
export async function keepFreeze(desk: Desk, entry: FreezeEntry): Promise<Outcome<'kept' | 'moved-on'>> {
  const { id, seen, from, to, what, why } = entry;
  const kept: Freeze = { id: id ?? desk.newId(), revision: seen + 1, from, to, what, why };
  return changePlans(desk, entry, (settings) => {
    const { freezes } = settings;
    if (id === null && freezes.length >= mostFreezes) return { code: 'too-many-freezes' };
    if (id === null) return { ...settings, freezes: [...freezes, kept] };
    const before = freezes.find((each) => each.id === id);
    if (!before) return { code: 'no-such-freeze' };
    if (before.revision !== seen) return 'moved-on';
    return { ...settings, freezes: freezes.map((each) => (each.id === id ? kept : each)) };
  });
}

export async function removeFreeze(
  desk: Desk,
  order: { person: PersonId; cause: string; id: string },
): Promise<Outcome<'kept' | 'moved-on'>> {
  return changePlans(desk, order, (settings) => ({
    ...settings,
    freezes: settings.freezes.filter(({ id }) => id !== order.id),
  }));
}
