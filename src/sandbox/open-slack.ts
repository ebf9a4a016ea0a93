import { randomBytes } from 'node:crypto';
import { installApp, readManifest } from './app.ts';
import { pause, type SandboxClock } from './clock.ts';
import { createTriggers } from './deeds/triggers.ts';
import { createDispatch } from './delivery/dispatch.ts';
import { createEvents } from './delivery/events.ts';
import { createSignedHttp, type SignedHttp } from './delivery/signed-http.ts';
import { createSocketMode, type SocketMode } from './delivery/socket-mode.ts';
import { ackWithin } from './delivery/transport.ts';
import { person } from './driver/person.ts';
import { createFaults } from './faults.ts';
import type { Slack } from './slack.ts';
import { createTheatre, type Scene, type Story } from './stage.ts';
import { openArchive } from './state/archive.ts';
import { seatCast } from './state/cast.ts';
import { knownUser } from './state/people.ts';
import { openWorkspace } from './state/workspace.ts';
import { createTrafficLog } from './traffic-log.ts';

export interface SandboxOptions {
  clock: SandboxClock;
  /** The app's manifest: its parsed object, or its YAML text. */
  manifest: unknown;
  /** How the app is reached. The URL of signed HTTP may come later, by `deliverTo`. */
  delivery: { mode: 'socket' } | { mode: 'http'; url?: string; signingSecret?: string };
  /** 0, the usual one, takes any free port. */
  port?: number;
  /** A SQLite file that outlives the process; without it the sandbox remembers nothing. */
  statePath?: string;
  /** Throws away what the file holds. */
  fresh?: boolean;
  /** Slack's rate tiers on the given clock; on unless switched off. */
  rateLimits?: boolean;
  /** Real milliseconds that the app has for an ack; Slack's are 3,000. */
  ackWithin?: number;
  /** Real time in epoch milliseconds, for signatures and time-outs. */
  realTime?: () => number;
  /** What the page can play by itself. */
  stories?: readonly Story[];
  /** What the page shows whoever comes without an address of their own, one a pane; a narrow page shows the first. */
  opening?: readonly Scene[];
  /** Waits so many milliseconds between the steps of a story; in real time unless a test says otherwise. */
  storyPause?: (milliseconds: number) => Promise<void>;
  /** Where a line for the operator goes, such as that a port is taken. */
  log?: (line: string) => void;
}

/** The local Slack behind its address; exactly one of the two ways to the app is there. */
export interface OpenSlack {
  slack: Slack;
  socketMode: SocketMode | null;
  signedHttp: SignedHttp | null;
  close(): Promise<void>;
}

/** Opens the state and puts the parts together; nothing listens yet. */
export function openSlack(options: SandboxOptions): OpenSlack {
  const { clock, delivery } = options;
  const realTime = options.realTime ?? Date.now;
  const archive = openArchive(options.statePath, options.fresh === true);
  const workspace = openWorkspace(archive, randomBytes(4).toString('hex').slice(1), clock, realTime);
  const app = installApp(
    readManifest(options.manifest),
    delivery.mode === 'http' ? delivery.signingSecret : undefined,
  );
  seatCast(workspace, { userId: app.botUserId, name: app.manifest.botName });

  const violations: string[] = [];
  const within = options.ackWithin ?? ackWithin;
  const way =
    delivery.mode === 'http'
      ? {
          socketMode: null,
          signedHttp: createSignedHttp(
            { signingSecret: app.signingSecret, realTime, ackWithin: within },
            delivery.url,
          ),
        }
      : {
          signedHttp: null,
          socketMode: createSocketMode({
            appId: app.id,
            ackWithin: within,
            violation: (sentence) => violations.push(sentence),
            connectionsChanged: () => workspace.changes.emit({ type: 'connections' }),
          }),
        };
  const transport = way.socketMode ?? way.signedHttp;
  const faults = createFaults();
  const log = createTrafficLog();
  const dispatch = createDispatch({ transport, faults, log, clock, realTime });
  const events = createEvents(workspace, app, dispatch, transport);
  const triggers = createTriggers(workspace, realTime);

  const theatre = createTheatre({
    stories: options.stories ?? [],
    opening: options.opening ?? [],
    pause: options.storyPause ?? pause,
    person: (name) => person(slack, knownUser(workspace, name)),
    changed: () => workspace.changes.emit({ type: 'stage' }),
  });
  const slack: Slack = {
    ...{ workspace, app, faults, log, dispatch, events, triggers, theatre, violations },
    baseUrl: '',
  };

  return {
    ...way,
    slack,
    async close() {
      theatre.close();
      events.stop();
      await transport.close();
      archive.close();
    },
  };
}
