import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../clock.ts';
import { type PersonId, personId, userOf } from '../../domain/person.ts';
import type { Standing } from '../../domain/request/rights.ts';
import type { Log } from '../../usecases/desk.ts';
import type { Directory, Store } from '../../usecases/ports.ts';
import type { Person } from '../../usecases/records.ts';

const minute = 60_000;
/** After this a profile or a member list is read again while the old one still serves… */
const freshFor = 2 * minute;
/** …and after this it no longer serves: who cannot be looked up has no rights. */
const usableFor = 30 * minute;

interface Cached<Value> {
  value: Value;
  readAt: number;
}

/** Remembers what Slack said, reads it again when it gets old, and asks only once at a time. */
class Memory<Key, Value> {
  readonly #kept = new Map<Key, Cached<Value>>();
  readonly #underWay = new Map<Key, Promise<Value>>();
  readonly #clock: Clock;
  readonly #read: (key: Key) => Promise<Value>;

  constructor(clock: Clock, read: (key: Key) => Promise<Value>) {
    this.#clock = clock;
    this.#read = read;
  }

  /** What may still serve, without waiting; null if Slack has to be asked first. */
  peek(key: Key): Value | null {
    const cached = this.#kept.get(key);
    return cached && Math.abs(this.#clock.now() - cached.readAt) <= usableFor ? cached.value : null;
  }

  async get(key: Key): Promise<Value> {
    const cached = this.#kept.get(key);
    const age = cached ? Math.abs(this.#clock.now() - cached.readAt) : Number.POSITIVE_INFINITY;
    if (cached && age <= freshFor) return cached.value;
    const reading = this.#readOnce(key);
    if (!cached || age > usableFor) return reading;
    reading.catch(() => {
      // The old value serves until it is too old; the failure was logged where it happened.
    });
    return cached.value;
  }

  #readOnce(key: Key): Promise<Value> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    const reading = this.#read(key)
      .then((value) => {
        this.#kept.set(key, { value, readAt: this.#clock.now() });
        return value;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reading);
    return reading;
  }
}

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

  const profiles = new Memory(clock, async (id: PersonId): Promise<Person> => {
    const { user } = await client.users.info({ user: userOf(id) });
    const outsider = user?.team_id !== workspace || user.is_stranger || user.is_restricted;
    const person: Person = {
      id,
      name: user?.profile?.display_name || user?.real_name || user?.name || userOf(id),
      zone: user?.tz ?? null,
      isMember: user !== undefined && !outsider && !user.is_bot && !user.deleted && !user.is_ultra_restricted,
      isAdmin: Boolean(user?.is_admin || user?.is_owner) && !outsider && !user?.deleted,
      readAt: clock.now(),
    };
    await store.write((transaction) => transaction.savePerson(person));
    return person;
  });

  const members = new Memory(clock, async (place: string): Promise<ReadonlySet<string>> => {
    const found = place.startsWith('S')
      ? await groupMembers(client, place)
      : await privateMembers(client, place);
    if (found === 'public') {
      log.warn(
        { channel: place },
        'the triage channel is public, which makes nobody IT: make it private, or name a user group in the set-up',
      );
      return new Set();
    }
    return found;
  });

  const groups = new Memory(clock, async (group: string): Promise<readonly PersonId[]> => {
    try {
      return [...(await groupMembers(client, group))].map((user) => personId(workspace, user));
    } catch (error) {
      log.warn({ group, error: String(error) }, 'who is in a group that owns checks could not be read');
      return [];
    }
  });

  async function person(id: PersonId): Promise<Person> {
    try {
      return await profiles.get(id);
    } catch (error) {
      log.warn({ person: id, error: String(error) }, 'a profile could not be read');
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
    } catch (error) {
      log.warn({ place, error: String(error) }, 'who is in IT could not be read');
      return false;
    }
  }

  return {
    person,
    groups: {
      known(group) {
        const members = groups.peek(group);
        // The old list serves while a newer one is read; what fails there is no member.
        if (members) groups.get(group).catch(() => {});
        return members;
      },
      learn: async (group) => void (await groups.get(group)),
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
