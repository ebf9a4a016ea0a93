import type { PersonId } from '../person.ts';

export const toolStates = ['considering', 'pilot', 'live', 'retiring', 'retired', 'rejected'] as const;
export type ToolState = (typeof toolStates)[number];

/** A tool that the two sides own together. */
export interface Tool {
  id: string;
  workspace: string;
  name: string;
  purpose: string;
  state: ToolState;
  businessOwner: PersonId | null;
  technicalOwner: PersonId | null;
}
