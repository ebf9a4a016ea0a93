import type { PersonId, Side } from '../domain/person.ts';
import type { OutboxEntry } from '../usecases/saying/outbox.ts';

/**
 * The tables as queries see them; db/schema.sql shows them as SQLite does. Instants are epoch milliseconds, days are
 * `YYYY-MM-DD`, flags are 0 or 1, and JSON is text that is parsed where its row is read.
 */
export interface Schema {
  workspace: {
    id: string;
    name: string;
    bot_user_id: string;
    installer: string | null;
  };
  settings: {
    workspace_id: string;
    version: number;
    document: string;
    changed_by: string | null;
    changed_at: number;
  };
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
  /** Days on which somebody is away, both ends included. */
  absence: {
    person: string;
    first_day: string;
    last_day: string;
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
  counter: {
    workspace_id: string;
    name: string;
    value: number;
  };
  outbox: {
    id: string;
    workspace_id: string;
    subject_key: string;
    subject: string;
    lane: string;
    position: number;
    announced_at: number;
    wanted: number;
    delivered: number;
    status: OutboxEntry['status'];
    attempts: number;
    due_at: number;
    in_doubt: number;
    claimed_by: string | null;
    claimed_at: number | null;
    first_claimed_at: number | null;
    settled_at: number | null;
    error: string | null;
  };
  message_location: {
    workspace_id: string;
    channel: string;
    ts: string;
    thread_ts: string | null;
    request_id: string;
    purpose: string;
    recipient: string | null;
    superseded_at: number | null;
    event: number | null;
  };
  thread_message: {
    workspace_id: string;
    channel: string;
    ts: string;
    thread_ts: string;
    request_id: string;
    side: Side;
    author: string;
    fact: number;
    words: string | null;
    crossed: number | null;
  };
  attachment: {
    id: string;
    workspace_id: string;
    request_id: string;
    fact: number;
    side: Side;
    author: string;
    channel: string | null;
    ts: string | null;
    source: string;
    name: string;
    size: number;
    shared: number;
    left_behind: string | null;
    copy: string | null;
    checksum: string | null;
  };
  brokered_words: {
    id: string;
    workspace_id: string;
    request_id: string;
    author: string;
    words: string;
    way: string;
    channel: string | null;
    ts: string | null;
    due_at: number;
  };
  held_reply: {
    workspace_id: string;
    channel: string;
    ts: string;
    thread_ts: string;
    author: string;
    words: string;
    files: string;
  };
  /** What somebody began to ask for and did not send. */
  draft: {
    person: string;
    cause: string;
    workspace_id: string;
    document: string;
    kept_at: number;
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
  /** `heard_at` is `event_ts` in microseconds, to compare by. */
  reaction: {
    workspace_id: string;
    channel: string;
    ts: string;
    user_id: string;
    name: string;
    present: number;
    event_ts: string;
    heard_at: number;
  };
  handled: {
    workspace_id: string;
    key: string;
    answer: string;
    at: number;
  };
  /** `body` is null once the event is finished: the row then only keeps its repetitions out. */
  inbox: {
    id: string;
    workspace_id: string;
    body: string | null;
    received_at: number;
    finished_at: number | null;
  };
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
  /** Terms divided by spaces; the engine's own index over them is in `text-search-*.ts`. */
  search_entry: {
    workspace_id: string;
    request_id: string;
    title: string;
    rest: string;
  };
  schema_migration: {
    number: number;
    name: string;
    checksum: string;
    /** The version of the app that ran it. */
    app_version: string;
    applied_at: number;
  };
}
