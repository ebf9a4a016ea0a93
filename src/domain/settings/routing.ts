import { z } from 'zod';
import type { PersonId } from '../person.ts';
import { type RequestKind, requestKinds } from '../request/kind.ts';
import { channelField } from './channel-field.ts';
import { personField } from './person-field.ts';

/** Requests of a kind, or about a tool: where their card stands, who usually has them, who reads along for both sides. */
const rule = z
  .strictObject({
    kind: z.enum(requestKinds).optional(),
    /** Words that the named tool has, whatever their case. */
    tool: z.string().trim().min(1).max(80).optional(),
    channel: channelField.optional(),
    assignee: personField.optional(),
    broker: personField.optional(),
  })
  .refine(({ kind, tool }) => kind || tool, 'must name a kind or a tool')
  .refine(
    ({ channel, assignee, broker }) => channel || assignee || broker,
    'must name a channel or a person',
  );

export const mostRules = 50;
export const routingSchema = z.array(rule).max(mostRules);
export type RoutingRule = z.infer<typeof rule>;

/** What a request is known by before anybody has looked at it. */
export interface Asked {
  kind: RequestKind;
  tool: string | null;
}

/** Of the rules that fit, the first that names a channel, the first that names who has it, and so on. */
export function routeOf(
  { kind, tool }: Asked,
  routing: readonly RoutingRule[],
): { channel: string | null; assignee: PersonId | null; broker: PersonId | null } {
  const fits = routing.filter(
    (rule) =>
      (rule.kind === undefined || rule.kind === kind) &&
      (rule.tool === undefined || tool?.toLowerCase().includes(rule.tool.toLowerCase())),
  );
  return {
    channel: fits.find(({ channel }) => channel)?.channel ?? null,
    assignee: fits.find(({ assignee }) => assignee)?.assignee ?? null,
    broker: fits.find(({ broker }) => broker)?.broker ?? null,
  };
}

/** Where a request's card belongs; null while no channel is set. */
export function channelFor(
  asked: Asked,
  { routing, triageChannel }: { routing: readonly RoutingRule[]; triageChannel: string | null },
): string | null {
  return routeOf(asked, routing).channel ?? triageChannel;
}
