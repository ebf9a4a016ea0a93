import { userJson } from '../slack-json.ts';
import { refuse } from './call.ts';
import { knownChannel, type Methods, needScope, paged } from './method.ts';
import { channelJson } from '../slack-json.ts';

/** Who is who: the app, the team, people and user groups. */
export const identityMethods: Methods = {
  'api.test': {
    scopes: [],
    tier: 'tier4',
    token: 'none',
    run: (_slack, args) => (args.has('error') ? refuse(args.required('error')) : { args: args.fields }),
  },
  'auth.test': {
    scopes: [],
    tier: 'none',
    token: 'bot',
    run: ({ workspace, app, baseUrl }) => ({
      url: `${baseUrl}/`,
      team: workspace.team.name,
      user: workspace.users.get(app.botUserId)?.name,
      team_id: workspace.team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'team.info': {
    scopes: ['team:read'],
    tier: 'tier3',
    token: 'bot',
    run: ({ workspace: { team } }) => ({ team: { ...team, email_domain: '', icon: {} } }),
  },
  'bots.info': {
    scopes: ['users:read'],
    tier: 'tier3',
    token: 'bot',
    run({ app }, args) {
      if (args.has('bot') && args.text('bot') !== app.botId) return refuse('bot_not_found');
      return {
        bot: { id: app.botId, deleted: false, name: app.manifest.botName, updated: 0, app_id: app.id, user_id: app.botUserId },
      };
    },
  },
  'users.info': {
    scopes: ['users:read'],
    tier: 'tier4',
    token: 'bot',
    run({ workspace, app }, args) {
      const user = workspace.users.get(args.required('user')) ?? refuse('user_not_found');
      return { user: userJson(workspace, user, app.scopes.has('users:read.email')) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    tier: 'tier2',
    token: 'bot',
    run({ workspace, app }, args) {
      const here = workspace.users.all().filter(({ role }) => role !== 'external');
      const { items, cursor } = paged(here, args, { usual: 1000, most: 1000 });
      return {
        members: items.map((user) => userJson(workspace, user, app.scopes.has('users:read.email'))),
        cache_ts: Math.floor(workspace.clock.now() / 1000),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    tier: 'tier3',
    token: 'bot',
    run({ workspace }, args) {
      const email = args.required('email').toLowerCase();
      const user = workspace.users.all().find((one) => one.email === email && one.role !== 'external');
      return { user: userJson(workspace, user ?? refuse('users_not_found'), true) };
    },
  },
  'users.conversations': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const { workspace, app } = slack;
      const user = args.text('user') ?? app.botUserId;
      if (!workspace.users.get(user)) return refuse('user_not_found');
      const wanted = channelKinds(args.text('types') ?? 'public_channel');
      for (const kind of wanted) needScope(slack, `${{ public: 'channels', private: 'groups', im: 'im' }[kind]}:read`);
      const found = workspace.channels
        .all()
        .filter(({ kind, members }) => wanted.has(kind) && members.includes(user) && (kind === 'public' || members.includes(app.botUserId)))
        .filter(({ isArchived }) => !(args.flag('exclude_archived') && isArchived));
      const { items, cursor } = paged(found, args, { usual: 100, most: 999 });
      return {
        channels: items.map((channel) => channelJson(channel, app, false)),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'conversations.list': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    tier: 'tier2',
    token: 'bot',
    run(slack, args) {
      const { workspace, app } = slack;
      const wanted = channelKinds(args.text('types') ?? 'public_channel');
      for (const kind of wanted) needScope(slack, `${{ public: 'channels', private: 'groups', im: 'im' }[kind]}:read`);
      const found = workspace.channels
        .all()
        .filter(({ kind, members }) => wanted.has(kind) && (kind === 'public' || members.includes(app.botUserId)))
        .filter(({ isArchived }) => !(args.flag('exclude_archived') && isArchived));
      const { items, cursor } = paged(found, args, { usual: 100, most: 1000 });
      return {
        channels: items.map((channel) => channelJson(channel, app, true)),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'conversations.members': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    tier: 'tier4',
    token: 'bot',
    run(slack, args) {
      const channel = knownChannel(slack, args.required('channel'), 'read');
      const { items, cursor } = paged(channel.members, args, { usual: 100, most: 1000 });
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    tier: 'tier2',
    token: 'bot',
    run: ({ workspace }, args) => ({
      usergroups: workspace.groups.all().map(({ id, handle, name, members }) => ({
        id,
        team_id: workspace.team.id,
        is_usergroup: true,
        name,
        handle,
        description: '',
        date_delete: 0,
        user_count: members.length,
        ...(args.flag('include_users') && { users: members }),
      })),
    }),
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    tier: 'tier2',
    token: 'bot',
    run: ({ workspace }, args) => ({
      users: (workspace.groups.get(args.required('usergroup')) ?? refuse('no_such_subteam')).members,
    }),
  },
};

function channelKinds(types: string): Set<'public' | 'private' | 'im'> {
  const kinds = new Set<'public' | 'private' | 'im'>();
  for (const type of types.split(',').map((part) => part.trim())) {
    if (type === 'public_channel') kinds.add('public');
    else if (type === 'private_channel') kinds.add('private');
    else if (type === 'im') kinds.add('im');
    else if (type !== 'mpim') refuse('invalid_types');
  }
  return kinds;
}
