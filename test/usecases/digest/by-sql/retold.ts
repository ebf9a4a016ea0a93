import type { Database } from 'better-sqlite3';

/**
 * What the figures are told from, as temporary tables that SQL makes of the facts alone:
 * - `fact`: each fact, with the newest of each kind up to it (by `seq`; 0 for none),
 * - `turn`: from each fact on, whose turn it is; null once the request is closed,
 * - `definition`: every version of what "done" means, with its date and criteria,
 * - `stand`: how each request stands now.
 */
export function retell(database: Database): void {
  database.exec(`
    create temp table fact as
      select *,
        ${newest('moved', moves)},
        ${newest('began', ['RequestSubmitted', 'AlternativeTaken', 'AlternativeRefused', 'DeclineOverturned', 'HeadsUpRaised'])},
        ${newest('accepted', ['RequestAccepted'])},
        ${newest('worked', ['WorkStarted', 'RequestReopened'])},
        ${newest('reopened', ['RequestReopened'])},
        ${newest('proposed', ['DefinitionProposed'])},
        ${newest('signed', ['DefinitionSigned'])},
        ${newest('dropped', ['AmendmentDropped'])},
        ${newest('taken', ['RequestClaimed', 'RequestAssigned'])},
        ${newest('released', ['RequestReleased'])},
        ${newest('weighed', ['RequestSubmitted', 'RequestEdited', 'HeadsUpRaised'])},
        coalesce(max(seq) filter (where type = 'CriteriaTicked' and side = 'it') over told, 0) as ticked
      from request_event
      window told as (partition by request_id order by seq);
    create unique index temp.fact_by_seq on fact (request_id, seq);

    create temp table definition as
      select request_id, seq, side, json_extract(data, '$.criteria') as criteria,
        coalesce(
          (select json_extract(named.data, '$.date') from fact named
            where named.request_id = fact.request_id and named.type = 'DateNamed' and named.proposed = fact.seq),
          json_extract(data, '$.date')) as date
      from fact where type = 'DefinitionProposed';

    create temp table asked_check as
      select request_id, seq, json_extract(data, '$.check.name') as name, json_extract(data, '$.check.blocks') as blocks,
        json_extract(data, '$.check.needs') as needs, json_extract(data, '$.check.owners') as owners
      from fact where type = 'CheckRequested';
    create temp table check_word as
      select request_id, seq, type, data,
        coalesce(json_extract(data, '$.check.name'), json_extract(data, '$.check')) as name
      from fact where type in (${list(['CheckRequested', 'CheckReopened', 'CheckApproved', 'CheckChangesWanted', 'CheckWaived', 'CheckDropped'])});

    create temp table turn as
      select fact.request_id, fact.seq, fact.at, case
        when moved.type in (${list(endings)}) then null
        when moved.type in ('QuestionAsked', 'AnswerContinued', 'AlternativeProposed', 'RequestDelivered') then 'marketing'
        when moved.type = 'RequestHeld' then json_extract(moved.data, '$.waitsFor.party')
        when moved.type = 'DeclineContested' then 'it'
        when fact.worked > max(fact.began, fact.accepted) then
          case when ${isDoneByIt} then coalesce(${whoChecks()}, 'it') else 'it' end
        when fact.accepted > fact.began and fact.proposed > fact.signed then
          (select case side when 'it' then 'marketing' else 'it' end from definition
            where definition.request_id = fact.request_id and definition.seq = fact.proposed)
        when fact.accepted > fact.began then coalesce(${whoChecks('accepting')}, 'it')
        when fact.taken > fact.released and not ${isHeadsUp} then coalesce(${whoChecks('accepting')}, 'it')
        else 'it' end as party
      from fact join fact moved on moved.request_id = fact.request_id and moved.seq = fact.moved;

    create temp table stand as
      select request.number, fact.*, turn.party, moved.type as last_move, json_extract(moved.data, '$.reviewOn') as review_on,
        (select json_extract(yes.data, '$.size') from fact yes
          where yes.request_id = fact.request_id and yes.seq = fact.accepted) as size,
        (select date from definition where ${inForce}) as agreed_on,
        (select date from definition
          where definition.request_id = fact.request_id and definition.seq = fact.proposed) as proposed_for,
        (select json_extract(wish.data, '$.neededBy') from fact wish
          where wish.request_id = fact.request_id and wish.type in ('RequestSubmitted', 'WantedDateChanged')
          order by wish.seq desc limit 1) as needed_by
      from request
      join fact on fact.request_id = request.id
        and fact.seq = (select max(seq) from request_event where request_event.request_id = request.id)
      join turn on turn.request_id = fact.request_id and turn.seq = fact.seq
      join fact moved on moved.request_id = fact.request_id and moved.seq = fact.moved;
  `);
}

/** With these a request is closed. */
export const endings = [
  'DeliveryConfirmed',
  'ClosedUnconfirmed',
  'RequestDeclined',
  'DeclineUpheld',
  'RequestNoted',
  'RequestWithdrawn',
  'RequestMerged',
];

/** The facts that take a request somewhere else. */
const moves = [
  ...endings,
  'RequestSubmitted',
  'QuestionAsked',
  'QuestionAnswered',
  'AnswerContinued',
  'QuestionTakenBack',
  'AlternativeProposed',
  'AlternativeTaken',
  'AlternativeRefused',
  'RequestAccepted',
  'WorkStarted',
  'RequestDelivered',
  'DeliveryTakenBack',
  'DeliveryRejected',
  'RequestReopened',
  'RequestHeld',
  'RequestResumed',
  'DeclineContested',
  'DeclineOverturned',
  'HeadsUpRaised',
];

export function list(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

function newest(name: string, types: readonly string[]): string {
  return `coalesce(max(seq) filter (where type in (${list(types)})) over told, 0) as ${name}`;
}

/** What was proposed when it was signed. */
const inForce = `definition.request_id = fact.request_id and definition.seq = (select yes.proposed from fact yes
  where yes.request_id = fact.request_id and yes.seq = fact.signed)`;

const isHeadsUp = `(select type <> 'HeadsUpRaised' and json_extract(data, '$.headsUp') from fact weighed
  where weighed.request_id = fact.request_id and weighed.seq = fact.weighed)`;

/** Nothing is left for IT to sign or to tick. A tick goes with a "no" that names it. */
const isDoneByIt = `(
  fact.proposed <= max(fact.signed, fact.dropped)
  and (select sum(is_ticked) > 0 and sum(is_required and not is_ticked) = 0 from (
    select json_extract(criterion.value, '$.required') as is_required,
      exists (select 1 from fact ticks, json_each(ticks.data, '$.ticked') tick
        where ticks.request_id = fact.request_id and ticks.seq = fact.ticked
          and tick.value = json_extract(criterion.value, '$.id'))
      and not exists (select 1 from fact no, json_each(no.data, '$.failed') failure
        where no.request_id = fact.request_id and no.seq > fact.ticked and no.seq <= fact.seq
          and no.type in ('DeliveryRejected', 'RequestReopened')
          and failure.value = json_extract(criterion.value, '$.id')) as is_ticked
    from definition, json_each(definition.criteria) criterion
    where ${inForce} and json_extract(criterion.value, '$.side') = 'it')))`;

/** Who owes the first undecided check something: its owners, or the side that has to change something, which comes first. */
function whoChecks(blocks?: 'accepting'): string {
  return `(
    select case word.type when 'CheckChangesWanted' then json_extract(word.data, '$.from') else 'check-owner' end
    from asked_check asked
    join check_word word on word.request_id = asked.request_id and word.name = asked.name
    where asked.request_id = fact.request_id
      ${blocks ? `and asked.blocks = '${blocks}'` : ''}
      and asked.seq = (select max(seq) from asked_check same
        where same.request_id = asked.request_id and same.name = asked.name and same.seq <= fact.seq)
      and word.seq = (select max(seq) from check_word last
        where last.request_id = asked.request_id and last.name = asked.name and last.seq <= fact.seq)
      and (word.type in ('CheckRequested', 'CheckReopened', 'CheckChangesWanted')
        or word.type = 'CheckApproved' and asked.needs = 'all' and exists (
          select 1 from json_each(asked.owners) owner
          where owner.value not in (
            select for_whom.value from check_word yes, json_each(yes.data, '$.standsFor') for_whom
            where yes.request_id = asked.request_id and yes.name = asked.name and yes.type = 'CheckApproved'
              and yes.seq <= fact.seq and yes.seq > (select max(seq) from check_word other
                where other.request_id = asked.request_id and other.name = asked.name and other.seq <= fact.seq
                  and other.type <> 'CheckApproved'))))
    order by word.type = 'CheckChangesWanted' desc, asked.seq limit 1)`;
}
