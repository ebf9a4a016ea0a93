import type { InstalledApp } from './app.ts';
import { type Fields, fieldsOf, listOf, textOf } from './json.ts';
import { primaryOwner } from './state/cast.ts';
import { isVisible, visibleReplies } from './state/messages.ts';
import { zoneLabel, zoneOffset } from './state/people.ts';
import type { Channel, Message, StateValues, StoredFile, User, View } from './state/records.ts';
import type { Workspace } from './state/workspace.ts';

/** A user as `users.info` shows it. */
export function userJson(workspace: Workspace, user: User, withEmail: boolean): Fields {
  const external = user.role === 'external';
  const now = workspace.clock.now();
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    color: user.colour.slice(1),
    real_name: user.realName,
    tz: user.tz,
    tz_label: zoneLabel(user.tz, now),
    tz_offset: zoneOffset(user.tz, now),
    profile: {
      title: user.title,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: user.teamId,
      ...(withEmail && !external && user.role !== 'bot' && { email: user.email }),
    },
    is_admin: user.role === 'admin',
    is_owner: user.role === 'admin',
    is_primary_owner: user.id === primaryOwner,
    is_restricted: user.role === 'guest',
    is_ultra_restricted: false,
    is_bot: user.role === 'bot',
    is_app_user: false,
    ...(external && { is_stranger: true }),
    updated: 0,
  };
}

/** A conversation as `conversations.info` shows it to the app. */
export function channelJson(channel: Channel, app: InstalledApp, withCount: boolean): Fields {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.isArchived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    is_ext_shared: channel.isShared,
    is_shared: channel.isShared,
  };
  if (channel.kind === 'im') {
    const other = channel.members.find((member) => member !== app.botUserId) ?? app.botUserId;
    return { ...common, user: other, is_user_deleted: false, is_open: true, priority: 0 };
  }
  const text = (value: string) => ({ value, creator: channel.creator, last_set: channel.created });
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_member: channel.members.includes(app.botUserId),
    creator: channel.creator,
    topic: text(channel.topic),
    purpose: text(''),
    previous_names: [],
    ...(withCount && { num_members: channel.members.length }),
  };
}

/** What a delivered payload calls the channel. */
export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

export function fileJson(workspace: Workspace, file: StoredFile, baseUrl: string): Fields {
  const url = `${baseUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
  const places = placesOf(workspace, file);
  const among = (kind: Channel['kind']) =>
    places.filter(({ channel }) => channel.kind === kind).map(({ channel }) => channel.id);
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'binary';
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    user: file.user,
    user_team: workspace.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: among('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: url,
    permalink: url,
    channels: among('public'),
    groups: among('private'),
    ims: among('im'),
    file_access: 'visible',
    shares: {
      public: sharesIn(places.filter(({ channel }) => channel.kind === 'public')),
      private: sharesIn(places.filter(({ channel }) => channel.kind !== 'public')),
    },
  };
}

interface Place {
  channel: Channel;
  messages: Message[];
}

/** Where it stands by now: Slack shares a completed upload a moment later. */
function placesOf(workspace: Workspace, { id: file, channels }: StoredFile): Place[] {
  return channels.flatMap((id) => {
    const channel = workspace.channels.get(id);
    const messages = workspace.messages
      .inChannel(id)
      .filter((message) => message.files.includes(file) && isVisible(workspace, message));
    return channel && messages.length > 0 ? [{ channel, messages }] : [];
  });
}

function sharesIn(places: readonly Place[]): Fields {
  const sharesOf = ({ messages }: Place) =>
    messages.map(({ ts, threadTs }) => ({ ts, ...(threadTs !== null && { thread_ts: threadTs }) }));
  return Object.fromEntries(places.map((place) => [place.channel.id, sharesOf(place)]));
}

/** What is left of a deleted file in the message that held it. */
export function tombstoneJson({ id }: StoredFile): Fields {
  return { id, mode: 'tombstone' };
}

/** What it takes to show a message or a view. */
export interface Reading {
  workspace: Workspace;
  app: InstalledApp;
  baseUrl: string;
}

/** A message as `conversations.history` shows it. */
export function messageJson(reading: Reading, message: Message, withMetadata: boolean): Fields {
  const { workspace, app, baseUrl } = reading;
  const replies = visibleReplies(workspace, message.channel, message.ts);
  const files = message.files.map((id) => workspace.files.get(id)).filter((file) => file !== undefined);
  return {
    type: 'message',
    ...subtypeOf(message),
    user: message.tombstone ? 'USLACKBOT' : message.user,
    ts: message.ts,
    text: message.text,
    team: workspace.team.id,
    ...(message.byApp && {
      bot_id: app.botId,
      app_id: app.id,
      bot_profile: {
        id: app.botId,
        app_id: app.id,
        name: app.manifest.botName,
        deleted: false,
        team_id: workspace.team.id,
      },
    }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(files.length > 0 && {
      files: files.map((file) => fileJson(workspace, file, baseUrl)),
      upload: false,
    }),
    ...(message.edited && { edited: message.edited }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map(({ name, users }) => ({ name, users, count: users.length })),
    }),
    ...(message.threadTs !== null && {
      thread_ts: message.threadTs,
      parent_user_id: workspace.messages.find(message.channel, message.threadTs)?.user,
    }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users_count: new Set(replies.map(({ user }) => user)).size,
      latest_reply: replies.at(-1)?.ts,
      reply_users: [...new Set(replies.map(({ user }) => user))],
      is_locked: false,
      subscribed: replies.some(({ byApp }) => byApp) || message.byApp,
    }),
    ...(message.metadata && withMetadata && { metadata: message.metadata }),
  };
}

/** Messages with files from people carry a subtype only in events; in history only these two do. */
function subtypeOf(message: Message): Fields {
  if (message.tombstone) return { subtype: 'tombstone', hidden: true };
  return message.broadcast ? { subtype: 'thread_broadcast' } : {};
}

/** The state of a view, with whole file objects where a file input keeps ids. */
function stateJson(reading: Reading, state: StateValues): Fields {
  const { workspace, baseUrl } = reading;
  const whole = (value: Fields) =>
    value.type !== 'file_input'
      ? value
      : {
          ...value,
          files: listOf(value.files).flatMap((file) => {
            const stored = workspace.files.get(textOf(fieldsOf(file).id));
            return stored ? [fileJson(workspace, stored, baseUrl)] : [];
          }),
        };
  return Object.fromEntries(
    Object.entries(state).map(([blockId, actions]) => [
      blockId,
      Object.fromEntries(Object.entries(actions).map(([actionId, value]) => [actionId, whole(value)])),
    ]),
  );
}

/** A view as the Web API answers it and as payloads carry it. */
export function viewJson(reading: Reading, view: View): Fields {
  const { workspace, app } = reading;
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: stateJson(reading, view.state) },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.id,
    external_id: view.externalId,
    app_installed_team_id: workspace.team.id,
    bot_id: app.botId,
  };
}
