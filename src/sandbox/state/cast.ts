import { saveChannel } from './channels.ts';
import type { Channel, Role } from './records.ts';
import type { Workspace } from './workspace.ts';

interface CastMember {
  name: string;
  realName: string;
  title: string;
  tz: string;
  role: Role;
  colour: string;
}

/** The people of a fresh sandbox. */
export const cast: readonly CastMember[] = [
  {
    name: 'mia',
    realName: 'Mia Winter',
    title: 'Field marketing',
    tz: 'Europe/Berlin',
    role: 'member',
    colour: '#b5446e',
  },
  {
    name: 'ben',
    realName: 'Ben Carter',
    title: 'Marketing operations',
    tz: 'America/New_York',
    role: 'member',
    colour: '#2a7f62',
  },
  {
    name: 'ines',
    realName: 'Ines Rao',
    title: 'IT, integrations',
    tz: 'Asia/Kolkata',
    role: 'member',
    colour: '#3b5bdb',
  },
  {
    name: 'tom',
    realName: 'Tom Hughes',
    title: 'IT service desk',
    tz: 'Europe/London',
    role: 'member',
    colour: '#9c5700',
  },
  {
    name: 'lea',
    realName: 'Lea Moreau',
    title: 'Marketing lead',
    tz: 'Europe/Paris',
    role: 'member',
    colour: '#7b3fa0',
  },
  {
    name: 'omar',
    realName: 'Omar Haddad',
    title: 'IT lead',
    tz: 'America/Los_Angeles',
    role: 'member',
    colour: '#0b7285',
  },
  {
    name: 'ada',
    realName: 'Ada Lindt',
    title: 'Workspace admin',
    tz: 'Europe/Berlin',
    role: 'admin',
    colour: '#495057',
  },
  {
    name: 'gus',
    realName: 'Gus Petrov',
    title: 'Agency, guest',
    tz: 'Europe/Berlin',
    role: 'guest',
    colour: '#a61e4d',
  },
  {
    name: 'xena',
    realName: 'Xena Ortiz',
    title: 'Vendor, another workspace',
    tz: 'America/Chicago',
    role: 'external',
    colour: '#5c7c0f',
  },
];

const everyoneHere = ['mia', 'ben', 'ines', 'tom', 'lea', 'omar', 'ada', 'gus'];

const rooms: { name: string; kind: 'public' | 'private'; topic: string; people: string[]; app: boolean }[] = [
  { name: 'general', kind: 'public', topic: 'Everyone', people: everyoneHere, app: false },
  {
    name: 'marketing',
    kind: 'public',
    topic: 'Campaigns, events, launches',
    people: ['mia', 'ben', 'lea', 'ada', 'gus', 'xena'],
    app: false,
  },
  {
    name: 'it-triage',
    kind: 'private',
    topic: 'What marketing needs from IT',
    people: ['ines', 'tom', 'omar'],
    app: true,
  },
  {
    name: 'marketing-it-weekly',
    kind: 'public',
    topic: 'The weekly digest',
    people: ['mia', 'ben', 'lea', 'ines', 'tom', 'omar', 'ada'],
    app: true,
  },
];

const externalTeam = 'T0VENDOR00';

/** `U00000MIA` for mia. */
export function userIdOf(name: string): string {
  return `U${name.toUpperCase().padStart(8, '0')}`;
}

/** Ada looks after the workspace. */
export const primaryOwner = userIdOf('ada');

/** Whom the page opens as. */
export const firstOfCast = userIdOf('mia');

/** Fills an empty workspace: the cast, the app's bot user, the channels and the user group @it-team. */
export function seatCast(workspace: Workspace, bot: { userId: string; name: string }): void {
  const isNew = workspace.users.all().length === 0;
  // The app may have been renamed since.
  workspace.users.put(bot.userId, {
    id: bot.userId,
    name: bot.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    realName: bot.name,
    title: '',
    email: '',
    teamId: workspace.team.id,
    tz: 'UTC',
    role: 'bot',
    colour: '#1d4ed8',
    deleted: false,
  });
  if (!isNew) return;
  for (const { name, realName, title, tz, role, colour } of cast) {
    const teamId = role === 'external' ? externalTeam : workspace.team.id;
    const email = `${name}@${role === 'external' ? 'vendor' : 'sandbox'}.example`;
    const id = userIdOf(name);
    workspace.users.put(id, { id, name, realName, title, email, teamId, tz, role, colour, deleted: false });
  }
  for (const { name, kind, topic, people, app } of rooms) {
    const channel: Channel = {
      id: `C0${name.replaceAll('-', '').toUpperCase()}`,
      name,
      kind,
      topic,
      members: [...people.map(userIdOf), ...(app ? [bot.userId] : [])],
      isArchived: false,
      isShared: people.includes('xena'),
      creator: userIdOf('ada'),
      created: Math.floor(workspace.clock.now() / 1000),
      lastRead: {},
    };
    saveChannel(workspace, channel);
  }
  const itTeam = {
    id: 'S00ITTEAM',
    handle: 'it-team',
    name: 'IT team',
    members: ['ines', 'tom', 'omar'].map(userIdOf),
  };
  workspace.groups.put(itTeam.id, itTeam);
}
