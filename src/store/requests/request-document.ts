import { z } from 'zod';
import {
  type Agreement,
  type DefinitionOfDone,
  evidenceKinds,
} from '../../domain/agreement/definition-of-done.ts';
import { type Check, checkBarriers } from '../../domain/checks/check.ts';
import { sides } from '../../domain/person.ts';
import { requestKinds, sizes } from '../../domain/request/kind.ts';
import { degrees } from '../../domain/request/priority.ts';
import { declineReasons, outcomeVerdicts, type Request, type State } from '../../domain/request/request.ts';
import { instantColumn, personColumn } from '../row-values.ts';

const body = z.string();
const stage = z.enum(['new', 'in-progress']);
const heldFor = z.discriminatedUnion('party', [
  z.object({ party: z.literal('third-party'), name: z.string() }),
  z.object({ party: z.enum(sides) }),
]);
const declined = { reason: z.enum(declineReasons), words: body, declinedBy: personColumn };

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('new') }),
  z.object({ status: z.literal('needs-info'), question: body, askedBy: personColumn, backTo: stage }),
  z.object({ status: z.literal('countered'), alternative: body, proposedBy: personColumn }),
  z.object({ status: z.literal('agreeing'), missing: z.enum(sides) }),
  z.object({ status: z.literal('in-progress') }),
  z.object({
    status: z.literal('on-hold'),
    waitsFor: heldFor,
    reason: body,
    reviewOn: z.string(),
    heldBy: personColumn,
    backTo: stage,
  }),
  z.object({ status: z.literal('checking') }),
  z.object({
    status: z.literal('delivered'),
    by: personColumn,
    nudges: z.int().default(0),
    reported: z.boolean().default(false),
  }),
  z.object({ status: z.literal('done'), confirmed: z.boolean(), closedAt: instantColumn }),
  z.object({ status: z.literal('declined'), ...declined, final: z.boolean() }),
  z.object({ status: z.literal('contested'), ...declined, objection: body }),
  z.object({ status: z.literal('noted') }),
  z.object({ status: z.literal('withdrawn') }),
  z.object({ status: z.literal('merged'), into: z.string() }),
]) satisfies z.ZodType<State>;

const signature = z.object({ by: personColumn, at: instantColumn });
const tick = signature.extend({ evidence: body.optional() });

const definition = z.object({
  version: z.int(),
  proposedBy: z.enum(sides),
  criteria: z.array(
    z.object({
      id: z.string(),
      side: z.enum(sides),
      required: z.boolean(),
      evidence: z.enum(evidenceKinds).optional(),
    }),
  ),
  wording: body,
  date: z.string().nullable(),
  signatures: z.partialRecord(z.enum(sides), signature),
}) satisfies z.ZodType<DefinitionOfDone>;

const agreement = z
  .object({
    inForce: definition.nullable(),
    proposed: definition.nullable(),
    versions: z.int().optional(),
    ticks: z.record(z.string(), tick),
  })
  .transform(({ versions, ...rest }) => {
    // Not counted at first.
    const newest = rest.proposed ?? rest.inForce;
    return { ...rest, versions: versions ?? newest?.version ?? 0 };
  }) satisfies z.ZodType<Agreement>;

const check = z.object({
  name: z.string(),
  owners: z.array(personColumn),
  needs: z.enum(['any', 'all']),
  standIn: personColumn.nullable(),
  blocks: z.enum(checkBarriers),
  questions: z.array(z.object({ id: z.string(), text: z.string() })),
  answers: z.record(z.string(), body),
  standing: z.discriminatedUnion('is', [
    z.object({ is: z.literal('open'), approvedBy: z.array(personColumn) }),
    z.object({ is: z.literal('changes-wanted'), by: personColumn, from: z.enum(sides), words: body }),
    z.object({ is: z.literal('approved'), by: personColumn }),
    z.object({ is: z.literal('waived'), by: personColumn, until: z.string(), words: body }),
  ]),
}) satisfies z.ZodType<Check>;

/** The whole of a request as its row keeps it. */
const requestDocument = z.object({
  id: z.string(),
  workspace: z.string(),
  number: z.int(),
  kind: z.enum(requestKinds),
  headsUp: z.boolean(),
  requester: personColumn,
  author: personColumn,
  assignee: personColumn.nullable(),
  followers: z.array(personColumn),
  broker: personColumn.nullable().default(null),
  brief: body,
  impact: z.literal(degrees),
  urgency: z.literal(degrees),
  priority: z.literal([1, 2, 3, 4]),
  alternative: body.nullable(),
  size: z.enum(sizes).nullable(),
  decides: personColumn.nullable().default(null),
  ownership: body.nullable().default(null),
  neededBy: z.string().nullable(),
  launch: z.string().nullable().default(null),
  agreement,
  checks: z.array(check),
  lastAnswered: z.object({ question: body, askedBy: personColumn, backTo: stage }).nullable(),
  links: z.array(body).default([]),
  contested: z.boolean(),
  outcome: z
    .object({ verdict: z.enum(outcomeVerdicts).nullable() })
    .nullable()
    .default(null),
  cycle: z.int(),
  state,
  version: z.int(),
  submittedAt: instantColumn,
  changedAt: instantColumn,
}) satisfies z.ZodType<Request>;

export function requestFrom(document: string): Request {
  return requestDocument.parse(JSON.parse(document));
}
