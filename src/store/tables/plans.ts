import type { Side } from '../../domain/person.ts';

/** What comes, and what the leads look at and agree on. */
export interface PlanTables {
  launch: {
    id: string;
    workspace_id: string;
    revision: number;
    name: string;
    date: string;
    owner: string;
    cancelled: number;
  };
  /** The launch as somebody left it; `because` says why it was cancelled. */
  launch_change: {
    launch_id: string;
    revision: number;
    changed_at: number;
    changed_by: string;
    name: string;
    date: string;
    owner: string;
    because: string | null;
  };
  /** `requests` are ids in their order, as JSON. The newest revision counts. */
  top_five: {
    workspace_id: string;
    revision: number;
    requests: string;
    changed_by: string;
    changed_at: number;
  };
  /** `text` is JSON. The newest revision counts. */
  term_version: {
    workspace_id: string;
    term_id: string;
    revision: number;
    text: string;
    changed_by: string | null;
    changed_at: number;
  };
  term_agreed: {
    workspace_id: string;
    term_id: string;
    revision: number;
    side: Side;
    agreed_by: string;
    agreed_at: number;
  };
  /** `figures` is JSON, as they were when it was made. */
  digest: {
    workspace_id: string;
    week: string;
    from_at: number;
    to_at: number;
    due_at: number;
    made_at: number;
    figures: string;
    is_private: number;
    published_by: string | null;
    published_at: number | null;
  };
  /** What a digest asks the leads; `about` is the same for the same question in two weeks. */
  digest_item: {
    workspace_id: string;
    week: string;
    position: number;
    about: string;
    item: string;
    choice: string | null;
    decided_by: string | null;
    decided_at: number | null;
  };
  /** `place` is `channel` or a person. */
  digest_message: {
    workspace_id: string;
    week: string;
    place: string;
    channel: string;
    ts: string;
  };
}
