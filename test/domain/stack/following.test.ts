import { expect, it } from 'vitest';
import {
  stateAfter,
  type ToolStage,
  type ToolWish,
  toolStages,
  wishOf,
} from '../../../src/domain/stack/following.ts';
import { type ToolState, toolStates } from '../../../src/domain/stack/tool.ts';

/** What each state becomes, by the stage of a request; states that stay are left out. */
function moves(wish: ToolWish, began = false): string[] {
  return toolStages.flatMap((stage: ToolStage) =>
    toolStates.flatMap((state: ToolState) => {
      const after = stateAfter({ wish, stage, began }, { state });
      return after ? [`${stage}: ${state} -> ${after}`] : [];
    }),
  );
}

it('a wish makes a tool considered, tried and used, and its refusal ends only what it began', () => {
  expect(moves('get', true)).toEqual([
    'asked: retired -> considering',
    'asked: rejected -> considering',
    'agreed: considering -> pilot',
    'agreed: rejected -> pilot',
    'done: considering -> live',
    'done: pilot -> live',
    'refused: considering -> rejected',
    'dropped: considering -> rejected',
  ]);
  expect(moves('get')).not.toContain('refused: considering -> rejected');
  expect(moves('get')).not.toContain('agreed: rejected -> pilot');
});

it('what was bought is in use, an end is an end, and anything else leaves a tool alone', () => {
  expect(moves('bought')).toEqual([
    'asked: considering -> live',
    'asked: retired -> live',
    'asked: rejected -> live',
  ]);
  expect(moves('retire')).toEqual([
    'agreed: pilot -> retiring',
    'agreed: live -> retiring',
    'done: considering -> retired',
    'done: pilot -> retired',
    'done: live -> retired',
    'done: retiring -> retired',
  ]);
  expect([...moves('shrink'), ...moves('about')]).toEqual([]);
});

it('what a request wants is read from what was answered', () => {
  expect(wishOf({ kind: 'tool' }, {})).toBe('get');
  expect(wishOf({ kind: 'tool' }, { details: { where: 'looking' } })).toBe('get');
  expect(wishOf({ kind: 'tool' }, { details: { where: 'bought' } })).toBe('bought');
  expect(wishOf({ kind: 'broken' }, { details: { tool: 'Postwise' } })).toBe('about');
  expect(wishOf({ kind: 'change' }, { details: { wish: 'retire' } })).toBe('retire');
});
