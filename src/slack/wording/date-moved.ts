import type { RequestEvent } from '../../domain/request/events.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { day } from '../kit/date.ts';

/** What a version did to the date, compared with the one before it; nothing where the date stayed. */
export function dateMoved(version: number, { history }: RequestView): string {
  const proposals = history.filter((event) => event.type === 'DefinitionProposed');
  const is = proposals.find((event) => event.version === version);
  const was = proposals.findLast((event) => event.version < version && isSigned(event.version, history));
  if (!is || !was) return '';
  const before = history.findLast((event) => event.type === 'DateNamed' && event.seq < is.seq);
  const from = was.date ?? (before?.type === 'DateNamed' ? before.date : null);
  if (from === is.date) return ' The date stays.';
  return ` The date: ${from ? day(from) : 'none'} → ${is.date ? day(is.date) : 'none'}.`;
}

/** The first version is what the request asked for, signed by both or not. */
function isSigned(version: number, history: readonly RequestEvent[]): boolean {
  return (
    version === 1 || history.some((event) => event.type === 'DefinitionSigned' && event.version === version)
  );
}
