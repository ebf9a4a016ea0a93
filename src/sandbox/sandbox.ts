import { randomBytes } from 'node:crypto';
import { type Admin, createAdmin } from './admin.ts';
import { installApp, readManifest } from './app.ts';
import type { Control, ControlState, LogEntry } from './client-api.ts';
import type { SandboxClock } from './clock.ts';
import { createControls } from './control.ts';
import { createTriggers } from './deeds/triggers.ts';
import { createDispatch } from './delivery/dispatch.ts';
import { createEvents } from './delivery/events.ts';
import { createSignedHttp } from './delivery/signed-http.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { type Ack, ackWithin, type Envelope } from './delivery/transport.ts';
import { type Person, person } from './driver/person.ts';
import { createFaults } from './faults.ts';
import { createListener } from './server/answer.ts';
import type { ApiParts } from './server/api-routes.ts';
import { isOurs } from './server/front-door.ts';
import { listen } from './server/listen.ts';
import type { Slack } from './slack.ts';
import { openArchive } from './state/archive.ts';
import { seatCast } from './state/cast.ts';
import { findChannel } from './state/channels.ts';
import { findUser } from './state/people.ts';
import type { Channel, Message } from './state/records.ts';
import { openWorkspace } from './state/workspace.ts';
import { createTrafficLog } from './traffic-log.ts';
import { allMethods } from './web-api/methods.ts';
import { createRateLimits } from './web-api/rate-limits.ts';

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
  /** Where a line for the operator goes, such as that a port is taken. */
  log?: (line: string) => void;
}

/** A local Slack with one app installed in it. */
export interface Sandbox {
  url: string;
  /** For `slackApiUrl`: ends in `/api/`. */
  apiUrl: string;
  teamId: string;
  appId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** A driver for one of the cast: mia, ben, ines, tom, lea, omar, ada, gus, xena. */
  person(name: string): Person;
  /** By id or `#name`; throws if there is none. */
  channel(idOrName: string): Channel;
  /** Every stored message of a conversation, replies too, oldest first, seen or not. */
  messages(idOrName: string): readonly Message[];
  log(): readonly LogEntry[];
  /** What the app did wrong without being told: a refused ack, a second ack. Empty for a well-behaved app. */
  violations: readonly string[];
  /** Orders faults, moves the clock, switches rate limits. */
  control(control: Control): ControlState;
  /** Takes scopes away, or gives them, as an admin who installs the app again. */
  grantScopes(scopes: readonly string[]): void;
  /** What an admin does: memberships, archives, people's zones, user groups. */
  admin: Admin;
  /** Hands the app a payload of the test's own making, past every rule. */
  deliver(envelope: Envelope): Promise<Ack>;
  /** Where signed HTTP goes from now on. */
  deliverTo(url: string): void;
  /** Live Socket Mode connections. */
  connections(): number;
  /** Asks Socket Mode clients to reconnect. */
  refreshSockets(): void;
  /** Resolves when no delivery is unacknowledged. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, delivery } = options;
  const realTime = options.realTime ?? Date.now;
  const archive = openArchive(options.statePath, options.fresh === true);
  const workspace = openWorkspace(archive, randomBytes(4).toString('hex').slice(0, 7), clock, realTime);
  const app = installApp(readManifest(options.manifest));
  if (delivery.mode === 'http' && delivery.signingSecret !== undefined)
    app.signingSecret = delivery.signingSecret;
  seatCast(workspace, { userId: app.botUserId, name: app.manifest.botName });

  const violations: string[] = [];
  const within = options.ackWithin ?? ackWithin;
  const socketMode =
    delivery.mode === 'socket'
      ? createSocketMode({
          appId: app.id,
          ackWithin: within,
          violation: (sentence) => violations.push(sentence),
        })
      : null;
  const signedHttp =
    delivery.mode === 'http'
      ? createSignedHttp({ signingSecret: app.signingSecret, realTime, ackWithin: within }, delivery.url)
      : null;
  const transport = socketMode ?? signedHttp;
  if (!transport) throw new Error('delivery.mode must be socket or http');

  const faults = createFaults();
  const log = createTrafficLog();
  const dispatch = createDispatch({ transport, faults, log, clock, realTime });
  const slack: Slack = {
    workspace,
    app,
    faults,
    log,
    dispatch,
    events: createEvents(workspace, app, dispatch, transport),
    triggers: createTriggers(workspace, realTime),
    violations,
    baseUrl: '',
  };
  const limits = createRateLimits(clock, options.rateLimits ?? true);
  const controls = createControls(slack, limits, socketMode);
  const api: ApiParts = { slack, methods: allMethods(socketMode), limits };

  const say = options.log ?? (() => {});
  const { server, port } = await listen(createListener(api, controls, say), options.port ?? 0, say);
  slack.baseUrl = `http://127.0.0.1:${port}`;
  server.on('upgrade', (request, socket, head) => {
    if (socketMode && isOurs(request) && request.url?.startsWith('/link?'))
      socketMode.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  slack.events.resume();

  function channel(idOrName: string): Channel {
    const found = findChannel(workspace, idOrName);
    if (!found) throw new Error(`the sandbox has no conversation ${idOrName}`);
    return found;
  }

  return {
    url: slack.baseUrl,
    apiUrl: `${slack.baseUrl}/api/`,
    teamId: workspace.team.id,
    appId: app.id,
    botUserId: app.botUserId,
    botToken: app.botToken,
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    person(name) {
      const user = findUser(workspace, name);
      if (!user) throw new Error(`the sandbox has nobody called ${name}`);
      return person(slack, user);
    },
    channel,
    messages: (idOrName) => workspace.messages.inChannel(channel(idOrName).id),
    log: () => log.entries(),
    violations,
    control: (control) => controls.apply(control),
    grantScopes(scopes) {
      app.scopes = new Set(scopes);
    },
    admin: createAdmin(slack),
    deliver: (envelope) => dispatch.deliver(envelope),
    deliverTo(url) {
      if (!signedHttp) throw new Error('this sandbox delivers by Socket Mode');
      signedHttp.deliverTo(url);
    },
    connections: () => socketMode?.connections() ?? 0,
    refreshSockets: () => socketMode?.refresh(),
    idle: () => dispatch.idle(),
    async close() {
      await transport.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      archive.close();
    },
  };
}
