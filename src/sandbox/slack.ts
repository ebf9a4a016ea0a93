import type { InstalledApp } from './app.ts';
import type { Triggers } from './deeds/triggers.ts';
import type { Dispatch } from './delivery/dispatch.ts';
import type { Events } from './delivery/events.ts';
import type { Faults } from './faults.ts';
import type { Workspace } from './state/workspace.ts';
import type { Theatre } from './theatre.ts';
import type { TrafficLog } from './traffic-log.ts';

/** The running local Slack, as its parts know it. */
export interface Slack {
  workspace: Workspace;
  app: InstalledApp;
  faults: Faults;
  log: TrafficLog;
  dispatch: Dispatch;
  events: Events;
  triggers: Triggers;
  theatre: Theatre;
  /** What the app did that Slack would refuse without a word to the developer. Tests assert that it is empty. */
  violations: string[];
  /** Such as `http://127.0.0.1:3100`, without a slash at the end. */
  baseUrl: string;
}
