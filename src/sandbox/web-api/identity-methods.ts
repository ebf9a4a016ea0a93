import { userJson } from '../slack-json.ts';
import { refuse } from './call.ts';
import { type Methods, paged } from './method.ts';

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
        bot: {
          id: app.botId,
          deleted: false,
          name: app.manifest.botName,
          updated: 0,
          app_id: app.id,
          user_id: app.botUserId,
        },
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
