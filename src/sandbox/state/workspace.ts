import { type Bus, createBus } from '../bus.ts';
import type { RealTime, SandboxClock } from '../clock.ts';
import type { Archive } from './archive.ts';
import { createMessageBook, type MessageBook } from './message-book.ts';
import type {
  Channel,
  Message,
  PendingEvent,
  ResponseUrl,
  StateChange,
  StoredFile,
  Team,
  User,
  UserGroup,
  View,
} from './records.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** Everything that the local Slack remembers. */
export interface Workspace {
  team: Team;
  clock: SandboxClock;
  realTime: RealTime;
  archive: Archive;
  changes: Bus<StateChange>;
  users: Shelf<User>;
  channels: Shelf<Channel>;
  groups: Shelf<UserGroup>;
  files: Shelf<StoredFile>;
  messages: MessageBook;
  /** Ephemeral messages, newest last; in memory only. */
  ephemerals: Message[];
  /** User id -> open modals, the top one last. */
  stacks: Shelf<View[]>;
  /** User id -> App Home. */
  homes: Shelf<View>;
  responseUrls: Shelf<ResponseUrl>;
  pendingEvents: Shelf<PendingEvent>;
  /** A new id such as `V0000042`: unique in this workspace for ever. */
  newId(prefix: string): string;
  /** A new message timestamp: the clock's instant, but never one given before. */
  newTs(): string;
}

export function openWorkspace(
  archive: Archive,
  seed: string,
  clock: SandboxClock,
  realTime: RealTime,
): Workspace {
  const teams = createShelf<Team>(archive, 'team');
  const team =
    teams.all()[0] ??
    teams.put('team', {
      id: `T0${seed.toUpperCase()}`,
      name: 'Sandbox',
      domain: `sandbox-${seed.toLowerCase()}`,
    });
  const counters = createShelf<number>(archive, 'counter');

  return {
    team,
    clock,
    realTime,
    archive,
    changes: createBus(),
    users: createShelf(archive, 'user'),
    channels: createShelf(archive, 'channel'),
    groups: createShelf(archive, 'group'),
    files: createShelf(archive, 'file'),
    messages: createMessageBook(archive),
    ephemerals: [],
    stacks: createShelf(archive, 'stack'),
    homes: createShelf(archive, 'home'),
    responseUrls: createShelf(archive, 'response-url'),
    pendingEvents: createShelf(archive, 'pending-event'),
    newId(prefix) {
      const next = (counters.get(prefix) ?? 0) + 1;
      counters.put(prefix, next);
      return `${prefix}${next.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    newTs() {
      const microseconds = Math.max(clock.now() * 1000, (counters.get('ts') ?? 0) + 1);
      counters.put('ts', microseconds);
      return `${Math.floor(microseconds / 1e6)}.${String(microseconds % 1e6).padStart(6, '0')}`;
    },
  };
}
