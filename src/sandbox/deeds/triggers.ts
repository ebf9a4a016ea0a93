import type { RealTime } from '../clock.ts';
import type { Workspace } from '../state/workspace.ts';

const livesFor = 3000;

export interface Trigger {
  user: string;
  /** The modal that the person was in, if any: only such a trigger may push a view. */
  viewId: string | null;
}

export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Trigger ids: each opens one view, within three real seconds. */
export interface Triggers {
  issue(trigger: Trigger): string;
  exchange(id: string): Trigger | TriggerRefusal;
}

export function createTriggers(workspace: Workspace, realTime: RealTime): Triggers {
  const issued = new Map<string, { trigger: Trigger; at: number; used: boolean }>();
  return {
    issue(trigger) {
      const id = `${workspace.newId('tr').slice(2)}.${workspace.team.id}.${trigger.user}`;
      issued.set(id, { trigger, at: realTime(), used: false });
      // Long after its end it is no longer told apart from one that never was.
      setTimeout(() => issued.delete(id), livesFor * 20).unref();
      return id;
    },
    exchange(id) {
      const entry = issued.get(id);
      if (!entry) return 'invalid_trigger_id';
      if (entry.used) return 'exchanged_trigger_id';
      if (realTime() - entry.at > livesFor) return 'expired_trigger_id';
      entry.used = true;
      return entry.trigger;
    },
  };
}
