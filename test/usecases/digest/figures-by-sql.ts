import type { Database } from 'better-sqlite3';
import type { Slot } from '../../../src/domain/digest/schedule.ts';

/**
 * The figures of a week once more, by SQL from the tables alone: nothing of the app's own reckoning is used, save that
 * hours never close. Lists are numbers of requests, in order.
 */
export function figuresBySql(database: Database, slot: Slot, now: number) {
  const bound = { ...slot, week: slot.from, end: slot.to, earlier: slot.before.from, now };
  const { before: _before, ...values } = bound;
  const numbers = (sql: string): number[] => database.prepare(sql).pluck().all(used(sql)) as number[];
  const one = (sql: string): number => Number(database.prepare(sql).pluck().get(used(sql)) ?? 0);
  function used(sql: string) {
    return Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)));
  }

  const settled = `
    with settled as (
      select request.number, commitment.debtor, commitment.clock, commitment.verdict, commitment.by_change as excused,
        case when commitment.clock = 'delivery'
          then coalesce(
            (select min(at) from request_event where request_event.request_id = commitment.request_id
              and type in ('DeliveryConfirmed', 'ClosedUnconfirmed') and at >= commitment.ended_at),
            commitment.ended_at)
          else commitment.ended_at end as at
      from commitment join request on request.id = commitment.request_id
      where commitment.ended_at is not null and commitment.budget is not null)`;
  const inWeek = 'at >= @week and at < @end';
  const promises = (side: string) => ({
    kept: numbers(
      `${settled} select number from settled where debtor = '${side}' and verdict = 'met' and ${inWeek} order by 1`,
    ),
    late: numbers(`${settled} select number from settled
      where debtor = '${side}' and verdict = 'missed' and not excused and ${inWeek} order by 1`),
    overdue: numbers(`select number from commitment join request on request.id = request_id
      where debtor = '${side}' and ended_at is null and budget is not null
        and (verdict = 'missed' or (verdict = 'running' and due_at < @now)) order by 1`),
    before: {
      kept: one(`${settled} select count(*) from settled
        where debtor = '${side}' and verdict = 'met' and not excused and at >= @earlier and at < @week`),
      late: one(`${settled} select count(*) from settled
        where debtor = '${side}' and verdict = 'missed' and not excused and at >= @earlier and at < @week`),
    },
  });

  // Whom each fact hands the request to; facts that hand it to nobody leave it where it was.
  const held = `
    with handed as (
      select request_id, seq, at,
        case type
          when 'RequestSubmitted' then 'it' when 'WorkStarted' then 'it'
          when 'QuestionAsked' then 'marketing' when 'AnswerContinued' then 'marketing'
          when 'QuestionAnswered' then 'it' when 'QuestionTakenBack' then 'it'
          when 'AlternativeProposed' then 'marketing'
          when 'AlternativeTaken' then 'it' when 'AlternativeRefused' then 'it'
          when 'DefinitionProposed' then case
            when (select max(seq) from request_event a where a.request_id = e.request_id and a.seq < e.seq and a.type = 'RequestAccepted')
              > coalesce((select max(seq) from request_event w where w.request_id = e.request_id and w.seq < e.seq and w.type = 'WorkStarted'), 0)
            then case side when 'it' then 'marketing' else 'it' end end
          -- Accepted as it was proposed, or as IT proposes it anew in the same step.
          when 'RequestAccepted' then (
            select case p.side when 'it' then 'marketing' else 'it' end from request_event p
            where p.request_id = e.request_id and p.seq < e.seq and p.type = 'DefinitionProposed'
            order by p.seq desc limit 1)
          when 'RequestDelivered' then 'marketing' when 'DeliveryTakenBack' then 'it'
          when 'DeliveryRejected' then 'it' when 'RequestReopened' then 'it'
          when 'RequestHeld' then json_extract(data, '$.waitsFor.party') when 'RequestResumed' then 'it'
          when 'DeclineContested' then 'it' when 'DeclineOverturned' then 'it'
          when 'DeliveryConfirmed' then 'nobody' when 'ClosedUnconfirmed' then 'nobody'
          when 'RequestDeclined' then 'nobody' when 'DeclineUpheld' then 'nobody'
          when 'RequestWithdrawn' then 'nobody' when 'RequestNoted' then 'nobody' when 'RequestMerged' then 'nobody'
        end as party
      from request_event e),
    spans as (
      select party, request_id, at as since,
        coalesce(lead(at) over (partition by request_id order by seq), @end) as until
      from handed where party is not null)`;
  const time = (party: string) => ({
    time: one(
      `${held} select sum(max(0, min(until, @end) - max(since, @week))) from spans where party = '${party}'`,
    ),
    rows: numbers(`${held} select distinct number from spans join request on request.id = request_id
      where party = '${party}' and min(until, @end) > max(since, @week) order by 1`),
  });

  const told = (type: string, more = '') =>
    numbers(`select number from request_event join request on request.id = request_id
      where type = '${type}' and ${inWeek} ${more} order by 1`);
  const late = `exists (select 1 from commitment where request_id = request.id and ended_at is null
    and (verdict = 'missed' or (verdict = 'running' and due_at < @now)))`;
  const warned = `exists (select 1 from commitment join alert using (request_id, clock, round)
    where request_id = request.id and ended_at is null and kind = 'at-risk')`;
  const open = (party: string, which: string) =>
    numbers(`select number from request where open = 1 and waits_on = '${party}' and ${which} order by 1`);
  const rejected = `exists (select 1 from request_event r where r.request_id = request_event.request_id
    and r.type = 'DeliveryRejected' and r.seq < request_event.seq
    and r.seq > coalesce((select max(seq) from request_event o where o.request_id = request_event.request_id
      and o.type = 'RequestReopened' and o.seq < request_event.seq), 0))`;
  const contract = `with wish as (
      select number, submitted_at as at, json_extract(text, '$.details.contract') as contract,
        json_extract(text, '$.details.where') as stand, json_extract(document, '$.neededBy') as needed
      from request join body on body.id = json_extract(document, '$.brief') where kind = 'tool'),
    judged as (
      select *, case when contract = 'signed' or stand = 'bought' then 'after'
        when contract is null and stand is null then 'unknown' else 'before' end as came from wish where ${inWeek})`;
  const came = (when: string) =>
    numbers(`${contract} select number from judged where came = '${when}' order by 1`);
  const dates = `with day as (
      select number, json_extract(document, '$.agreement.inForce.date') as on_day, 'promised' as what from request where open = 1
      union all select number, json_extract(document, '$.neededBy'), 'wanted' from request
        where open = 1 and json_extract(document, '$.agreement.inForce.date') is null
      union all select number, json_extract(document, '$.state.reviewOn'), 'review' from request where status = 'on-hold')`;

  return {
    promises: { it: promises('it'), marketing: promises('marketing') },
    time: { it: time('it'), marketing: time('marketing'), thirdParty: time('third-party') },
    flow: {
      asked: told('RequestSubmitted'),
      declined: told('RequestDeclined'),
      withdrawn: told('RequestWithdrawn'),
    },
    done: { confirmed: told('DeliveryConfirmed'), unconfirmed: told('ClosedUnconfirmed') },
    open: {
      count: one('select count(*) from request where open = 1'),
      overdue: {
        it: open('it', late),
        marketing: open('marketing', late),
        thirdParty: open('third-party', late),
      },
      atRisk: {
        it: open('it', `not ${late} and ${warned}`),
        marketing: open('marketing', `not ${late} and ${warned}`),
        thirdParty: open('third-party', `not ${late} and ${warned}`),
      },
      contested: numbers(`select number from request where status = 'contested' order by 1`),
    },
    delivery: {
      confirmedAtFirst: told('DeliveryConfirmed', `and not ${rejected}`),
      sentBack: told('DeliveryConfirmed', `and ${rejected}`),
    },
    contract: {
      ...{ before: came('before'), after: came('after'), unknown: came('unknown') },
      daysAhead:
        numbers(`${contract} select cast(julianday(needed) - julianday(date(at / 1000, 'unixepoch')) as integer)
        from judged where came = 'before' and needed is not null order by 1`),
    },
    accepted: {
      S: told('RequestAccepted', `and json_extract(data, '$.size') = 'S'`),
      M: told('RequestAccepted', `and json_extract(data, '$.size') = 'M'`),
      L: told('RequestAccepted', `and json_extract(data, '$.size') = 'L'`),
    },
    dates: numbers(`${dates} select number from day where on_day >= date(@now / 1000, 'unixepoch')
      and on_day < date(@now / 1000, 'unixepoch', '+14 days') order by on_day, number, what`),
    launches: numbers(`select id from launch where cancelled = 0 and date >= date(@now / 1000, 'unixepoch')
      and date < date(@now / 1000, 'unixepoch', '+14 days') order by date`),
    renewals: numbers(`select id from tool where state in ('live', 'pilot')
      and notice_on between date(@now / 1000, 'unixepoch') and date(@now / 1000, 'unixepoch', '+90 days')
      order by notice_on, sort_name`),
  };
}
