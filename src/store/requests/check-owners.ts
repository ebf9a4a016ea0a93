import { isPending, missingOwners } from '../../domain/checks/check.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import type { HomeReading } from '../../usecases/home/home-visits.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';
import { requestFrom } from './request-document.ts';

// Primary key of check_owner.
const withChecksOf = statement((db, { person, limit }: Given<{ person: string; limit: number }>) =>
  db
    .selectFrom('check_owner')
    .innerJoin('request', 'request.id', 'check_owner.request_id')
    .select('request.document')
    .where('check_owner.person', '=', person)
    .orderBy('request.next_due', (order) => order.asc().nullsLast())
    .orderBy('request.number')
    .limit(limit),
);

// Index check_owner_request.
const deleteOwners = statement((db, { request }: Given<{ request: string }>) =>
  db.deleteFrom('check_owner').where('request_id', '=', request),
);

const insertOwners = statementOfRows((db, rows: Given<Schema['check_owner']>[]) =>
  db.insertInto('check_owner').values(rows),
);

export function checkOwnerReading(session: Session): Pick<HomeReading, 'withChecksOf'> {
  return {
    async withChecksOf(person, limit) {
      const { rows } = await withChecksOf(session, { person, limit });
      return rows.map(({ document }) => requestFrom(document));
    },
  };
}

/** Who still has to decide about a check; nothing is written about requests that never had one. */
export async function saveCheckOwners(
  session: Session,
  request: Request,
  events: readonly RequestEvent[],
): Promise<void> {
  const isNew = events[0]?.seq === 1;
  const mayHaveHad = request.checks.length > 0 || events.some(({ type }) => type === 'CheckDropped');
  if (mayHaveHad && !isNew) await deleteOwners(session, { request: request.id });
  await insertOwners(
    session,
    deciders(request).map((person) => ({ person, request_id: request.id })),
  );
}

function deciders(request: Request): PersonId[] {
  const { status } = request.state;
  // While a decline is contested nothing is asked of anybody but IT's lead.
  if (status === 'contested' || (!isOpen(request) && status !== 'done')) return [];
  const people = request.checks
    .filter(isPending)
    .flatMap((check) => [...missingOwners(check), ...(check.standIn ? [check.standIn] : [])]);
  return [...new Set(people)];
}
