import type { Figures } from '../../../../src/domain/digest/figures.ts';
import { type Ask, inWeek } from './ask.ts';
import { endings, list } from './retold.ts';

/** A delivery is settled when the request is closed with it, everything else when it ends. Without a budget nothing was promised. */
const settled = `
  with settled as (
    select request.number as request, commitment.*, case clock
      when 'delivery' then (select min(at) from request_event
        where request_event.request_id = commitment.request_id and at >= ended_at and type in (${list(endings)}))
      else ended_at end as at
    from commitment join request on request.id = request_id
    where ended_at is not null and budget is not null)`;

const inOrder = 'order by request, started_at, round, clock';
const before = 'at >= @earlier and at < @week';

/** A promise that somebody broke; what only a change made late counts for neither. */
const isLate = `verdict = 'missed' and not by_change`;
export const isOverdue = `ended_at is null and (verdict = 'missed' or (verdict = 'running' and due_at < @now))`;

export function promisesBySql(ask: Ask): Figures['promises'] {
  return { it: sideOf(ask, 'it'), marketing: sideOf(ask, 'marketing') };
}

function sideOf({ all, number, listed }: Ask, side: 'it' | 'marketing'): Figures['promises']['it'] {
  const ofSide = `${settled} select request, clock from settled where debtor = '${side}'`;
  const count = (which: string) =>
    number(`${settled} select count(*) from settled where debtor = '${side}' and ${before} and ${which}`);
  return {
    kept: listed(`${ofSide} and ${inWeek} and verdict = 'met' ${inOrder}`),
    late: listed(`${ofSide} and ${inWeek} and ${isLate} ${inOrder}`),
    lateByChange: listed(`${ofSide} and ${inWeek} and verdict = 'missed' and by_change ${inOrder}`),
    overdue: listed(`select number as request, clock from commitment join request on request.id = request_id
      where debtor = '${side}' and budget is not null and ${isOverdue} ${inOrder}`),
    before: { kept: count(`verdict = 'met'`), late: count(isLate) },
    lateByClock: all(`${settled}
      select clock, sum(${inWeek}) as now, sum(${before}) as before from settled
      where debtor = '${side}' and ${isLate} and at >= @earlier and at < @end group by clock
      order by case clock when 'first-response' then 1 when 'decision' then 2 when 'answer' then 3
        when 'agreement' then 4 when 'ruling' then 5 when 'delivery' then 6 else 7 end`),
  };
}
