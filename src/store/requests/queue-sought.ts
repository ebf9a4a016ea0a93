import type { CompiledQuery, Kysely, SelectQueryBuilder } from 'kysely';
import type { PersonId } from '../../domain/person.ts';
import {
  orderOf,
  type QueueFilter,
  type ReckonedList,
  type ReckonedPlace,
} from '../../domain/request/queue.ts';
import type { Schema } from '../schema.ts';

/** Queries over parts of the queue, built for what is looked for; whole lists have statements of their own. */

type Requests = SelectQueryBuilder<Schema, 'request', object>;

export interface Sought {
  workspace: string;
  person: PersonId;
  place: ReckonedPlace;
  limit: number;
  offset: number;
}

// Index request_open or request_due. Sorted by id first, because documents are long.
export function documentsSought(db: Kysely<Schema>, sought: Sought): CompiledQuery<{ document: string }> {
  const { place, person, limit, offset } = sought;
  const found = ordered(
    of(passing(openRequests(db, sought.workspace), place), place.list, person),
    place,
  ).select('id');
  return ordered(db.selectFrom('request').where('id', 'in', found.limit(limit).offset(offset)), place)
    .select('document')
    .compile();
}

// Index request_open or request_due.
export function countsSought(db: Kysely<Schema>, workspace: string, filter: QueueFilter) {
  return passing(openRequests(db, workspace), filter)
    .select(['assignee', 'waits_on as waitsOn'])
    .select((row) => row.fn.count<number>('next_due').as('due'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .groupBy(['assignee', 'waits_on'])
    .compile();
}

function openRequests(db: Kysely<Schema>, workspace: string): Requests {
  return db.selectFrom('request').where('workspace_id', '=', workspace).where('open', '=', 1);
}

function passing(requests: Requests, { kind, priority, assignee }: QueueFilter): Requests {
  let passed = requests;
  if (kind !== null) passed = passed.where('kind', '=', kind);
  if (priority !== null) passed = passed.where('priority', '=', priority);
  if (assignee !== null) passed = passed.where('assignee', '=', assignee);
  return passed;
}

function of(requests: Requests, list: ReckonedList, person: PersonId): Requests {
  switch (list) {
    case 'mine':
      return requests.where('assignee', '=', person);
    case 'unclaimed':
      return requests.where('assignee', 'is', null);
    case 'due':
      return requests.where('waits_on', '=', 'it').where('next_due', 'is not', null);
    case 'marketing':
      return requests.where('waits_on', '=', 'marketing');
    case 'others':
      return requests.where('waits_on', 'in', ['third-party', 'check-owner']);
  }
}

function ordered(requests: Requests, place: Pick<ReckonedPlace, 'list' | 'order'>): Requests {
  switch (orderOf(place)) {
    case 'due':
      return requests.orderBy('next_due', (order) => order.asc().nullsLast()).orderBy('number');
    case 'priority':
      return requests.orderBy('priority').orderBy('submitted_at').orderBy('number');
    case 'oldest':
      return requests.orderBy('submitted_at').orderBy('number');
  }
}
