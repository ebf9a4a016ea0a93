import { assertNever } from '../assert-never.ts';
import type { Brief } from '../request/brief.ts';
import type { Request } from '../request/request.ts';
import { isCurrent, type Tool, type ToolState } from './tool.ts';

/** What a request wants of a tool: to have it, to make safe what was bought, less of it, an end of it, or something else. */
export const toolWishes = ['get', 'bought', 'shrink', 'retire', 'about'] as const;
export type ToolWish = (typeof toolWishes)[number];

/** How far a request is, as far as its tool is concerned. */
export const toolStages = ['asked', 'agreed', 'done', 'refused', 'dropped'] as const;
export type ToolStage = (typeof toolStages)[number];

/** A request and the tool it is about. */
export interface ToolRequest {
  request: string;
  tool: string;
  wish: ToolWish;
  stage: ToolStage;
  /** The tool is only considered because of it, so its refusal is the tool's. */
  began: boolean;
  /** False for what was bought in the first weeks of the desk, when nobody could know whom to ask. */
  counts: boolean;
}

export function wishOf({ kind }: Pick<Request, 'kind'>, { details = {} }: Pick<Brief, 'details'>): ToolWish {
  if (details.wish) return details.wish;
  if (kind !== 'tool') return 'about';
  return details.where === 'bought' ? 'bought' : 'get';
}

/** Whether a tool has anything to learn from a request: it names one, or it is for one. */
export function concernsTool({ kind }: Pick<Request, 'kind'>, { tool, details = {} }: Brief): boolean {
  return kind === 'tool' || tool !== undefined || details.tool !== undefined;
}

/** IT's yes is what counts: a definition of done that waits for its second signature is no doubt about the tool. */
export function stageOf({ state, size }: Pick<Request, 'state' | 'size'>): ToolStage {
  switch (state.status) {
    case 'new':
    case 'countered':
    case 'contested':
    case 'noted':
      return 'asked';
    case 'agreeing':
    case 'in-progress':
    case 'delivered':
      return 'agreed';
    case 'needs-info':
    case 'on-hold':
      return state.backTo === 'in-progress' ? 'agreed' : 'asked';
    case 'checking':
      return size === null ? 'asked' : 'agreed';
    case 'done':
      return 'done';
    case 'declined':
      return 'refused';
    case 'withdrawn':
    case 'merged':
      return 'dropped';
    default:
      return assertNever(state);
  }
}

/**
 * Where a tool stands once a request about it has come to this stage; null if that changes nothing. What people have
 * recorded since wins: only a step that follows from the state as it is now is taken.
 */
export function stateAfter(
  { wish, stage, began }: Pick<ToolRequest, 'wish' | 'stage' | 'began'>,
  { state }: Pick<Tool, 'state'>,
): ToolState | null {
  switch (wish) {
    case 'get':
      return afterWish(stage, began, state);
    case 'bought':
      return stage === 'asked' && (state === 'considering' || !isCurrent({ state })) ? 'live' : null;
    case 'retire':
      if (stage === 'agreed' && (state === 'live' || state === 'pilot')) return 'retiring';
      return stage === 'done' && isCurrent({ state }) ? 'retired' : null;
    case 'shrink':
    case 'about':
      return null;
    default:
      return assertNever(wish);
  }
}

function afterWish(stage: ToolStage, began: boolean, state: ToolState): ToolState | null {
  switch (stage) {
    case 'asked':
      return isCurrent({ state }) ? null : 'considering';
    case 'agreed':
      return state === 'considering' || (began && state === 'rejected') ? 'pilot' : null;
    case 'done':
      return state === 'considering' || state === 'pilot' ? 'live' : null;
    case 'refused':
    case 'dropped':
      return began && state === 'considering' ? 'rejected' : null;
    default:
      return assertNever(stage);
  }
}
