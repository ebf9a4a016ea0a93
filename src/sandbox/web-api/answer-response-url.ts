import { setOriginal } from '../deeds/payload.ts';
import { publishChanged, publishDeleted, publishPosted } from '../delivery/message-events.ts';
import { type Fields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../slack-json.ts';
import { addEphemeral, addMessage, deleteMessage, saveMessage, withIds } from '../state/messages.ts';
import type { Channel, Message, ResponseUrl } from '../state/records.ts';
import { Arguments, refuse, SlackRefusal } from './call.ts';
import { readContent } from './message-content.ts';

const mostUses = 5;

export interface ResponseUrlAnswer {
  status: number;
  body: Fields | string;
}

/** A post to a `response_url`: five of them within half an hour. */
export function answerResponseUrl(slack: Slack, id: string, fields: Fields | undefined): ResponseUrlAnswer {
  const { workspace } = slack;
  const known = workspace.responseUrls.get(id);
  const channel = known && workspace.channels.get(known.channel);
  if (!known || !channel || known.expiresAt <= workspace.clock.now()) {
    return { status: 404, body: { ok: false, error: 'expired_url' } };
  }
  if (known.used >= mostUses) return { status: 404, body: { ok: false, error: 'used_url' } };
  if (!fields) return { status: 400, body: 'invalid_payload' };
  try {
    workspace.responseUrls.put(id, { ...known, used: known.used + 1 });
    respond(slack, known, channel, fields);
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return { status: 400, body: { ok: false, error: error.code, ...error.extra } };
  }
}

function originalOf({ workspace }: Slack, known: ResponseUrl): Message | undefined {
  if (known.ts === null) return undefined;
  return (
    workspace.messages.find(known.channel, known.ts) ??
    workspace.ephemerals.find(({ ts, ephemeralFor }) => ts === known.ts && ephemeralFor === known.user)
  );
}

function respond(slack: Slack, known: ResponseUrl, channel: Channel, fields: Fields): void {
  const { workspace, app } = slack;
  const args = new Arguments(fields);
  const original = originalOf(slack, known);
  if (args.flag('delete_original')) {
    if (!original) return void refuse('message_not_found');
    const previous = messageJson(slack, original, true);
    deleteMessage(workspace, original);
    if (original.ephemeralFor === null) publishDeleted(slack, channel, original, previous);
    return;
  }
  const { text, blocks } = readContent(args);
  if (args.flag('replace_original') && original) {
    const previous = messageJson(slack, original, true);
    original.text = text;
    original.blocks = withIds(workspace, blocks);
    saveMessage(workspace, original);
    if (original.ephemeralFor === null) publishChanged(slack, channel, original, previous);
    return;
  }
  const message = {
    channel: channel.id,
    user: app.botUserId,
    byApp: true,
    text,
    blocks: withIds(workspace, blocks),
    threadTs: args.text('thread_ts') ?? null,
  };
  if (textOf(fields.response_type) === 'in_channel')
    publishPosted(slack, channel, addMessage(workspace, message));
  else setOriginal(slack, known.id, addEphemeral(workspace, known.user, message).ts);
}
