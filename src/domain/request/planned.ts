import type { LocalDate } from '../time.ts';
import type { Request } from './request.ts';

/** The day for which accepted work is agreed, or waits to be; null for what nobody has accepted, or what was ended undone. */
export function plannedOn({ size, state, agreement }: Request): LocalDate | null {
  if (size === null || !isPlanned(state)) return null;
  return (agreement.inForce ?? agreement.proposed)?.date ?? null;
}

function isPlanned(state: Request['state']): boolean {
  switch (state.status) {
    case 'agreeing':
    case 'checking':
    case 'in-progress':
    case 'delivered':
    case 'done':
      return true;
    case 'needs-info':
    case 'on-hold':
      return state.backTo === 'in-progress';
    default:
      return false;
  }
}
