import type { Side } from '../../domain/person.ts';
import { hasEnded } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { restInWords } from '../../domain/sla/business-time.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestLine } from '../../usecases/request/request-line.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { endInWords, placeOf } from './turn.ts';

/** A request in two short lines of mrkdwn, for lists. */
export function lineInList(line: RequestLine, side: Side | null, now: Instant): string {
  const { request, title, next, left } = line;
  const end = hasEnded(request.state) ? ` · ${endInWords(request.state)}` : '';
  const place = `${placeOf({ request }, { side })}${end}`;
  const due = next?.dueAt ?? null;
  const isLate = due !== null && now > due;
  const when =
    due === null ? '' : ` · ${isLate ? `was ${moment(due, 'due')}` : `next step ${moment(due, 'by')}`}`;
  // Lists are made when somebody looks, so what is left may stand here; on a posted card it would go stale.
  const rest = left && !isLate ? ` · ${restInWords(left.time, left.calendar)} left` : '';
  return `*${requestKey(request.number)}* ${inline(title, ours.title)}\n${place}${when}${rest}`;
}
