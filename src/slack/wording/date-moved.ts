import type { RequestEvent } from '../../domain/request/events.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { day } from '../kit/date.ts';

/** What the signature under a version did to the date, compared with what was agreed or, before that, asked for. */
export function dateMoved(version: number, { history }: RequestView): string {
  return compared(version, history, (earlier) => earlier[0]);
}

/** What a suggestion would do to the date, compared with what is agreed or, before that, the last suggestion. */
export function dateSuggested(version: number, { history }: RequestView): string {
  return compared(version, history, (earlier) => earlier.at(-1));
}

type Proposal = Extract<RequestEvent, { type: 'DefinitionProposed' }>;

function compared(
  version: number,
  history: readonly RequestEvent[],
  unsigned: (earlier: readonly Proposal[]) => Proposal | undefined,
): string {
  const proposals = history.filter((event) => event.type === 'DefinitionProposed');
  const is = proposals.find((event) => event.version === version);
  const earlier = proposals.filter((event) => event.version < version);
  const was = earlier.findLast((event) => isSigned(event.version, history)) ?? unsigned(earlier);
  if (!is || !was) return '';
  const before = history.findLast((event) => event.type === 'DateNamed' && event.seq < is.seq);
  const from = was.date ?? (before?.type === 'DateNamed' ? before.date : null);
  if (from === is.date) return ' The date stays.';
  return ` The date: ${from ? day(from) : 'none'} → ${is.date ? day(is.date) : 'none'}.`;
}

function isSigned(version: number, history: readonly RequestEvent[]): boolean {
  return history.some((event) => event.type === 'DefinitionSigned' && event.version === version);
}
