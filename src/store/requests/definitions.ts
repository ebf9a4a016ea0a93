import type { DefinitionOfDone } from '../../domain/agreement/definition-of-done.ts';
import type { Side } from '../../domain/person.ts';
import type { RequestEvent, RequestFact } from '../../domain/request/events.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';

type DefinitionRow = Schema['definition_of_done'];

const supersedeAll = statement((db, { request }: Given<{ request: string }>) =>
  db
    .updateTable('definition_of_done')
    .set({ state: 'superseded' })
    .where('request_id', '=', request)
    .where('state', '<>', 'superseded'),
);

const upsertDefinitions = statementOfRows((db, rows: Given<DefinitionRow>[]) =>
  db
    .insertInto('definition_of_done')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'version']).doUpdateSet((row) => ({
        date: row.ref('excluded.date'),
        state: row.ref('excluded.state'),
      })),
    ),
);

const insertSignatures = statementOfRows((db, rows: Given<Schema['signature']>[]) =>
  db
    .insertInto('signature')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['request_id', 'version', 'side']).doNothing()),
);

const changesOfAgreement: readonly RequestFact['type'][] = [
  'DefinitionProposed',
  'DefinitionSigned',
  'DateNamed',
  'AmendmentDropped',
];

/** Keeps every version that was ever proposed, with its signatures, beside the request that holds the current ones. */
export async function saveDefinitions(
  session: Session,
  request: Request,
  events: readonly RequestEvent[],
): Promise<void> {
  if (!events.some(({ type }) => changesOfAgreement.includes(type))) return;
  const { inForce, proposed } = request.agreement;
  const rows = new Map<number, DefinitionRow>();
  for (const event of events) {
    // One that is already replaced by a later event of the same command.
    if (event.type === 'DefinitionProposed' && event.side)
      rows.set(event.version, rowOf(request.id, { ...event, proposedBy: event.side }, 'superseded'));
  }
  if (inForce) rows.set(inForce.version, rowOf(request.id, inForce, 'in-force'));
  if (proposed) rows.set(proposed.version, rowOf(request.id, proposed, 'proposed'));

  if (events[0]?.seq !== 1) await supersedeAll(session, { request: request.id });
  await upsertDefinitions(session, [...rows.values()]);
  await insertSignatures(session, [
    ...signaturesOf(request.id, inForce),
    ...signaturesOf(request.id, proposed),
  ]);
}

function rowOf(
  request: string,
  definition: Omit<DefinitionOfDone, 'signatures'>,
  state: DefinitionRow['state'],
): DefinitionRow {
  const { version, proposedBy, criteria, wording, date } = definition;
  return {
    ...{ request_id: request, version, proposed_by: proposedBy },
    ...{ criteria: JSON.stringify(criteria), wording, date, state },
  };
}

function signaturesOf(request: string, definition: DefinitionOfDone | null): Schema['signature'][] {
  if (!definition) return [];
  const { version, signatures } = definition;
  const sides: Side[] = ['marketing', 'it'];
  return sides.flatMap((side) => {
    const signature = signatures[side];
    return signature
      ? [{ request_id: request, version, side, signed_by: signature.by, signed_at: signature.at }]
      : [];
  });
}
