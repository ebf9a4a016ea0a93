import type { Side } from '../../domain/person.ts';
import type { OutboxEntry } from '../../usecases/saying/outbox.ts';

/** What is said in Slack, where it stands, and what was heard there. */
export interface MessageTables {
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
}
