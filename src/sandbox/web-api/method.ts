import type { Fields } from '../json.ts';
import type { Slack } from '../slack.ts';
import { findChannel } from '../state/channels.ts';
import type { Channel } from '../state/records.ts';
import { type Arguments, refuse } from './call.ts';
import type { Tier } from './rate-limits.ts';

export interface Method {
  /** Any of these will do; a method whose need depends on the conversation checks further with `needScope`. */
  scopes: readonly string[];
  tier: Tier;
  /** Which token it takes. */
  token: 'bot' | 'app' | 'none';
  /** What is answered beside `ok: true`. */
  run(slack: Slack, args: Arguments): Fields | Promise<Fields>;
}

export type Methods = Record<string, Method>;

export function needScope(slack: Slack, scope: string): void {
  if (slack.app.scopes.has(scope)) return;
  refuse('missing_scope', { needed: scope, provided: [...slack.app.scopes].join(',') });
}

/** Which scopes are about which kind of conversation: `channels:read`, `groups:read`, `im:read`. */
export const scopePrefix = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The conversation, if the app may know of it: a private one exists for members only. */
export function knownChannel(slack: Slack, idOrName: string, permission: 'read' | 'history' | null): Channel {
  const channel = findChannel(slack.workspace, idOrName);
  if (!channel) return refuse('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.includes(slack.app.botUserId))
    return refuse('channel_not_found');
  if (permission) needScope(slack, `${scopePrefix[channel.kind]}:${permission}`);
  return channel;
}

/** The conversation, if the app is in it. */
export function joinedChannel(
  slack: Slack,
  idOrName: string,
  permission: 'read' | 'history' | null,
): Channel {
  const channel = knownChannel(slack, idOrName, permission);
  return channel.members.includes(slack.app.botUserId) ? channel : refuse('not_in_channel');
}

export interface Slice<T> {
  items: T[];
  cursor: string;
}

/** One page of a list; the cursor is the index where the next begins. */
export function paged<T>(
  all: readonly T[],
  args: Arguments,
  limits: { usual: number; most: number },
): Slice<T> {
  const cursor = args.text('cursor');
  const start =
    cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''));
  if (!Number.isInteger(start) || start < 0) return refuse('invalid_cursor');
  const limit = args.number('limit') ?? limits.usual;
  if (limit < 1 || limit > limits.most) return refuse('invalid_limit');
  const items = all.slice(start, start + limit);
  const end = start + items.length;
  return { items, cursor: end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '' };
}
