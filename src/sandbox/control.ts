import type { Control, ControlState, Fault } from './client-api.ts';
import type { SocketMode } from './delivery/socket-mode.ts';
import type { Slack } from './slack.ts';
import { findChannel, saveChannel } from './state/channels.ts';
import type { Channel } from './state/records.ts';
import type { RateLimits } from './web-api/rate-limits.ts';

export interface Controls {
  apply(control: Control): ControlState;
  state(): ControlState;
}

/** What the page's panel and the tests may do to the sandbox itself. */
export function createControls(slack: Slack, limits: RateLimits, socketMode: SocketMode | null): Controls {
  const { workspace, app, faults } = slack;
  // How to take back what a fault did to the workspace.
  let repairs: (() => void)[] = [];

  function change(idOrName: string, difference: (channel: Channel) => Partial<Channel>): void {
    const channel = findChannel(workspace, idOrName);
    if (!channel) return;
    const changed = difference(channel);
    const before = { isArchived: channel.isArchived, members: channel.members };
    repairs.push(() => void saveChannel(workspace, Object.assign(channel, before)));
    saveChannel(workspace, Object.assign(channel, changed));
  }

  function order(fault: Fault): void {
    switch (fault.kind) {
      case 'drop-socket':
        socketMode?.drop();
        return;
      case 'revoke-token':
        app.tokenRevoked = true;
        return;
      case 'archive':
        change(fault.channel, () => ({ isArchived: true }));
        return;
      case 'kick-bot':
        change(fault.channel, ({ members }) => ({
          members: members.filter((id) => id !== app.botUserId),
        }));
        return;
      default:
        faults.order(fault);
    }
  }

  function clear(): void {
    faults.clear();
    app.tokenRevoked = false;
    for (const repair of repairs.reverse()) repair();
    repairs = [];
  }

  const state = (): ControlState => ({
    now: workspace.clock.now(),
    faults: [...faults.standing(), ...(app.tokenRevoked ? [{ kind: 'revoke-token' } as const] : [])],
    rateLimits: limits.enabled,
  });

  return {
    state,
    apply(control) {
      if ('move' in control) {
        workspace.clock.moveBy(control.move);
        workspace.changes.emit({ type: 'clock' });
      } else if ('fault' in control) order(control.fault);
      else if ('clearFaults' in control) clear();
      else limits.enabled = control.rateLimits;
      return state();
    },
  };
}
