import type { RequestKind } from '../domain/request/kind.ts';
import type { Step } from './steps.ts';

/** What somebody asks for. */
export interface Wish {
  kind: RequestKind;
  title: string;
  outcome?: string;
  /** Calendar days from the day of asking. */
  needed?: number;
  /** The launch that it is for, by its name. */
  launch?: string;
  /** A tool may only be looked at, be wanted, or be bought already. */
  where?: 'looking' | 'want' | 'bought';
  /** By its name: one of the stack, or a new one. */
  tool?: string;
  /** 1 is the highest; 2 if it is not said. */
  impact?: 1 | 3;
  urgency?: 1 | 3;
}

/** One request's life. */
export interface Scene {
  from: string;
  /** Working hours after the demo's first morning. */
  at: number;
  wish: Wish;
  steps: readonly Step[];
}

export function scene(from: string, at: number, wish: Wish, ...steps: readonly Step[]): Scene {
  return { from, at, wish, steps };
}
