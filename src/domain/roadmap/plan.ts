import type { Brief } from '../request/brief.ts';
import type { RequestKind, Size } from '../request/kind.ts';
import { plannedOn } from '../request/planned.ts';
import type { Request } from '../request/request.ts';
import { noticeOn } from '../stack/contract.ts';
import { wishOf } from '../stack/following.ts';
import type { Tool, ToolState } from '../stack/tool.ts';
import type { LocalDate } from '../time.ts';

/** What is done about the things we use. */
export const doings = ['buy', 'change', 'move', 'turn-off'] as const;
export type Doing = (typeof doings)[number];

/** A tool that is on its way in or out. */
export type MovingState = Extract<ToolState, 'considering' | 'pilot' | 'retiring'>;

/** One thing that is to happen. */
export interface Plan {
  /** `isAgreed` once both sides have signed for that day. */
  of: { request: string; number: number; isAgreed: boolean } | { tool: string; state: MovingState };
  name: string;
  doing: Doing;
  /** Null if nobody has named a day. */
  on: LocalDate | null;
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
  return {
    of: {
      ...{ request: request.id, number: request.number },
      isAgreed: request.agreement.inForce !== null,
    },
    name: brief.title,
    doing: doingOfRequest(request, brief),
    on: plannedOn(request),
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
  const plan = { name, size: null };
  const ahead = (date: LocalDate | null) => (date !== null && date >= today ? date : null);
  switch (state) {
    case 'considering':
      return { ...plan, of: { tool: id, state }, doing: 'buy', on: ahead(contractStart) };
    case 'pilot':
      // Until then notice can be given, so that is when it is decided.
      return { ...plan, of: { tool: id, state }, doing: 'buy', on: ahead(noticeOn(tool)) };
    case 'retiring':
      return { ...plan, of: { tool: id, state }, doing: 'turn-off', on: contractEnd };
    default:
      return null;
  }
}
