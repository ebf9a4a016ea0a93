import { z } from 'zod';
import { personId } from '../../domain/person.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import type { RoutingRule } from '../../domain/settings/routing.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { DeskSettings } from '../../usecases/settings/configure-desk.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { type Fields, oneOf, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { channelInput, personInput, selectInput, severalInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';

/** Which requests go where, with room for one more rule. A rule is known by its place, as of this version. */
export function routingWindow(
  { settings: { routing, kinds }, version }: DeskSettings,
  news: string | null = null,
): Modal {
  const choices = requestKinds.map((kind) => ({ value: kind, text: kinds[kind].name }));
  const rules = routing.map((rule, index) => ({
    value: String(index),
    text: `${index + 1}. ${aboutWhat(rule, kinds)}`,
  }));
  return formModal({
    callback: 'settings.routing',
    title: 'Where requests go',
    submit: 'Save',
    metadata: JSON.stringify(version),
    blocks: [
      ...(news ? [section(news)] : []),
      ...(routing.length > 0
        ? routing.map((rule, index) => section(`${index + 1}. ${ruleInWords(rule, kinds)}`))
        : [section('Every card goes to IT’s channel, and nobody has anything before they take it.')]),
      ...(rules.length > 0
        ? [input(outField(version), 'Take out', severalInput(rules, rules.length), { optional: true })]
        : []),
      section('*One more rule*'),
      input('kind', 'For requests of this kind', selectInput(choices), { optional: true }),
      input('tool', 'That name this tool', textInput({ most: 80 }), {
        optional: true,
        hint: 'Such as “CRM”. It counts wherever the tool’s name has these words.',
      }),
      input('channel', 'The card goes to', channelInput(), {
        optional: true,
        hint: 'Invite the app there. Who is IT stays as it is: the emoji of others in that channel do not count.',
      }),
      input('assignee', 'It is given to', personInput(), { optional: true, hint: 'Somebody of IT.' }),
      input('broker', 'Its broker is', personInput(), {
        optional: true,
        hint: 'They read what both sides write, and may reword what crosses before it does.',
      }),
    ],
  });
}

/** Named by the version: Slack keeps what was picked in an input whose name stays, and places move. */
function outField(version: number): string {
  return `out.${version}`;
}

/** What is taken out by place, and the rule that comes in, if any. */
export interface RoutingChange {
  out: number[];
  added: RoutingRule | null;
}

const schema = z.object({
  out: z
    .array(
      z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number),
    )
    .nullish(),
  kind: oneOf(requestKinds, 'Please pick a kind.').nullish(),
  tool: optional(80),
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, 'Please pick a channel, not a conversation.')
    .nullish(),
  assignee: optional(ours.name),
  broker: optional(ours.name),
});

export function parseRouting(fields: Fields, version: number, workspace: string): Parsed<RoutingChange> {
  const parsed = parseFields(schema, { ...fields, out: fields[outField(version)] ?? null });
  if (!parsed.ok) return parsed;
  const { out, kind, tool, channel, assignee, broker } = parsed.value;
  const isAbout = Boolean(kind || tool);
  const leads = Boolean(channel || assignee || broker);
  if (isAbout && !leads) return fault('channel', 'Please say where these go, or who has them.');
  if (leads && !isAbout) return fault('kind', 'Please say which requests: a kind, a tool or both.');
  const added = {
    ...(kind && { kind }),
    ...(tool && { tool }),
    ...(channel && { channel }),
    ...(assignee && { assignee: personId(workspace, assignee) }),
    ...(broker && { broker: personId(workspace, broker) }),
  };
  return { ok: true, value: { out: out ?? [], added: isAbout ? added : null } };
}

function fault(field: string, message: string): Parsed<RoutingChange> {
  return { ok: false, errors: { [field]: message } };
}

function aboutWhat({ kind, tool }: RoutingRule, kinds: Settings['kinds']): string {
  const named = kind ? kinds[kind].name : 'Anything';
  return tool ? `${named} about ${tool}` : named;
}

function ruleInWords(rule: RoutingRule, kinds: Settings['kinds']): string {
  const goes = [
    ...(rule.channel ? [`goes to <#${rule.channel}>`] : []),
    ...(rule.assignee ? [`is given to ${mention(rule.assignee)}`] : []),
    ...(rule.broker ? [`has ${mention(rule.broker)} as its broker`] : []),
  ];
  return `${inline(aboutWhat(rule, kinds), ours.title)} ${goes.join(' and ')}.`;
}
