import type { DeedResult } from '../client-api.ts';
import { publishPosted } from '../delivery/message-events.ts';
import { type Fields, isFields } from '../json.ts';
import type { Slack } from '../slack.ts';
import { channelName, messageJson } from '../slack-json.ts';
import { addEphemeral, addMessage, withIds } from '../state/messages.ts';
import type { Channel, Message, User } from '../state/records.ts';
import { Arguments, SlackRefusal } from '../web-api/call.ts';
import { readContent } from '../web-api/message-content.ts';
import { composeCommand } from './compose.ts';
import { commandFailure, done, failed, troubleConnecting } from './outcome.ts';
import { interactionBase, newResponseUrl, setOriginal } from './payload.ts';

/** Someone types a slash command. What the app acknowledges with is shown to that person, or to all. */
export async function typeCommand(
  slack: Slack,
  user: User,
  channel: Channel,
  command: string,
  text: string,
): Promise<DeedResult> {
  const { workspace, app } = slack;
  const declared = app.manifest.commands.find((one) => one.command === command);
  if (!declared || user.role === 'external') return failed(`${command} is not a valid command.`);
  const about = { user: user.id, channel: channel.id, ts: null };
  const responseUrl = newResponseUrl(slack, about);
  const ack = await slack.dispatch.deliver({
    kind: 'command',
    payload: {
      token: app.verificationToken,
      team_id: workspace.team.id,
      team_domain: workspace.team.domain,
      channel_id: channel.id,
      channel_name: channelName(channel),
      user_id: user.id,
      user_name: user.name,
      command,
      text: composeCommand(workspace, text.trim(), declared.shouldEscape),
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: responseUrl.url,
      trigger_id: slack.triggers.issue({ user: user.id, viewId: null }),
    },
  });
  const failure = commandFailure(command, ack);
  if (failure || ack.outcome !== 'acked') return failure ?? done;
  showAnswer(slack, user, channel, { command, body: ack.body, responseUrlId: responseUrl.id });
  return done;
}

function showAnswer(
  slack: Slack,
  user: User,
  channel: Channel,
  { command, body, responseUrlId }: { command: string; body: unknown; responseUrlId: string },
): void {
  if (body === undefined || body === null || body === '') return;
  const answer: Fields = isFields(body) ? body : { text: String(body) };
  if (Object.keys(answer).length === 0) return;
  try {
    const { text, blocks } = readContent(new Arguments(answer));
    const message = {
      channel: channel.id,
      user: slack.app.botUserId,
      byApp: true,
      text,
      blocks: withIds(slack.workspace, blocks),
    };
    if (answer.response_type === 'in_channel') {
      publishPosted(slack, channel, addMessage(slack.workspace, message));
    } else {
      setOriginal(slack, responseUrlId, addEphemeral(slack.workspace, user.id, message).ts);
    }
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    slack.violations.push(`the ack of ${command} was refused: ${error.code} ${JSON.stringify(error.extra)}`);
  }
}

function shortcutType(slack: Slack, callbackId: string): 'global' | 'message' | undefined {
  return slack.app.manifest.shortcuts.find((shortcut) => shortcut.callbackId === callbackId)?.type;
}

export async function useGlobalShortcut(slack: Slack, user: User, callbackId: string): Promise<DeedResult> {
  if (shortcutType(slack, callbackId) !== 'global') return failed('This shortcut is not available.');
  const ack = await slack.dispatch.deliver({
    kind: 'interaction',
    payload: {
      type: 'shortcut',
      ...interactionBase(slack, user),
      action_ts: slack.workspace.newTs(),
      callback_id: callbackId,
      trigger_id: slack.triggers.issue({ user: user.id, viewId: null }),
    },
  });
  return ack.outcome === 'acked' ? done : troubleConnecting;
}

export async function useMessageShortcut(
  slack: Slack,
  user: User,
  channel: Channel,
  message: Message,
  callbackId: string,
): Promise<DeedResult> {
  if (shortcutType(slack, callbackId) !== 'message') return failed('This shortcut is not available.');
  const ack = await slack.dispatch.deliver({
    kind: 'interaction',
    payload: {
      type: 'message_action',
      ...interactionBase(slack, user),
      action_ts: slack.workspace.newTs(),
      channel: { id: channel.id, name: channelName(channel) },
      callback_id: callbackId,
      trigger_id: slack.triggers.issue({ user: user.id, viewId: null }),
      message_ts: message.ts,
      message: messageJson(slack, message, false),
      response_url: newResponseUrl(slack, {
        user: user.id,
        channel: channel.id,
        ts: message.ts,
      }).url,
    },
  });
  return ack.outcome === 'acked' ? done : troubleConnecting;
}
