import { z } from 'zod';
import type { StandingVersion } from '../domain/agreement/standing.ts';
import { sides } from '../domain/person.ts';
import { requestKinds } from '../domain/request/kind.ts';
import { standingCriterion } from '../domain/settings/settings.ts';
import type { Reading, Transaction } from '../usecases/ports.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';
import { instantColumn, personColumn } from './row-values.ts';
import type { Schema } from './schema.ts';

const standingRow = z.object({
  kind: z.enum(requestKinds),
  version: z.int(),
  criteria: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(standingCriterion)),
  proposedFor: z.enum(sides),
  proposedBy: personColumn,
  proposedAt: instantColumn,
  signedBy: personColumn.nullable(),
  signedAt: instantColumn.nullable(),
});

const versionsOfWorkspace = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('standing_definition')
    .select(['kind', 'version', 'criteria', 'proposed_side as proposedFor', 'proposed_by as proposedBy'])
    .select(['proposed_at as proposedAt', 'signed_by as signedBy', 'signed_at as signedAt'])
    .where('workspace_id', '=', workspace)
    .orderBy('kind')
    .orderBy('version'),
);

const insertVersion = statement((db, row: Given<Schema['standing_definition']>) =>
  db.insertInto('standing_definition').values(row),
);

type Signed = { workspace: string; kind: string; version: number; by: string; at: number };
const signVersion = statement((db, { workspace, kind, version, by, at }: Given<Signed>) =>
  db
    .updateTable('standing_definition')
    .set({ signed_by: by, signed_at: at })
    .where('workspace_id', '=', workspace)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('signed_by', 'is', null),
);

export function standingReading(session: Session): Pick<Reading, 'standingVersions'> {
  return {
    async standingVersions(workspace) {
      const { rows } = await versionsOfWorkspace(session, { workspace });
      return rows.map((row): StandingVersion => {
        const { signedBy, signedAt, ...version } = standingRow.parse(row);
        const signed = signedBy && signedAt !== null ? { by: signedBy, at: signedAt } : null;
        return { ...version, signed };
      });
    },
  };
}

export function standingWriting(
  session: Session,
): Pick<Transaction, 'addStandingVersion' | 'signStandingVersion'> {
  return {
    async addStandingVersion(workspace, { kind, version, criteria, proposedFor, proposedBy, proposedAt }) {
      await insertVersion(session, {
        ...{ workspace_id: workspace, kind, version, criteria: JSON.stringify(criteria) },
        ...{ proposed_side: proposedFor, proposed_by: proposedBy, proposed_at: proposedAt },
        ...{ signed_by: null, signed_at: null },
      });
    },
    async signStandingVersion(workspace, kind, version, { by, at }) {
      const { numAffectedRows } = await signVersion(session, { workspace, kind, version, by, at });
      if (numAffectedRows !== 1n) throw new Error(`version ${version} of ${kind} cannot be signed`);
    },
  };
}
