import type { Figures } from '../../../../src/domain/digest/figures.ts';
import { sizeCountsSchema } from '../../../../src/domain/roadmap/capacity.ts';
import { type Ask, inWeek, today } from './ask.ts';

/** New tools that were asked for in the week, by what was said of the contract. */
export function contractBySql({ values, listed }: Ask): Figures['contract'] {
  const judged = `
    with wish as (
      select number as request, submitted_at as at, json_extract(text, '$.details.contract') as contract,
        json_extract(text, '$.details.where') as stand, json_extract(document, '$.neededBy') as needed
      from request join body on body.id = json_extract(document, '$.brief') where kind = 'tool'),
    judged as (
      select *, case when contract = 'signed' or stand = 'bought' then 'after'
        when contract is null and stand is null then 'unknown' else 'before' end as came
      from wish where ${inWeek})`;
  const came = (when: string) =>
    listed(`${judged} select request from judged where came = '${when}' order by 1`);
  return {
    ...{ before: came('before'), after: came('after'), unknown: came('unknown') },
    daysAhead: values(`${judged}
      select cast(julianday(needed) - julianday(date(at / 1000, 'unixepoch')) as integer)
      from judged where came = 'before' and needed is not null order by 1`),
  };
}

/** This month and the next: what is agreed for it, or waits to be, and what the newest settings say that IT can do. */
export function loadBySql({ all }: Ask): Figures['load'] {
  const months = all<Record<'S' | 'M' | 'L', number> & { month: string; stated: string | null }>(`
    with month(name) as (
      select strftime('%Y-%m', ${today}) union all select strftime('%Y-%m', ${today}, 'start of month', '+1 month')),
    planned as (
      select size, strftime('%Y-%m', coalesce(agreed_on, proposed_for)) as month from stand
      where accepted > began and last_move not in
        ('RequestDeclined', 'DeclineContested', 'DeclineUpheld', 'RequestNoted', 'RequestWithdrawn', 'RequestMerged')),
    said as (select json_extract(document, '$.capacity') as capacity from settings order by version desc limit 1)
    select month.name as month, coalesce(sum(size = 'S'), 0) as S, coalesce(sum(size = 'M'), 0) as M,
      coalesce(sum(size = 'L'), 0) as L,
      (select coalesce(capacity -> ('$.months."' || month.name || '"'), nullif(capacity -> '$.usual', 'null')) from said) as stated
    from month left join planned on planned.month = month.name group by month.name order by 1`);
  return months.map(({ month, stated, ...accepted }) => ({
    ...{ month, accepted },
    capacity: stated === null ? null : sizeCountsSchema.parse(JSON.parse(stated)),
  }));
}

/** What stands in the calendar of the next two weeks, and contracts with notice due in 90 days. */
export function aheadBySql({ all }: Ask): Pick<Figures, 'dates' | 'launches' | 'renewals'> {
  const soon = (day: string) => `${day} >= ${today} and ${day} < date(${today}, '+14 days')`;
  const dates = all<Figures['dates']['rows'][number]>(`
    with day as (
      select number, agreed_on as day, 'promised' as what from stand where party is not null
      union all select number, needed_by, 'wanted' from stand where party is not null and agreed_on is null
      union all select number, review_on, 'review' from stand where last_move = 'RequestHeld')
    select day as "on", what, number as request from day where ${soon('day')} order by day, number, what = 'review'`);
  return {
    dates: { count: dates.length, rows: dates },
    launches: all(`select id as launch, date as "on" from launch
      where not cancelled and ${soon('date')} order by date, id`),
    renewals: all(`
      with contract as (
        select id, sort_name, date(json_extract(details, '$.contractEnd'),
          '-' || coalesce(json_extract(details, '$.noticeDays'), 0) || ' days') as notice
        from tool where state in ('live', 'pilot'))
      select id as tool, notice as noticeOn from contract
      where notice between ${today} and date(${today}, '+90 days') order by notice, sort_name`),
  };
}
