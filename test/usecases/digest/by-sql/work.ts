import type { Figures, Listed, Party } from '../../../../src/domain/digest/figures.ts';
import { type Ask, inWeek } from './ask.ts';
import { isOverdue } from './promises.ts';

/** With whom the time went, for hours that never close. */
export function timeBySql(ask: Ask): Figures['time'] {
  const spent = (party: Party) => `
    with span as (
      select request_id, party, at as since, coalesce(lead(at) over (partition by request_id order by seq), @end) as until
      from turn),
    spent as (
      select number as request, sum(max(0, min(until, @end) - max(since, @week))) as time
      from span join request on request.id = request_id where party = '${party}' group by number)`;
  return each((party) => ({
    time: ask.number(`${spent(party)} select sum(time) from spent`),
    ...ask.listed(`${spent(party)} select request from spent where time > 0 order by time desc, request`),
  }));
}

/** What is open now, by whose turn it is. */
export function openBySql({ number, listed }: Ask): Figures['open'] {
  const owes = (what: string) =>
    `exists (select 1 from commitment owed where owed.request_id = stand.request_id and ${what})`;
  const warned = `ended_at is null and exists (select 1 from alert
    where alert.request_id = owed.request_id and alert.clock = owed.clock and alert.round = owed.round and kind = 'at-risk')`;
  const open = (party: Party, which: string) =>
    listed(`select number as request from stand where party = '${party}' and ${which} order by 1`);
  return {
    count: number('select count(*) from stand where party is not null'),
    overdue: each((party) => open(party, owes(isOverdue))),
    atRisk: each((party) => open(party, `not ${owes(isOverdue)} and ${owes(warned)}`)),
    contested: listed(`select number as request from stand where last_move = 'DeclineContested' order by 1`),
  };
}

export function flowBySql(ask: Ask): Pick<Figures, 'flow' | 'done' | 'delivery' | 'accepted'> {
  const told = (type: string, { more = 'true', order = 'number, seq' } = {}): Listed =>
    ask.listed(`select number as request from fact join request on request.id = request_id
      where type = '${type}' and ${inWeek} and ${more} order by ${order}`);
  const size = (letter: string) =>
    told('RequestAccepted', { more: `json_extract(data, '$.size') = '${letter}'` });
  const byWeight = { order: 'priority, number' };
  // Of the delivery that was confirmed: what is opened again is delivered anew.
  const sentBack = `exists (select 1 from fact no where no.request_id = fact.request_id and no.seq < fact.seq
    and no.type = 'DeliveryRejected' and no.reopened = fact.reopened)`;
  return {
    flow: {
      asked: told('RequestSubmitted'),
      declined: told('RequestDeclined'),
      withdrawn: told('RequestWithdrawn'),
    },
    done: {
      confirmed: told('DeliveryConfirmed', byWeight),
      unconfirmed: told('ClosedUnconfirmed', byWeight),
    },
    delivery: {
      confirmedAtFirst: told('DeliveryConfirmed', { more: `not ${sentBack}` }),
      sentBack: told('DeliveryConfirmed', { more: sentBack }),
    },
    accepted: { S: size('S'), M: size('M'), L: size('L') },
  };
}

function each<Figure>(of: (party: Party) => Figure): Record<Party, Figure> {
  return {
    it: of('it'),
    marketing: of('marketing'),
    'third-party': of('third-party'),
    'check-owner': of('check-owner'),
  };
}
