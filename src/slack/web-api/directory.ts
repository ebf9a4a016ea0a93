import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../clock.ts';
import { type PersonId, personId, userOf } from '../../domain/person.ts';
import type { Standing } from '../../domain/request/rights.ts';
import type { Log } from '../../usecases/desk.ts';
import type { Directory, Store } from '../../usecases/ports.ts';
import type { Person } from '../../usecases/records.ts';
import { Memory } from './memory.ts';

export interface DirectoryOptions {
  workspace: string;
  client: WebClient;
  store: Pick<Store, 'person' | 'write'>;
  clock: Clock;
  log: Log;
  /** Where IT is to be found at present. */
  itIs: () => Promise<{ usergroup: string | null; triageChannel: string | null }>;
}

/** Looks people up in Slack. What cannot be looked up has no rights: it fails closed. */
export function createDirectory(options: DirectoryOptions): Directory {
  const { workspace, client, store, clock, log } = options;

  const profiles = new Memory({
    ...{ clock, log, what: 'a profile' },
    async read(id: PersonId): Promise<Person> {
      const { user } = await client.users.info({ user: userOf(id) });
      const outsider = user?.team_id !== workspace || user.is_stranger || user.is_restricted;
      const person: Person = {
        id,
        name: user?.profile?.display_name || user?.real_name || user?.name || userOf(id),
        zone: user?.tz ?? null,
        isMember:
          user !== undefined && !outsider && !user.is_bot && !user.deleted && !user.is_ultra_restricted,
        isAdmin: Boolean(user?.is_admin || user?.is_owner) && !outsider && !user?.deleted,
        readAt: clock.now(),
      };
      await store.write((transaction) => transaction.savePerson(person));
      return person;
    },
  });

  const members = new Memory({
    ...{ clock, log, what: 'who is in IT' },
    async read(place: string): Promise<ReadonlySet<string>> {
      const found = place.startsWith('S')
        ? await groupMembers(client, place)
        : await privateMembers(client, place);
      if (found !== 'public') return found;
      log.warn(
        { channel: place },
        'the triage channel is public, which makes nobody IT: make it private, or name a user group in the set-up',
      );
      return new Set();
    },
  });

  const groups = new Memory({
    ...{ clock, log, what: 'who is in a group that owns checks' },
    async read(group: string): Promise<readonly PersonId[]> {
      return [...(await groupMembers(client, group))].map((user) => personId(workspace, user));
    },
  });

  async function person(id: PersonId): Promise<Person> {
    try {
      return await profiles.get(id);
    } catch {
      const known = await store.person(id);
      return {
        ...(known ?? { id, name: userOf(id), zone: null, readAt: clock.now() }),
        isMember: false,
        isAdmin: false,
      };
    }
  }

  async function isIt(id: PersonId): Promise<boolean> {
    const { usergroup, triageChannel } = await options.itIs();
    const place = usergroup ?? triageChannel;
    if (!place) return false;
    try {
      return (await members.get(place)).has(userOf(id));
    } catch {
      return false;
    }
  }

  return {
    person,
    groups: {
      known(group) {
        const members = groups.peek(group);
        // The old list serves while a newer one is read.
        if (members) groups.get(group).catch(() => {});
        return members;
      },
      async learn(group) {
        await groups.get(group).catch(() => groups.keep(group, []));
      },
    },
    async standingOf(id): Promise<Standing> {
      const [{ isMember }, inIt] = await Promise.all([person(id), isIt(id)]);
      return { person: id, isMember, isIt: isMember && inIt };
    },
  };
}

async function groupMembers(client: WebClient, usergroup: string): Promise<ReadonlySet<string>> {
  const { users = [] } = await client.usergroups.users.list({ usergroup });
  return new Set(users);
}

/** Anyone can join a public channel, so its members prove nothing. */
async function privateMembers(client: WebClient, channel: string): Promise<ReadonlySet<string> | 'public'> {
  const { channel: found } = await client.conversations.info({ channel });
  if (!found?.is_private) return 'public';
  const members = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({ channel, limit: 1000, ...(cursor && { cursor }) });
    for (const member of page.members ?? []) members.add(member);
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return members;
}
