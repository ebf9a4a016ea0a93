/** Who people are here, and how each of them left what they look at. */
export interface PeopleTables {
  /** `workspace_id` is the person's own team, which need not be ours. */
  person: {
    id: string;
    workspace_id: string;
    name: string;
    zone: string | null;
    is_member: number;
    is_admin: number;
    read_at: number;
  };
  /** Days on which somebody is away, both ends included. */
  absence: {
    person: string;
    first_day: string;
    last_day: string;
  };
  /** What somebody is looking at in the queue of App Home. */
  queue_place: {
    person_id: string;
    workspace_id: string;
    list: string;
    page: number;
    kind: string | null;
    priority: number | null;
    assignee: string | null;
    list_order: string | null;
  };
  /** Somebody's App Home as they left it; `pages` is JSON, `shown` a digest of what was published last. */
  home_visit: {
    person_id: string;
    workspace_id: string;
    pages: string;
    opened_at: number;
    refreshed_at: number | null;
    shown: string | null;
    hash: string | null;
  };
  /** `listed` is JSON, `shown` a digest of what the message shows now; it is not posted yet while `ts` is null. */
  morning: {
    person_id: string;
    day: string;
    workspace_id: string;
    said_at: number;
    listed: string;
    shown: string;
    channel: string | null;
    ts: string | null;
  };
  mornings_done: {
    workspace_id: string;
    until: number;
  };
  /** How somebody wants to hear of things, as JSON; no row for those who never chose. */
  notices: {
    person_id: string;
    workspace_id: string;
    document: string;
  };
  /** `secret` is the digest of what stands in the buttons of one message; `score` is null until it is answered. */
  pulse_ballot: {
    secret: string;
    workspace_id: string;
    quarter: string;
    side: string;
    score: number | null;
  };
}
