import { type Admin, createAdmin } from './admin.ts';
import type { Control, ControlState, LogEntry } from './client-api.ts';
import { createControls } from './control.ts';
import type { Ack, Envelope } from './delivery/transport.ts';
import { type Person, person } from './driver/person.ts';
import { until } from './driver/until.ts';
import { openSlack, type SandboxOptions } from './open-slack.ts';
import { createListener } from './server/answer.ts';
import { isOurs } from './server/front-door.ts';
import { listen } from './server/listen.ts';
import { findChannel } from './state/channels.ts';
import { knownUser } from './state/people.ts';
import type { Channel, Message } from './state/records.ts';
import { allMethods } from './web-api/methods.ts';
import { createRateLimits } from './web-api/rate-limits.ts';

export type { SandboxOptions } from './open-slack.ts';
export type { Stage, Story } from './stage.ts';

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
  /** Shows a sentence to everybody at the page, until it is taken back with null. */
  announce(banner: string | null): void;
  /** Live Socket Mode connections. */
  connections(): number;
  /** Asks Socket Mode clients to reconnect. */
  refreshSockets(): void;
  /** Resolves when no delivery is unacknowledged. */
  idle(): Promise<void>;
  /** Waits until this holds, looking after every change of the sandbox; `what` is for the message if it never does. */
  until(holds: () => boolean, what: string): Promise<void>;
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { slack, socketMode, signedHttp, close } = openSlack(options);
  const { workspace, app } = slack;
  const limits = createRateLimits(options.clock, options.rateLimits ?? true);
  const controls = createControls(slack, limits, socketMode);
  const log = options.log ?? (() => {});
  const answer = createListener({ slack, methods: allMethods(socketMode), limits }, controls, log);
  const { server, port } = await listen(answer, options.port ?? 0, log);
  slack.baseUrl = `http://127.0.0.1:${port}`;
  server.on('upgrade', (request, socket, head) => {
    const known = isOurs(request) && request.url?.startsWith('/link?');
    if (socketMode && known) socketMode.upgrade(request, socket, head);
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
    person: (name) => person(slack, knownUser(workspace, name)),
    channel,
    messages: (idOrName) => workspace.messages.inChannel(channel(idOrName).id),
    log: () => slack.log.entries(),
    violations: slack.violations,
    control: (control) => controls.apply(control),
    grantScopes(scopes) {
      app.scopes = new Set(scopes);
    },
    admin: createAdmin(slack),
    deliver: (envelope) => slack.dispatch.deliver(envelope),
    deliverTo(url) {
      if (!signedHttp) throw new Error('this sandbox delivers by Socket Mode');
      signedHttp.deliverTo(url);
    },
    announce: (banner) => slack.theatre.announce(banner),
    connections: () => socketMode?.connections() ?? 0,
    refreshSockets: () => socketMode?.refresh(),
    idle: () => slack.dispatch.idle(),
    async until(holds, what) {
      await until(slack, { now: () => (holds() ? true : undefined), what, instead: () => '(not yet)' });
    },
    async close() {
      await close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
