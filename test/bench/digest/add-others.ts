import type { Database } from 'better-sqlite3';

const week = 7 * 24 * 60 * 60_000;

/**
 * The lived requests once more, moved in time: those of the quarter with all their rows, so that they can be read;
 * those before it as closed ones with a short history, which a digest must not touch.
 */
export function addOthers(
  database: Database,
  { inHistory, inQuarter, quarter }: { inHistory: number; inQuarter: number; quarter: number },
): void {
  const lived = Number(database.prepare('select count(*) from request').pluck().get());
  const step = Math.floor(quarter / inQuarter);
  database.exec(`
    pragma synchronous = off;
    pragma foreign_keys = off;
    begin;
    create temp table life as
      select row_number() over (order by number) - 1 as nth, id, submitted_at as began from request;
    create temp table closed_life as
      select row_number() over (order by nth) - 1 as nth, life.id, began
      from life join request on request.id = life.id where open = 0;
    -- Only of the last three weeks some are open still.
    create temp table copy as
      with recursive n(i) as (select ${lived + 1} union all select i + 1 from n where i < ${inQuarter})
      select i, 'Q' || printf('%025d', i) as id, life.id as of, i * ${step} as moved from n
      join life on life.nth = i % ${lived} and ${quarter} - i * ${step} < ${3 * week}
      union all
      select i, 'Q' || printf('%025d', i), closed_life.id, i * ${step} from n
      join closed_life on closed_life.nth = i % (select count(*) from closed_life)
        and ${quarter} - i * ${step} >= ${3 * week};
    insert into request
      (id, workspace_id, number, kind, status, requester, author, assignee, priority, open, submitted_at, changed_at,
       version, document, waits_on, next_due)
      select copy.id, workspace_id, i, kind, status, requester, author, assignee, priority, open,
        submitted_at + moved, changed_at + moved, version,
        json_set(document, '$.id', copy.id, '$.number', i, '$.submittedAt', submitted_at + moved,
          '$.changedAt', changed_at + moved),
        waits_on, next_due + moved
      from copy join request on request.id = copy.of;
    insert into request_event (request_id, seq, type, actor, side, at, cause, data)
      select copy.id, seq, type, actor, side, at + moved, cause, data
      from copy join request_event on request_id = copy.of;
    insert into commitment
      (request_id, clock, round, debtor, started_at, budget, due_at, ended_at, settled_at, verdict, by_change,
       next_alert_at, reckoned_with)
      select copy.id, clock, round, debtor, started_at + moved, budget, due_at + moved, ended_at + moved,
        settled_at + moved, verdict, by_change, null, reckoned_with
      from copy join commitment on request_id = copy.of;
    create temp table old as
      with recursive n(i) as (select ${inQuarter + 1} union all select i + 1 from n where i < ${inHistory})
      select i, 'A' || printf('%025d', i) as id, closed_life.id as of, -i * 60000 as moved from n
      join closed_life on closed_life.nth = i % (select count(*) from closed_life);
    insert into request
      (id, workspace_id, number, kind, status, requester, author, assignee, priority, open, submitted_at, changed_at,
       version, document, waits_on, next_due)
      select old.id, workspace_id, i, kind, status, requester, author, assignee, priority, open,
        submitted_at + moved, changed_at + moved, version, '{}', null, null
      from old join request on request.id = old.of;
    insert into request_event (request_id, seq, type, actor, side, at, cause, data)
      select old.id, seq, type, actor, side, at + moved, cause, '{}'
      from old join request_event on request_id = old.of and seq <= 2;
    insert into commitment
      (request_id, clock, round, debtor, started_at, budget, due_at, ended_at, settled_at, verdict, by_change,
       next_alert_at, reckoned_with)
      select old.id, clock, round, debtor, started_at + moved, budget, due_at + moved, ended_at + moved,
        settled_at + moved, verdict, by_change, null, reckoned_with
      from old join commitment on request_id = old.of and clock = 'decision';
    update counter set value = ${inHistory} where name = 'request';
    commit;
    pragma wal_checkpoint(truncate);
  `);
}
