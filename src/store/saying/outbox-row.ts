import { z } from 'zod';
import { themes } from '../../domain/digest/digest.ts';
import { exportFormats, exportSubjects } from '../../domain/export/columns.ts';
import { secrets } from '../../domain/intake/secrets.ts';
import { sides } from '../../domain/person.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import type { Refusal } from '../../domain/request/refusal.ts';
import { clockKinds } from '../../domain/sla/commitment.ts';
import { renewalMatters } from '../../domain/stack/renewal.ts';
import { reviewMatters } from '../../domain/stack/review.ts';
import {
  channelFaults,
  type OutboxEntry,
  type OutboxSubject,
  type Told,
} from '../../usecases/saying/outbox.ts';
import { importStates } from '../../usecases/stack/stack-import-ports.ts';
import { flagColumn, instantColumn, personColumn } from '../row-values.ts';

const request = z.string();
const event = z.int();
const recipient = personColumn;
const place = z.union([z.literal('channel'), personColumn]);

/** A refusal is only spoken, so its facts are trusted as they were written. */
const refusal = z.custom<Refusal>((value) => z.looseObject({ code: z.string() }).safeParse(value).success);

const alert = {
  kind: z.literal('alert'),
  request,
  clock: z.enum(clockKinds),
  round: z.int(),
  alert: z.enum(['at-risk', 'breach', 'escalation']),
  at: instantColumn,
};
const told = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('silence'), request, event }),
  z.object({ topic: z.literal('pulse'), quarter: z.string(), side: z.enum(sides) }),
  z.object({ topic: z.literal('check'), request, event }),
  z.object({ topic: z.enum(['to-read', 'being-read']), words: z.string() }),
  z.object({ topic: z.enum(['reworded', 'not-passed']), request, words: z.string() }),
  z.object({ topic: z.literal('to-sign'), request, version: z.int() }),
  z.object({
    topic: z.literal('standing'),
    requestKind: z.enum(requestKinds),
    version: z.int(),
    signed: z.boolean(),
  }),
  z.object({
    topic: z.literal('stack-import'),
    id: z.string(),
    state: z.enum(importStates),
  }),
  z.object({
    topic: z.literal('overlaps'),
    pairs: z.array(z.tuple([z.string(), z.string()])),
    more: z.int(),
  }),
  z.object({
    topic: z.literal('review'),
    request,
    matter: z.enum(reviewMatters),
  }),
  z.object({
    topic: z.literal('renewal'),
    tool: z.string(),
    contractEnd: z.string(),
    matter: z.enum(renewalMatters),
    after: z.int(),
  }),
]) satisfies z.ZodType<Told>;
const prompt = z.discriminatedUnion('type', [
  z.object({ type: z.literal('decline') }),
  z.object({
    type: z.literal('cross'),
    as: z.enum(['ask', 'share', 'keep', 'correct']),
    ts: z.string(),
    words: z.string(),
    suggestedBy: personColumn,
  }),
]);

const subject = z.union([
  z.object({ kind: z.literal('upsert'), purpose: z.literal('triage-card'), request }),
  z.object({ kind: z.literal('upsert'), purpose: z.literal('private-card'), request, recipient }),
  z.object({ kind: z.literal('upsert'), purpose: z.literal('home'), recipient }),
  z.object({ kind: z.literal('upsert'), purpose: z.literal('morning'), recipient, day: z.string() }),
  z.object({
    ...{ kind: z.literal('upsert'), purpose: z.literal('moved-card'), request },
    ...{ channel: z.string(), ts: z.string() },
  }),
  z.object({
    ...{ kind: z.literal('upsert'), purpose: z.literal('line'), request, event },
    audience: z.literal('triage-thread'),
  }),
  z.object({
    ...{ kind: z.literal('upsert'), purpose: z.literal('line'), request, event, recipient },
    audience: z.literal('private-thread'),
  }),
  z.object({
    ...{ kind: z.literal('upsert'), purpose: z.literal('file'), request, file: z.string() },
    audience: z.literal('triage-thread'),
  }),
  z.object({
    ...{ kind: z.literal('upsert'), purpose: z.literal('file'), request, file: z.string(), recipient },
    audience: z.literal('private-thread'),
  }),
  z.object({
    ...{ kind: z.literal('left-behind'), request, file: z.string() },
    audience: z.literal('triage-thread'),
  }),
  z.object({
    ...{ kind: z.literal('left-behind'), request, file: z.string(), recipient },
    audience: z.literal('private-thread'),
  }),
  z.object({ kind: z.literal('upsert'), purpose: z.literal('digest'), week: z.string(), place }),
  z.object({ kind: z.literal('digest-theme'), week: z.string(), place, theme: z.enum(themes) }),
  z.object({ kind: z.literal('say'), request, event, audience: z.literal('triage-thread') }),
  z.object({ kind: z.literal('say'), request, event, audience: z.literal('private-thread'), recipient }),
  z.object({
    kind: z.literal('report'),
    fault: z.enum(channelFaults),
    channel: z.string().nullable(),
    recipient,
    of: z.literal('digest').optional(),
  }),
  z.object({ ...alert, audience: z.literal('triage-thread') }),
  z.object({ ...alert, audience: z.enum(['private-thread', 'direct']), recipient }),
  z.object({
    kind: z.literal('prompt'),
    about: z.literal('direct-message'),
    channel: z.string(),
    recipient,
    words: z.string(),
  }),
  z.object({
    kind: z.literal('prompt'),
    about: z.literal('marked-message'),
    channel: z.string(),
    ts: z.string(),
  }),
  z.object({
    ...{ kind: z.literal('prompt'), about: z.literal('held-reply'), channel: z.string(), ts: z.string() },
    ...{ threadTs: z.string(), recipient, secret: z.enum(secrets) },
  }),
  z.object({ kind: z.literal('tell'), recipient, about: told }),
  z.object({
    ...{ kind: z.literal('export'), recipient, what: z.enum(exportSubjects), format: z.enum(exportFormats) },
    sees: z.enum(['all', 'shared']),
  }),
  z.object({ kind: z.literal('whisper'), request, channel: z.string(), recipient, refusal }),
  z.object({
    ...{
      kind: z.literal('consent'),
      request,
      channel: z.string(),
      threadTs: z.string().nullable(),
      recipient,
    },
    prompt,
  }),
]) satisfies z.ZodType<OutboxSubject>;

export const outboxRow = z.object({
  id: z.string(),
  workspace: z.string(),
  subject: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(subject),
  lane: z.string(),
  position: z.int(),
  at: instantColumn,
  wanted: z.int(),
  delivered: z.int(),
  status: z.enum(['pending', 'sending', 'looking-up', 'said', 'dead']),
  attempts: z.int(),
  dueAt: instantColumn,
  inDoubt: flagColumn,
  claimedBy: z.string().nullable(),
  firstClaimedAt: instantColumn.nullable(),
  error: z.string().nullable(),
}) satisfies z.ZodType<OutboxEntry>;
