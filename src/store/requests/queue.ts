import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { PersonId } from '../../domain/person.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import { isNarrowed, queueLists, queueOrders, type ReckonedList } from '../../domain/request/queue.ts';
import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';
import { countsSought, documentsSought } from './queue-sought.ts';
import { requestFrom } from './request-document.ts';

type Page = { workspace: string; limit: number; offset: number };

// Index request_open, as are those below that do not say otherwise.
const open = (db: Kysely<Schema>, workspace: Given<Page>['workspace']) =>
  db.selectFrom('request').select('document').where('workspace_id', '=', workspace).where('open', '=', 1);

const takenBy = statement((db, { workspace, person, limit, offset }: Given<Page & { person: string }>) =>
  open(db, workspace)
    .where('assignee', '=', person)
    .orderBy('priority')
    .orderBy('submitted_at')
    .orderBy('number')
    .limit(limit)
    .offset(offset),
);

const takenByNobody = statement((db, { workspace, limit, offset }: Given<Page>) =>
  open(db, workspace)
    .where('assignee', 'is', null)
    .orderBy('priority')
    .orderBy('submitted_at')
    .orderBy('number')
    .limit(limit)
    .offset(offset),
);

const waitingOnMarketing = statement((db, { workspace, limit, offset }: Given<Page>) =>
  open(db, workspace)
    .where('waits_on', '=', 'marketing')
    .orderBy('priority')
    .orderBy('submitted_at')
    .orderBy('number')
    .limit(limit)
    .offset(offset),
);

const waitingOnOthers = statement((db, { workspace, limit, offset }: Given<Page>) =>
  open(db, workspace)
    .where('waits_on', 'in', ['third-party', 'check-owner'])
    .orderBy('priority')
    .orderBy('submitted_at')
    .orderBy('number')
    .limit(limit)
    .offset(offset),
);

// Index request_due.
const dueNext = statement((db, { workspace, limit, offset }: Given<Page>) =>
  open(db, workspace)
    .where('next_due', 'is not', null)
    .where('waits_on', '=', 'it')
    .orderBy('next_due')
    .orderBy('number')
    .limit(limit)
    .offset(offset),
);

// Index request_due, without a look at the rows themselves.
const openByPlace = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('request')
    .select(['assignee', 'waits_on as waitsOn'])
    .select((row) => row.fn.count<number>('next_due').as('due'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspace)
    .where('open', '=', 1)
    .groupBy(['assignee', 'waits_on']),
);

const placeColumns = ['list', 'page', 'kind', 'priority', 'assignee', 'list_order as order'] as const;

const placeOfPerson = statement((db, { person }: Given<{ person: string }>) =>
  db.selectFrom('queue_place').select(placeColumns).where('person_id', '=', person),
);

const upsertPlace = statement((db, row: Given<Schema['queue_place']>) =>
  db
    .insertInto('queue_place')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((row) => ({
        list: row.ref('excluded.list'),
        page: row.ref('excluded.page'),
        kind: row.ref('excluded.kind'),
        priority: row.ref('excluded.priority'),
        assignee: row.ref('excluded.assignee'),
        list_order: row.ref('excluded.list_order'),
      })),
    ),
);

const placeRow = z.object({
  list: z.enum(queueLists),
  page: z.int(),
  kind: z.enum(requestKinds).nullable(),
  priority: z.literal([1, 2, 3, 4]).nullable(),
  assignee: personColumn.nullable(),
  order: z.enum(queueOrders).nullable(),
});

export function queueReading(session: Session): Pick<Reading, 'queuePage' | 'queueCounts' | 'queuePlace'> {
  return {
    async queuePage(workspace, person, place, page) {
      const sought = { workspace, person, place, ...page };
      const { rows } =
        isNarrowed(place) || place.order !== null
          ? await session.execute(documentsSought(session.engine.builder, sought))
          : await pageOf(session, place.list, person, { workspace, ...page });
      return rows.map(({ document }) => requestFrom(document));
    },
    async queueCounts(workspace, person, filter) {
      const counts: Record<ReckonedList, number> = { mine: 0, unclaimed: 0, due: 0, marketing: 0, others: 0 };
      const { rows } = isNarrowed(filter)
        ? await session.execute(countsSought(session.engine.builder, workspace, filter))
        : await openByPlace(session, { workspace });
      for (const { assignee, waitsOn, due, count } of rows) {
        const [all, owed] = [Number(count), Number(due)];
        if (assignee === person) counts.mine += all;
        if (assignee === null) counts.unclaimed += all;
        if (waitsOn === 'it') counts.due += owed;
        if (waitsOn === 'marketing') counts.marketing += all;
        if (waitsOn === 'third-party' || waitsOn === 'check-owner') counts.others += all;
      }
      return counts;
    },
    async queuePlace(person) {
      const { rows } = await placeOfPerson(session, { person });
      return rows[0] ? placeRow.parse(rows[0]) : null;
    },
  };
}

function pageOf(session: Session, list: ReckonedList, person: PersonId, page: Page) {
  switch (list) {
    case 'mine':
      return takenBy(session, { ...page, person });
    case 'unclaimed':
      return takenByNobody(session, page);
    case 'due':
      return dueNext(session, page);
    case 'marketing':
      return waitingOnMarketing(session, page);
    case 'others':
      return waitingOnOthers(session, page);
  }
}

export function queueWriting(session: Session): Pick<Transaction, 'saveQueuePlace'> {
  return {
    async saveQueuePlace(workspace, person, { order, ...place }) {
      await upsertPlace(session, {
        person_id: person,
        workspace_id: workspace,
        ...place,
        list_order: order,
      });
    },
  };
}
