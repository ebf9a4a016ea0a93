import type { InstalledApp } from '../app.ts';
import type { Fields } from '../json.ts';
import type { Channel, PendingEvent } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Dispatch } from './dispatch.ts';
import type { Ack, Transport } from './transport.ts';

/** Between the failure of one delivery and the next: at once, after a minute, after five. */
export const redeliverAfter = [0, 60_000, 300_000];

/** The Events API: subscribed events the app may see, delivered until acknowledged. */
export interface Events {
  /** `channel` is where it happened; null if it happened in no conversation. */
  publish(subscription: string, event: Fields, channel: Channel | null): void;
  /** Takes up what was not acknowledged when the sandbox was last stopped. */
  resume(): void;
  /** Leaves what is not acknowledged to the next start. */
  stop(): void;
}

function failureOf(ack: Ack): string {
  if (ack.outcome === 'late') return 'timeout';
  if (ack.outcome === 'refused') return 'http_error';
  return 'connection_failed';
}

export function createEvents(
  workspace: Workspace,
  app: InstalledApp,
  dispatch: Dispatch,
  transport: Transport,
): Events {
  const { clock, pendingEvents } = workspace;
  const timers = new Map<string, () => void>();
  let stopped = false;

  async function attempt(pending: PendingEvent): Promise<void> {
    timers.delete(pending.id);
    const retry = { attempt: pending.attempts, reason: pending.reason };
    const ack = await dispatch.deliver({
      kind: 'event',
      payload: pending.body,
      ...(pending.attempts > 0 && { retry }),
    });
    if (stopped) return;
    const wait = redeliverAfter[pending.attempts];
    if (ack.outcome === 'acked' || wait === undefined) return pendingEvents.remove(pending.id);
    const next = { ...pending, attempts: pending.attempts + 1, reason: failureOf(ack) };
    pendingEvents.put(next.id, next);
    if (wait === 0) await attempt(next);
    else
      timers.set(
        next.id,
        clock.at(clock.now() + wait, () => void attempt(next)),
      );
  }

  return {
    publish(subscription, event, channel) {
      if (!app.manifest.botEvents.has(subscription) || app.tokenRevoked) return;
      if (channel && !channel.members.includes(app.botUserId)) return;
      const id = workspace.newId('Ev');
      const body = {
        token: app.verificationToken,
        team_id: workspace.team.id,
        context_team_id: workspace.team.id,
        context_enterprise_id: null,
        api_app_id: app.id,
        event,
        type: 'event_callback',
        event_id: id,
        event_time: Math.floor(clock.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: workspace.team.id,
            user_id: app.botUserId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: channel?.isShared ?? false,
        event_context: `4-${id}`,
      };
      void attempt(pendingEvents.put(id, { id, attempts: 0, reason: '', body }));
    },
    resume() {
      for (const pending of pendingEvents.all()) void transport.reachable().then(() => attempt(pending));
    },
    stop() {
      stopped = true;
      for (const cancel of timers.values()) cancel();
    },
  };
}
