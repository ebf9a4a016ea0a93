import type { Side } from '../../domain/person.ts';

/** What was asked for, what became of it, and what is owed on it. */
export interface RequestTables {
  /** The columns beside `document` repeat what is searched and sorted by. */
  request: {
    id: string;
    workspace_id: string;
    number: number;
    kind: string;
    status: string;
    requester: string;
    author: string;
    assignee: string | null;
    priority: number;
    open: number;
    /** Whom it waits on; null once closed. */
    waits_on: string | null;
    /** The side that owes something beside that: a signature under a change, or a word on what became of it. */
    also_waits_on: string | null;
    /** The earliest instant at which something is owed; null if nothing is. */
    next_due: number | null;
    /** The launch that it is for. */
    launch_id: string | null;
    /** The day for which it is accepted. */
    planned_on: string | null;
    size: string | null;
    submitted_at: number;
    changed_at: number;
    version: number;
    document: string;
    /** The version of which its tool has learned; null where no tool has anything to learn. */
    stack_seen: number | null;
  };
  follower: {
    person: string;
    request_id: string;
  };
  check_owner: {
    person: string;
    request_id: string;
  };
  request_event: {
    request_id: string;
    seq: number;
    type: string;
    actor: string | null;
    side: string | null;
    at: number;
    cause: string;
    data: string;
  };
  /** `text` is null once retention has blanked it. */
  body: {
    id: string;
    workspace_id: string;
    text: string | null;
    written_at: number;
  };
  definition_of_done: {
    request_id: string;
    version: number;
    proposed_by: Side;
    criteria: string;
    wording: string;
    date: string | null;
    state: 'proposed' | 'in-force' | 'superseded';
  };
  signature: {
    request_id: string;
    version: number;
    side: Side;
    signed_by: string;
    signed_at: number;
  };
  commitment: {
    request_id: string;
    clock: string;
    round: number;
    debtor: string;
    started_at: number;
    budget: number | null;
    due_at: number | null;
    ended_at: number | null;
    settled_at: number | null;
    verdict: string;
    by_change: number;
    next_alert_at: number | null;
    reckoned_with: string;
  };
  /** What was told, so that it is never told again. */
  alert: {
    request_id: string;
    clock: string;
    round: number;
    kind: string;
    at: number;
    told_at: number;
  };
  /** When the clock looks at a request next; no row where it has nothing to do. */
  next_step: {
    request_id: string;
    workspace_id: string;
    due_at: number;
  };
  standing_definition: {
    workspace_id: string;
    kind: string;
    version: number;
    criteria: string;
    proposed_side: Side;
    proposed_by: string;
    proposed_at: number;
    signed_by: string | null;
    signed_at: number | null;
  };
  /** Terms divided by spaces; the engine's own index over them is in `text-search-*.ts`. */
  search_entry: {
    workspace_id: string;
    request_id: string;
    title: string;
    rest: string;
  };
  /** What somebody began to ask for and did not send. */
  draft: {
    person: string;
    cause: string;
    workspace_id: string;
    document: string;
    kept_at: number;
  };
}
