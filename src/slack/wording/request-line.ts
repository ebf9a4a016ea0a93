import type { Side } from '../../domain/person.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestLine } from '../../usecases/list-requests.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { placeOf } from './turn.ts';

/** A request in two short lines of mrkdwn, for lists. */
export function lineInList({ request, title, next }: RequestLine, side: Side | null, now: Instant): string {
  const due = next?.dueAt ?? null;
  const when = due === null ? '' : ` · ${now > due ? 'was due' : 'next step by'} ${moment(due)}`;
  return `*${requestKey(request.number)}* ${inline(title, ours.title)}\n${placeOf({ request }, { side })}${when}`;
}
