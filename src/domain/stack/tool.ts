import type { PersonId } from '../person.ts';
import type { LocalDate } from '../time.ts';
import type { Category } from './category.ts';

export const toolStates = ['considering', 'pilot', 'live', 'retiring', 'retired', 'rejected'] as const;
export type ToolState = (typeof toolStates)[number];

/** What kind of data a tool holds, from the harmless to what the law protects most. */
export const dataClasses = ['none', 'aggregated', 'behaviour', 'contact', 'payment', 'special'] as const;
export type DataClass = (typeof dataClasses)[number];

export const costPeriods = ['month', 'quarter', 'year', 'once'] as const;
export type CostPeriod = (typeof costPeriods)[number];

export interface Cost {
  amount: number;
  /** An ISO 4217 code. */
  currency: string;
  period: CostPeriod;
}

/** A tool that the two sides own together. Null is what nobody has recorded. */
export interface Tool {
  id: string;
  workspace: string;
  /** 1 when it is recorded; each change adds one. */
  revision: number;
  /** What it is known by; no two of a workspace fold to the same. */
  name: string;
  category: Category;
  purpose: string;
  state: ToolState;
  /** Why it is in that state; a rejected tool always says why. */
  stateReason: string | null;
  businessOwner: PersonId | null;
  technicalOwner: PersonId | null;
  /** Who else can run it. */
  backup: PersonId | null;
  decides: string | null;
  pays: string | null;
  holdsData: string | null;
  /** Who answers when it fails. */
  answers: string | null;
  vendor: string | null;
  agency: string | null;
  ownsCode: string | null;
  ownsData: string | null;
  dataClasses: DataClass[];
  /** Ids of the tools it exchanges data with. They may form circles; nothing walks along them. */
  integrations: string[];
  seats: number | null;
  cost: Cost | null;
  contractStart: LocalDate | null;
  contractEnd: LocalDate | null;
  noticeDays: number | null;
  securityReview: LocalDate | null;
  links: string[];
}

/** What is known of a tool of which nothing was recorded but what it is called. */
export const emptyTool = {
  ...{ stateReason: null, businessOwner: null, technicalOwner: null, backup: null },
  ...{ decides: null, pays: null, holdsData: null, answers: null, vendor: null, agency: null },
  ...{ ownsCode: null, ownsData: null, dataClasses: [], integrations: [], seats: null, cost: null },
  ...{ contractStart: null, contractEnd: null, noticeDays: null, securityReview: null, links: [] },
} satisfies Partial<Tool>;

/** Whether it is, or may still become, something to pay for and look after. */
export function isCurrent({ state }: Pick<Tool, 'state'>): boolean {
  return state !== 'retired' && state !== 'rejected';
}

/** Two names that fold to the same are one name to a reader; done here because the engines fold differently. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
