import type { Brief } from '../request/brief.ts';
import type { RequestKind, Size } from '../request/kind.ts';
import { plannedOn } from '../request/planned.ts';
import type { Request } from '../request/request.ts';
import { noticeOn } from '../stack/contract.ts';
import { wishOf } from '../stack/following.ts';
import type { Tool } from '../stack/tool.ts';
import type { LocalDate } from '../time.ts';

/** What is done about the things we use. */
export const doings = ['buy', 'change', 'move', 'turn-off'] as const;
export type Doing = (typeof doings)[number];

/** Where a plan's day comes from. */
export type DayFrom =
  /** Both sides have agreed to it. */
  | 'agreement'
  /** Accepted, but one side has not signed it yet. */
  | 'proposal'
  /** The contract begins or ends then. */
  | 'contract'
  /** Until then notice can be given, so that is when it is decided. */
  | 'notice'
  | 'nowhere';

/** One thing that is to happen. */
export interface Plan {
  of: { request: string; number: number } | { tool: string };
  name: string;
  doing: Doing;
  /** Null if nobody has named a day. */
  on: LocalDate | null;
  dayFrom: DayFrom;
  /** Of requests. */
  size: Size | null;
}

const doingOf: Record<RequestKind, Doing> = {
  tool: 'buy',
  change: 'change',
  data: 'move',
  launch: 'change',
  broken: 'change',
};

/** What an accepted request brings. */
export function planOfRequest(request: Request, brief: Brief): Plan {
  const on = plannedOn(request);
  return {
    of: { request: request.id, number: request.number },
    name: brief.title,
    doing: doingOfRequest(request, brief),
    on,
    dayFrom: on === null ? 'nowhere' : request.agreement.inForce ? 'agreement' : 'proposal',
    size: request.size,
  };
}

function doingOfRequest(request: Request, brief: Brief): Doing {
  switch (wishOf(request, brief)) {
    case 'retire':
      return 'turn-off';
    case 'shrink':
      return 'change';
    case 'get':
    case 'bought':
      return 'buy';
    case 'about':
      return doingOf[request.kind];
  }
}

/** What the stack says of a tool that is on its way in or out; null for one that simply is there. */
export function planOfTool(tool: Tool, today: LocalDate): Plan | null {
  const { id, name, state, contractStart, contractEnd } = tool;
  const plan = { of: { tool: id }, name, size: null };
  const ahead = (date: LocalDate | null) => (date !== null && date >= today ? date : null);
  switch (state) {
    case 'considering':
      return { ...plan, doing: 'buy', ...dated(ahead(contractStart), 'contract') };
    case 'pilot':
      return { ...plan, doing: 'buy', ...dated(ahead(noticeOn(tool)), 'notice') };
    case 'retiring':
      return { ...plan, doing: 'turn-off', ...dated(contractEnd, 'contract') };
    default:
      return null;
  }
}

function dated(on: LocalDate | null, from: DayFrom): Pick<Plan, 'on' | 'dayFrom'> {
  return { on, dayFrom: on === null ? 'nowhere' : from };
}
