-- The schema as the migrations leave it on SQLite. Generated; to write it anew after a new migration:
--   npx vitest run test/store/schema.test.ts --update

CREATE TABLE "schema_migration" (
  "number" integer not null primary key,
  "name" text not null,
  "checksum" text not null,
  "app_version" text not null,
  "applied_at" integer not null
) strict;

CREATE TABLE "workspace" (
  "id" text not null primary key,
  "name" text not null,
  "bot_user_id" text not null,
  "installer" text
) strict;

CREATE TABLE "settings" (
  "workspace_id" text not null references "workspace" ("id"),
  "version" integer not null,
  "document" text not null,
  "changed_by" text,
  "changed_at" integer not null,
  constraint "settings_key" primary key ("workspace_id", "version")
) strict;

CREATE TABLE "person" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "name" text not null,
  "zone" text,
  "is_member" integer not null,
  "is_admin" integer not null,
  "read_at" integer not null
) strict;

CREATE TABLE "request" (
  "id" text not null primary key,
  "workspace_id" text not null references "workspace" ("id"),
  "number" integer not null,
  "kind" text not null,
  "status" text not null,
  "requester" text not null,
  "author" text not null,
  "assignee" text,
  "priority" integer not null,
  "open" integer not null,
  "submitted_at" integer not null,
  "changed_at" integer not null,
  "version" integer not null,
  "document" text not null,
  "waits_on" text,
  "next_due" integer,
  "launch_id" text,
  "planned_on" text,
  "size" text,
  "also_waits_on" text,
  "stack_seen" integer,
  constraint "request_number" unique ("workspace_id", "number")
) strict;

CREATE INDEX "request_open" on "request" ("workspace_id", "open", "priority", "submitted_at", "number");

CREATE INDEX "request_requester" on "request" ("requester", "open", "number");

CREATE INDEX "request_author" on "request" ("author", "open", "number");

CREATE TABLE "request_event" (
  "request_id" text not null references "request" ("id"),
  "seq" integer not null,
  "type" text not null,
  "actor" text,
  "side" text,
  "at" integer not null,
  "cause" text not null,
  "data" text not null,
  constraint "request_event_key" primary key ("request_id", "seq")
) strict;

CREATE TABLE "body" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "text" text,
  "written_at" integer not null
) strict;

CREATE TABLE "definition_of_done" (
  "request_id" text not null references "request" ("id"),
  "version" integer not null,
  "proposed_by" text not null,
  "criteria" text not null,
  "wording" text not null,
  "date" text,
  "state" text not null,
  constraint "definition_of_done_key" primary key ("request_id", "version")
) strict;

CREATE TABLE "signature" (
  "request_id" text not null,
  "version" integer not null,
  "side" text not null,
  "signed_by" text not null,
  "signed_at" integer not null,
  constraint "signature_key" primary key ("request_id", "version", "side"),
  constraint "signature_definition" foreign key ("request_id", "version") references "definition_of_done" ("request_id", "version")
) strict;

CREATE TABLE "commitment" (
  "request_id" text not null references "request" ("id"),
  "clock" text not null,
  "round" integer not null,
  "debtor" text not null,
  "started_at" integer not null,
  "budget" integer,
  "due_at" integer,
  "ended_at" integer,
  "verdict" text not null,
  "by_change" integer default 0 not null,
  "next_alert_at" integer,
  "reckoned_with" text default '' not null,
  "settled_at" integer,
  constraint "commitment_key" primary key ("request_id", "clock", "round")
) strict;

CREATE TABLE "counter" (
  "workspace_id" text not null,
  "name" text not null,
  "value" integer not null,
  constraint "counter_key" primary key ("workspace_id", "name")
) strict;

CREATE TABLE "outbox" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "subject_key" text not null,
  "subject" text not null,
  "lane" text not null,
  "position" integer not null,
  "announced_at" integer not null,
  "wanted" integer not null,
  "delivered" integer not null,
  "status" text not null,
  "attempts" integer not null,
  "due_at" integer not null,
  "in_doubt" integer not null,
  "claimed_by" text,
  "claimed_at" integer,
  "first_claimed_at" integer,
  "settled_at" integer,
  "error" text,
  constraint "outbox_subject" unique ("workspace_id", "subject_key")
) strict;

CREATE INDEX "outbox_status" on "outbox" ("status", "due_at");

CREATE TABLE "message_location" (
  "workspace_id" text not null,
  "channel" text not null,
  "ts" text not null,
  "thread_ts" text,
  "request_id" text not null references "request" ("id"),
  "purpose" text not null,
  "recipient" text,
  "superseded_at" integer,
  "event" integer,
  constraint "message_location_key" primary key ("workspace_id", "channel", "ts")
) strict;

CREATE INDEX "message_location_request" on "message_location" ("request_id", "purpose", "recipient");

CREATE TABLE "reaction" (
  "workspace_id" text not null,
  "channel" text not null,
  "ts" text not null,
  "user_id" text not null,
  "name" text not null,
  "present" integer not null,
  "event_ts" text not null,
  "heard_at" integer not null,
  constraint "reaction_key" primary key ("workspace_id", "channel", "ts", "user_id", "name")
) strict;

CREATE TABLE "handled" (
  "workspace_id" text not null,
  "key" text not null,
  "answer" text not null,
  "at" integer not null,
  constraint "handled_key" primary key ("workspace_id", "key")
) strict;

CREATE TABLE "inbox" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "body" text,
  "received_at" integer not null,
  "finished_at" integer
) strict;

CREATE INDEX "inbox_unfinished" on "inbox" ("received_at", "id") where "finished_at" is null;

CREATE TABLE "tool" (
  "id" text not null primary key,
  "workspace_id" text not null references "workspace" ("id"),
  "name" text not null,
  "sort_name" text not null,
  "purpose" text not null,
  "state" text not null,
  "business_owner" text,
  "technical_owner" text,
  "category" text default 'other' not null,
  "revision" integer default 1 not null,
  "details" text default '{}' not null,
  "notice_on" text,
  "compare_at" integer
) strict;

CREATE TRIGGER settings_refuses_update before update on settings begin select raise(abort, 'settings is append-only'); end;

CREATE TRIGGER settings_refuses_delete before delete on settings begin select raise(abort, 'settings is append-only'); end;

CREATE TRIGGER request_event_refuses_update before update on request_event begin select raise(abort, 'request_event is append-only'); end;

CREATE TRIGGER request_event_refuses_delete before delete on request_event begin select raise(abort, 'request_event is append-only'); end;

CREATE INDEX "commitment_next_alert" on "commitment" ("next_alert_at") where "next_alert_at" is not null;

CREATE INDEX "commitment_reckoned_with" on "commitment" ("reckoned_with") where "ended_at" is null;

CREATE TABLE "alert" (
  "request_id" text not null references "request" ("id"),
  "clock" text not null,
  "round" integer not null,
  "kind" text not null,
  "at" integer not null,
  "told_at" integer not null,
  constraint "alert_key" primary key ("request_id", "clock", "round", "kind")
) strict;

CREATE TABLE "absence" (
  "person" text not null,
  "first_day" text not null,
  "last_day" text not null,
  constraint "absence_key" primary key ("person", "first_day")
) strict;

CREATE TABLE "next_step" (
  "request_id" text not null primary key references "request" ("id"),
  "workspace_id" text not null,
  "due_at" integer not null
) strict;

CREATE INDEX "next_step_due" on "next_step" ("workspace_id", "due_at", "request_id");

CREATE TABLE "standing_definition" (
  "workspace_id" text not null references "workspace" ("id"),
  "kind" text not null,
  "version" integer not null,
  "criteria" text not null,
  "proposed_side" text not null,
  "proposed_by" text not null,
  "proposed_at" integer not null,
  "signed_by" text,
  "signed_at" integer,
  constraint "standing_definition_key" primary key ("workspace_id", "kind", "version")
) strict;

CREATE UNIQUE INDEX "tool_by_name" on "tool" ("workspace_id", "sort_name");

CREATE INDEX "tool_by_category" on "tool" ("workspace_id", "category", "sort_name");

CREATE INDEX "tool_notice" on "tool" ("workspace_id", "notice_on") where "notice_on" is not null;

CREATE TABLE "tool_change" (
  "tool_id" text not null references "tool" ("id"),
  "revision" integer not null,
  "changed_at" integer not null,
  "changed_by" text,
  "changes" text not null,
  "request_id" text,
  constraint "tool_change_key" primary key ("tool_id", "revision")
) strict;

CREATE TRIGGER tool_change_refuses_update before update on tool_change begin select raise(abort, 'tool_change is append-only'); end;

CREATE TRIGGER tool_change_refuses_delete before delete on tool_change begin select raise(abort, 'tool_change is append-only'); end;

CREATE TABLE "tool_word" (
  "tool_id" text not null references "tool" ("id"),
  "word" text not null,
  "workspace_id" text not null,
  "weight" integer not null,
  constraint "tool_word_key" primary key ("tool_id", "word")
) strict;

CREATE INDEX "tool_word_search" on "tool_word" ("workspace_id", "word", "tool_id", "weight");

CREATE TABLE "tool_pair_kept" (
  "tool_id" text not null references "tool" ("id"),
  "other_id" text not null references "tool" ("id"),
  "kept_at" integer not null,
  "kept_by" text not null,
  "because" text not null,
  constraint "tool_pair_kept_key" primary key ("tool_id", "other_id", "kept_at")
) strict;

CREATE TRIGGER tool_pair_kept_refuses_update before update on tool_pair_kept begin select raise(abort, 'tool_pair_kept is append-only'); end;

CREATE TRIGGER tool_pair_kept_refuses_delete before delete on tool_pair_kept begin select raise(abort, 'tool_pair_kept is append-only'); end;

CREATE TABLE "term_version" (
  "workspace_id" text not null references "workspace" ("id"),
  "term_id" text not null,
  "revision" integer not null,
  "text" text not null,
  "changed_by" text,
  "changed_at" integer not null,
  constraint "term_version_key" primary key ("workspace_id", "term_id", "revision")
) strict;

CREATE TABLE "term_agreed" (
  "workspace_id" text not null,
  "term_id" text not null,
  "revision" integer not null,
  "side" text not null,
  "agreed_by" text not null,
  "agreed_at" integer not null,
  constraint "term_agreed_key" primary key ("workspace_id", "term_id", "revision", "side")
) strict;

CREATE TRIGGER term_version_refuses_update before update on term_version begin select raise(abort, 'term_version is append-only'); end;

CREATE TRIGGER term_version_refuses_delete before delete on term_version begin select raise(abort, 'term_version is append-only'); end;

CREATE TRIGGER term_agreed_refuses_update before update on term_agreed begin select raise(abort, 'term_agreed is append-only'); end;

CREATE TRIGGER term_agreed_refuses_delete before delete on term_agreed begin select raise(abort, 'term_agreed is append-only'); end;

CREATE TABLE "thread_message" (
  "workspace_id" text not null,
  "channel" text not null,
  "ts" text not null,
  "thread_ts" text not null,
  "request_id" text not null references "request" ("id"),
  "side" text not null,
  "author" text not null,
  "fact" integer not null,
  "words" text,
  "crossed" integer,
  constraint "thread_message_key" primary key ("workspace_id", "channel", "ts")
) strict;

CREATE INDEX "request_due" on "request" ("workspace_id", "open", "next_due", "number", "waits_on", "assignee");

CREATE TABLE "queue_place" (
  "person_id" text not null primary key,
  "workspace_id" text not null,
  "list" text not null,
  "page" integer not null,
  "kind" text,
  "priority" integer,
  "assignee" text,
  "list_order" text
) strict;

CREATE TABLE search_entry (
  position integer primary key,
  workspace_id text not null,
        request_id text not null unique references request (id),
  title text not null,
  rest text not null
) strict
    ;

CREATE VIRTUAL TABLE search_index using fts5(title, rest, content='search_entry',
        content_rowid='position', tokenize='unicode61 remove_diacritics 0');

CREATE TABLE 'search_index_data'(
  id INTEGER PRIMARY KEY,
  block BLOB
);

CREATE TABLE 'search_index_idx'(
  segid,
  term,
  pgno,
  PRIMARY KEY(segid, term)
) WITHOUT ROWID;

CREATE TABLE 'search_index_docsize'(
  id INTEGER PRIMARY KEY,
  sz BLOB
);

CREATE TABLE 'search_index_config'(
  k PRIMARY KEY,
  v
) WITHOUT ROWID;

CREATE TRIGGER search_entry_added after insert on search_entry begin
        insert into search_index (rowid, title, rest) values (new.position, new.title, new.rest); end;

CREATE TRIGGER search_entry_changed after update on search_entry begin
        insert into search_index (search_index, rowid, title, rest)
          values ('delete', old.position, old.title, old.rest);
        insert into search_index (rowid, title, rest) values (new.position, new.title, new.rest); end;

CREATE TABLE "tool_renewal" (
  "tool_id" text not null references "tool" ("id"),
  "contract_end" text not null,
  "workspace_id" text not null,
  "notice_on" text not null,
  "look_at" integer,
  "document" text not null,
  constraint "tool_renewal_key" primary key ("tool_id", "contract_end")
) strict;

CREATE INDEX "tool_renewal_look" on "tool_renewal" ("workspace_id", "look_at") where "look_at" is not null;

CREATE TABLE "launch" (
  "id" text not null primary key,
  "workspace_id" text not null references "workspace" ("id"),
  "revision" integer not null,
  "name" text not null,
  "date" text not null,
  "owner" text not null,
  "cancelled" integer not null
) strict;

CREATE INDEX "launch_upcoming" on "launch" ("workspace_id", "cancelled", "date");

CREATE TABLE "launch_change" (
  "launch_id" text not null references "launch" ("id"),
  "revision" integer not null,
  "changed_at" integer not null,
  "changed_by" text not null,
  "name" text not null,
  "date" text not null,
  "owner" text not null,
  "because" text,
  constraint "launch_change_key" primary key ("launch_id", "revision")
) strict;

CREATE TABLE "top_five" (
  "workspace_id" text not null references "workspace" ("id"),
  "revision" integer not null,
  "requests" text not null,
  "changed_by" text not null,
  "changed_at" integer not null,
  constraint "top_five_key" primary key ("workspace_id", "revision")
) strict;

CREATE TRIGGER launch_change_refuses_update before update on launch_change begin select raise(abort, 'launch_change is append-only'); end;

CREATE TRIGGER launch_change_refuses_delete before delete on launch_change begin select raise(abort, 'launch_change is append-only'); end;

CREATE TRIGGER top_five_refuses_update before update on top_five begin select raise(abort, 'top_five is append-only'); end;

CREATE TRIGGER top_five_refuses_delete before delete on top_five begin select raise(abort, 'top_five is append-only'); end;

CREATE INDEX "request_launch" on "request" ("launch_id", "open", "number") where "launch_id" is not null;

CREATE INDEX "request_planned" on "request" ("workspace_id", "planned_on", "number") where "planned_on" is not null;

CREATE INDEX "request_not_now" on "request" ("workspace_id", "changed_at") where "status" in ('on-hold', 'declined');

CREATE TABLE "follower" (
  "person" text not null,
  "request_id" text not null references "request" ("id"),
  constraint "follower_key" primary key ("person", "request_id")
) strict;

CREATE TABLE "home_visit" (
  "person_id" text not null primary key,
  "workspace_id" text not null,
  "pages" text not null,
  "opened_at" integer not null,
  "refreshed_at" integer,
  "shown" text,
  "hash" text
) strict;

CREATE INDEX "home_visit_opened" on "home_visit" ("workspace_id", "opened_at");

CREATE TABLE "attachment" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "request_id" text not null references "request" ("id"),
  "fact" integer not null,
  "side" text not null,
  "author" text not null,
  "channel" text,
  "ts" text,
  "source" text not null,
  "name" text not null,
  "size" integer not null,
  "shared" integer not null,
  "left_behind" text,
  "copy" text,
  "checksum" text
) strict;

CREATE INDEX "attachment_request" on "attachment" ("request_id");

CREATE INDEX "attachment_source" on "attachment" ("workspace_id", "source");

CREATE TABLE "held_reply" (
  "workspace_id" text not null,
  "channel" text not null,
  "ts" text not null,
  "thread_ts" text not null,
  "author" text not null,
  "words" text not null,
  "files" text not null,
  constraint "held_reply_key" primary key ("workspace_id", "channel", "ts")
) strict;

CREATE INDEX "request_for_stack" on "request" ("workspace_id", "id") where "stack_seen" < "version";

CREATE TABLE "tool_request" (
  "request_id" text not null primary key references "request" ("id"),
  "tool_id" text not null references "tool" ("id"),
  "workspace_id" text not null,
  "wish" text not null,
  "stage" text not null,
  "began" integer not null,
  "counts" integer not null
) strict;

CREATE INDEX "tool_request_tool" on "tool_request" ("tool_id");

CREATE INDEX "tool_request_workspace" on "tool_request" ("workspace_id");

CREATE TABLE "tool_review" (
  "request_id" text not null primary key references "request" ("id"),
  "tool_id" text not null references "tool" ("id"),
  "workspace_id" text not null,
  "look_at" integer,
  "document" text not null
) strict;

CREATE INDEX "tool_review_tool" on "tool_review" ("tool_id");

CREATE INDEX "tool_review_look" on "tool_review" ("workspace_id", "look_at") where "look_at" is not null;

CREATE TABLE "digest" (
  "workspace_id" text not null references "workspace" ("id"),
  "week" text not null,
  "from_at" integer not null,
  "to_at" integer not null,
  "due_at" integer not null,
  "made_at" integer not null,
  "figures" text not null,
  "is_private" integer not null,
  "published_by" text,
  "published_at" integer,
  constraint "digest_key" primary key ("workspace_id", "week")
) strict;

CREATE TABLE "digest_item" (
  "workspace_id" text not null,
  "week" text not null,
  "position" integer not null,
  "about" text not null,
  "item" text not null,
  "choice" text,
  "decided_by" text,
  "decided_at" integer,
  constraint "digest_item_key" primary key ("workspace_id", "week", "position"),
  constraint "digest_item_digest" foreign key ("workspace_id", "week") references "digest" ("workspace_id", "week")
) strict;

CREATE INDEX "digest_item_about" on "digest_item" ("workspace_id", "about");

CREATE TABLE "digest_message" (
  "workspace_id" text not null,
  "week" text not null,
  "place" text not null,
  "channel" text not null,
  "ts" text not null,
  constraint "digest_message_key" primary key ("workspace_id", "week", "place"),
  constraint "digest_message_digest" foreign key ("workspace_id", "week") references "digest" ("workspace_id", "week")
) strict;

CREATE INDEX "request_closed" on "request" ("workspace_id", "open", "changed_at") where "open" = 0;

CREATE TABLE "draft" (
  "person" text not null,
  "cause" text not null,
  "workspace_id" text not null,
  "document" text not null,
  "kept_at" integer not null,
  constraint "draft_key" primary key ("person", "cause")
) strict;

CREATE INDEX "draft_kept" on "draft" ("workspace_id", "kept_at");

CREATE INDEX "request_also_waits_on" on "request" ("also_waits_on", "requester", "assignee") where "also_waits_on" is not null;

CREATE TABLE "morning" (
  "person_id" text not null,
  "day" text not null,
  "workspace_id" text not null,
  "said_at" integer not null,
  "listed" text not null,
  "shown" text not null,
  "channel" text,
  "ts" text,
  constraint "morning_key" primary key ("person_id", "day")
) strict;

CREATE INDEX "morning_said" on "morning" ("workspace_id", "said_at");

CREATE TABLE "mornings_done" (
  "workspace_id" text not null primary key,
  "until" integer not null
) strict;

CREATE TABLE "notices" (
  "person_id" text not null primary key,
  "workspace_id" text not null,
  "document" text not null
) strict;

CREATE TABLE "check_owner" (
  "person" text not null,
  "request_id" text not null references "request" ("id"),
  constraint "check_owner_key" primary key ("person", "request_id")
) strict;

CREATE INDEX "check_owner_request" on "check_owner" ("request_id");

CREATE INDEX "tool_compare" on "tool" ("workspace_id", "compare_at") where "compare_at" is not null;

CREATE TABLE "tool_pair_told" (
  "tool_id" text not null references "tool" ("id"),
  "other_id" text not null references "tool" ("id"),
  "person" text not null,
  "told_at" integer not null,
  constraint "tool_pair_told_key" primary key ("tool_id", "other_id", "person")
) strict;

CREATE INDEX "tool_pair_told_other" on "tool_pair_told" ("other_id");

CREATE TABLE "brokered_words" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "request_id" text not null references "request" ("id"),
  "author" text not null,
  "words" text not null,
  "way" text not null,
  "channel" text,
  "ts" text,
  "due_at" integer not null
) strict;

CREATE INDEX "brokered_words_place" on "brokered_words" ("workspace_id", "channel", "ts");

CREATE INDEX "brokered_words_due" on "brokered_words" ("workspace_id", "due_at");

CREATE TABLE "stack_import" (
  "id" text not null primary key,
  "workspace_id" text not null,
  "state" text not null,
  "document" text not null
) strict;

CREATE INDEX "stack_import_to_do" on "stack_import" ("workspace_id", "state");

CREATE TABLE "pulse_ballot" (
  "secret" text not null primary key,
  "workspace_id" text not null,
  "quarter" text not null,
  "side" text not null,
  "score" integer
) strict;

CREATE INDEX "pulse_ballot_quarter" on "pulse_ballot" ("workspace_id", "quarter", "side", "score");

CREATE TABLE "restoration" (
  "workspace_id" text not null references "workspace" ("id"),
  "taken_at" integer not null,
  "started_at" integer,
  constraint "restoration_key" primary key ("workspace_id", "taken_at")
) strict;

CREATE INDEX "commitment_settled" on "commitment" ("settled_at", "budget", "debtor", "verdict", "by_change") where "settled_at" is not null;
