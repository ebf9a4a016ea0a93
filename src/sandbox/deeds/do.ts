import { elementsIn } from '../block-kit/inputs.ts';
import type { Deed, DeedResult } from '../client-api.ts';
import { assertNever } from '../json.ts';
import type { Slack } from '../slack.ts';
import { viewJson } from '../slack-json.ts';
import { maySeeChannel, openDirectMessage } from '../state/channels.ts';
import { isVisible } from '../state/messages.ts';
import type { Channel, Message, User } from '../state/records.ts';
import { act, findSpot, keepInput } from './actions.ts';
import { typeCommand, useGlobalShortcut, useMessageShortcut } from './commands.ts';
import { invite, inviteCommand, joinPublic, typeInvite } from './membership.ts';
import { deleteOwnMessage, editMessage, markRead, say } from './messages.ts';
import { done, failed, notHere } from './outcome.ts';
import { react, unreact } from './reactions.ts';
import { closeView, submitView } from './view-deeds.ts';

type ChannelDeed = Extract<Deed, { channel: string }>;
type OtherDeed = Exclude<Deed, ChannelDeed>;

/** Does what a person does in Slack's client, and answers what that person sees at once. */
export async function doDeed(slack: Slack, user: User, deed: Deed): Promise<DeedResult> {
  if (!('channel' in deed)) return doElsewhere(slack, user, deed);
  const channel = slack.workspace.channels.get(deed.channel);
  if (channel && deed.do === 'join' && maySeeChannel(channel, user)) return joinPublic(slack, user, channel);
  if (!channel?.members.includes(user.id)) return notHere;
  return doInChannel(slack, user, channel, deed);
}

async function doInChannel(
  slack: Slack,
  user: User,
  channel: Channel,
  deed: ChannelDeed,
): Promise<DeedResult> {
  switch (deed.do) {
    case 'slash':
      if (deed.command === inviteCommand.command) return typeInvite(slack, user, channel, deed.text);
      return typeCommand(slack, user, channel, deed.command, deed.text);
    case 'say': {
      const said = say(slack, user, channel, deed);
      return 'error' in said ? failed(said.error) : done;
    }
    case 'read':
      markRead(slack, user, channel);
      return done;
    case 'join':
      return done;
    case 'invite':
      return invite(slack, user, channel, deed.user);
    default: {
      const message = slack.workspace.messages.find(channel.id, deed.ts);
      if (!message || !isVisible(slack.workspace, message)) return failed('This message is no longer here.');
      return doToMessage(slack, user, channel, message, deed);
    }
  }
}

async function doToMessage(
  slack: Slack,
  user: User,
  channel: Channel,
  message: Message,
  deed: Extract<ChannelDeed, { ts: string }>,
): Promise<DeedResult> {
  switch (deed.do) {
    case 'edit':
      return editMessage(slack, user, channel, message, deed.text);
    case 'delete':
      return deleteOwnMessage(slack, user, channel, message);
    case 'react': {
      const refusal = react(slack, channel, message, user.id, deed.name);
      return refusal ? failed(refusal) : done;
    }
    case 'unreact': {
      const refusal = unreact(slack, channel, message, user.id, deed.name);
      return refusal ? failed(refusal) : done;
    }
    case 'message-shortcut':
      return useMessageShortcut(slack, user, channel, message, deed.callbackId);
    default:
      return assertNever(deed);
  }
}

async function doElsewhere(slack: Slack, user: User, deed: OtherDeed): Promise<DeedResult> {
  switch (deed.do) {
    case 'global-shortcut':
      return useGlobalShortcut(slack, user, deed.callbackId);
    case 'action':
      return act(slack, user, deed.place, deed, deed.value);
    case 'input': {
      const spot = findSpot(slack, user, { in: 'view', viewId: deed.viewId });
      const view = spot && 'view' in spot ? spot.view : undefined;
      const placed = elementsIn(view?.blocks ?? []).find(
        ({ blockId, actionId }) => blockId === deed.blockId && actionId === deed.actionId,
      );
      if (!view || !placed) return failed('This view has changed.');
      keepInput(slack, view, placed, deed.value);
      return done;
    }
    case 'submit-view':
      return submitView(slack, user, deed.viewId);
    case 'close-view':
      return closeView(slack, user, deed.viewId, deed.clearAll === true);
    case 'open-home':
      openAppHome(slack, user, deed.tab);
      return done;
    case 'open-dm': {
      const other = slack.workspace.users.get(deed.user);
      if (!other) return failed('There is no such person.');
      openDirectMessage(slack.workspace, user, other);
      return done;
    }
    default:
      return assertNever(deed);
  }
}

/** Someone opens the app's page: its Home, or the direct message with it. */
export function openAppHome(slack: Slack, user: User, tab: 'home' | 'messages'): void {
  const { workspace, app } = slack;
  const bot = workspace.users.get(app.botUserId);
  if (!bot) return;
  const channel = openDirectMessage(workspace, bot, user);
  const home = tab === 'home' ? workspace.homes.get(user.id) : undefined;
  slack.events.publish(
    'app_home_opened',
    {
      type: 'app_home_opened',
      user: user.id,
      channel: channel.id,
      tab,
      ...(home && { view: viewJson(slack, home) }),
      event_ts: workspace.newTs(),
    },
    null,
  );
}
