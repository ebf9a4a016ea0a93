import type { PersonId } from '../../domain/person.ts';

/** The tools and their contracts. */
export interface StackTables {
  tool: {
    id: string;
    workspace_id: string;
    name: string;
    /** The name in lower case, folded by us because the engines fold differently. */
    sort_name: string;
    purpose: string;
    state: string;
    business_owner: string | null;
    technical_owner: string | null;
    category: string;
    revision: number;
    /** Everything else that is recorded of it, as JSON. */
    details: string;
    /** The day on which notice must be given. */
    notice_on: string | null;
    /** When to compare it with the others; null if that was done. */
    compare_at: number | null;
  };
  tool_change: {
    tool_id: string;
    revision: number;
    changed_at: number;
    changed_by: string | null;
    changes: string;
    /** The request that brought it about; null where somebody changed it by hand. */
    request_id: string | null;
  };
  /** Each pair once for either of the two, so that one look-up finds all of a tool's. */
  tool_pair_kept: {
    tool_id: string;
    other_id: string;
    kept_at: number;
    kept_by: string;
    because: string;
  };
  tool_request: {
    request_id: string;
    tool_id: string;
    workspace_id: string;
    wish: string;
    stage: string;
    began: number;
    counts: number;
  };
  tool_review: {
    request_id: string;
    tool_id: string;
    workspace_id: string;
    /** When there may be something to say next; null once there is not. */
    look_at: number | null;
    document: string;
  };
  /** One contract term of a tool and what was said about going on with it, as JSON. */
  tool_renewal: {
    tool_id: string;
    contract_end: string;
    workspace_id: string;
    notice_on: string;
    /** When there may be something to say next; null once there is not. */
    look_at: number | null;
    document: string;
  };
  /** Who was told of two tools that may do the same job; the ids in the order of their text. */
  tool_pair_told: {
    tool_id: string;
    other_id: string;
    person: PersonId;
    told_at: number;
  };
  stack_import: {
    id: string;
    workspace_id: string;
    state: string;
    document: string;
  };
  tool_word: {
    tool_id: string;
    word: string;
    workspace_id: string;
    weight: number;
  };
}
