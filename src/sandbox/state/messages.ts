import type { Block } from '../client-api.ts';
import type { Message, MessageMetadata } from './records.ts';
import type { Workspace } from './workspace.ts';

export interface NewMessage {
  channel: string;
  user: string;
  byApp: boolean;
  text: string;
  blocks: Block[];
  threadTs?: string | null;
  broadcast?: boolean;
  files?: string[];
  metadata?: MessageMetadata | null;
  /** Real milliseconds until anyone sees it. */
  hiddenFor?: number;
}

function recordOf(workspace: Workspace, message: NewMessage): Message {
  return {
    channel: message.channel,
    ts: workspace.newTs(),
    threadTs: message.threadTs ?? null,
    user: message.user,
    byApp: message.byApp,
    text: message.text,
    blocks: message.blocks,
    broadcast: message.broadcast ?? false,
    edited: null,
    reactions: [],
    files: message.files ?? [],
    metadata: message.metadata ?? null,
    tombstone: false,
    ephemeralFor: null,
    visibleFrom: workspace.realTime() + (message.hiddenFor ?? 0),
  };
}

export function isVisible(workspace: Workspace, message: Message): boolean {
  return message.visibleFrom <= workspace.realTime();
}

/** Emits now, or when a message that is shown late appears. */
function announce(workspace: Workspace, message: Message, isNew: boolean): void {
  const emit = () =>
    workspace.changes.emit({ type: 'message', channel: message.channel, ts: message.ts, isNew });
  const wait = message.visibleFrom - workspace.realTime();
  if (wait <= 0) emit();
  else if (isNew) setTimeout(emit, wait + 1).unref();
}

export function addMessage(workspace: Workspace, message: NewMessage): Message {
  const added = workspace.messages.put(recordOf(workspace, message));
  announce(workspace, added, true);
  const parent = added.threadTs === null ? undefined : workspace.messages.find(added.channel, added.threadTs);
  if (parent) announce(workspace, parent, false);
  return added;
}

export function addEphemeral(workspace: Workspace, forUser: string, message: NewMessage): Message {
  const added = { ...recordOf(workspace, message), ephemeralFor: forUser };
  workspace.ephemerals.push(added);
  workspace.changes.emit({ type: 'ephemeral', message: added });
  return added;
}

/** Writes a message that its caller has changed. */
export function saveMessage(workspace: Workspace, message: Message): void {
  if (message.ephemeralFor !== null) {
    workspace.changes.emit({ type: 'ephemeral', message });
    return;
  }
  workspace.messages.put(message);
  announce(workspace, message, false);
}

/** Takes it away; a parent whose replies still stand stays as a tombstone. */
export function deleteMessage(workspace: Workspace, message: Message): void {
  const { channel, ts, threadTs } = message;
  if (message.ephemeralFor !== null) {
    workspace.ephemerals = workspace.ephemerals.filter((other) => other !== message);
    workspace.changes.emit({ type: 'ephemeral-deleted', user: message.ephemeralFor, channel, ts });
    return;
  }
  if (workspace.messages.replies(channel, ts).length > 0) {
    Object.assign(message, {
      tombstone: true,
      text: 'This message was deleted.',
      blocks: [],
      files: [],
      reactions: [],
    });
    saveMessage(workspace, message);
    return;
  }
  workspace.messages.remove(message);
  workspace.changes.emit({ type: 'message-deleted', channel, ts, threadTs });
  const parent = threadTs === null ? undefined : workspace.messages.find(channel, threadTs);
  if (parent) announce(workspace, parent, false);
}

export function visibleReplies(workspace: Workspace, channel: string, threadTs: string): Message[] {
  return workspace.messages.replies(channel, threadTs).filter((reply) => isVisible(workspace, reply));
}

/** What stands in the channel itself, oldest first: no replies but the broadcast ones. */
export function visibleTopLevel(workspace: Workspace, channel: string): Message[] {
  return workspace.messages
    .inChannel(channel)
    .filter((message) => (message.threadTs === null || message.broadcast) && isVisible(workspace, message));
}

/** A block without a block_id gets one, and so does every element without an action_id, as in Slack. */
export function withIds(workspace: Workspace, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const filled: Block = { ...block, block_id: block.block_id || workspace.newId('b') };
    if (typeof filled.element === 'object') filled.element = withActionId(workspace, filled.element);
    if (typeof filled.accessory === 'object') filled.accessory = withActionId(workspace, filled.accessory);
    for (const key of ['elements', 'actions'] as const) {
      const list = filled[key];
      if (Array.isArray(list) && filled.type !== 'rich_text') {
        filled[key] = list.map((element) => withActionId(workspace, element));
      }
    }
    if (Array.isArray(filled.child_blocks)) filled.child_blocks = withIds(workspace, filled.child_blocks);
    return filled;
  });
}

const passive = new Set(['image', 'mrkdwn', 'plain_text', 'card']);

function withActionId(workspace: Workspace, element: unknown): unknown {
  if (typeof element !== 'object' || element === null || !('type' in element)) return element;
  if (typeof element.type !== 'string' || passive.has(element.type)) return element;
  if ('action_id' in element && element.action_id) return element;
  return { ...element, action_id: workspace.newId('a') };
}
