import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Everything that a request needs to travel from marketing to IT and back. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, flag, tableEnd } = words;
  const { schema } = db;

  await schema
    .createTable('workspace')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('bot_user_id', text, (column) => column.notNull())
    .addColumn('installer', text)
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('settings')
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('changed_by', text)
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['workspace_id', 'version'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('person')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('zone', text)
    .addColumn('is_member', flag, (column) => column.notNull())
    .addColumn('is_admin', flag, (column) => column.notNull())
    .addColumn('read_at', instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('request')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('number', integer, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('requester', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('assignee', text)
    .addColumn('priority', integer, (column) => column.notNull())
    .addColumn('open', flag, (column) => column.notNull())
    .addColumn('submitted_at', instant, (column) => column.notNull())
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addUniqueConstraint('request_number', ['workspace_id', 'number'])
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('request_open')
    .on('request')
    .columns(['workspace_id', 'open', 'priority', 'submitted_at', 'number'])
    .execute();
  await schema
    .createIndex('request_requester')
    .on('request')
    .columns(['requester', 'open', 'number'])
    .execute();
  await schema.createIndex('request_author').on('request').columns(['author', 'open', 'number']).execute();

  await schema
    .createTable('request_event')
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('seq', integer, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('actor', text)
    .addColumn('side', text)
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('cause', text, (column) => column.notNull())
    .addColumn('data', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('request_event_key', ['request_id', 'seq'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('body')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('text', text)
    .addColumn('written_at', instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('definition_of_done')
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('proposed_by', text, (column) => column.notNull())
    .addColumn('criteria', text, (column) => column.notNull())
    .addColumn('wording', text, (column) => column.notNull())
    .addColumn('date', text)
    .addColumn('state', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('definition_of_done_key', ['request_id', 'version'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('signature')
    .addColumn('request_id', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('side', text, (column) => column.notNull())
    .addColumn('signed_by', text, (column) => column.notNull())
    .addColumn('signed_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('signature_key', ['request_id', 'version', 'side'])
    .addForeignKeyConstraint('signature_definition', ['request_id', 'version'], 'definition_of_done', [
      'request_id',
      'version',
    ])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('commitment')
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('clock', text, (column) => column.notNull())
    .addColumn('round', integer, (column) => column.notNull())
    .addColumn('debtor', text, (column) => column.notNull())
    .addColumn('started_at', instant, (column) => column.notNull())
    .addColumn('budget', instant)
    .addColumn('due_at', instant)
    .addColumn('ended_at', instant)
    .addColumn('verdict', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('commitment_key', ['request_id', 'clock', 'round'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('counter')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('value', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('counter_key', ['workspace_id', 'name'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('outbox')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('subject_key', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('lane', text, (column) => column.notNull())
    .addColumn('position', integer, (column) => column.notNull())
    .addColumn('announced_at', instant, (column) => column.notNull())
    .addColumn('wanted', integer, (column) => column.notNull())
    .addColumn('delivered', integer, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('due_at', instant, (column) => column.notNull())
    .addColumn('in_doubt', flag, (column) => column.notNull())
    .addColumn('claimed_by', text)
    .addColumn('claimed_at', instant)
    .addColumn('first_claimed_at', instant)
    .addColumn('settled_at', instant)
    .addColumn('error', text)
    .addUniqueConstraint('outbox_subject', ['workspace_id', 'subject_key'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('outbox_status').on('outbox').columns(['status', 'due_at']).execute();

  await schema
    .createTable('message_location')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('ts', text, (column) => column.notNull())
    .addColumn('thread_ts', text)
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('recipient', text)
    .addColumn('superseded_at', instant)
    .addPrimaryKeyConstraint('message_location_key', ['workspace_id', 'channel', 'ts'])
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('message_location_request')
    .on('message_location')
    .columns(['request_id', 'purpose', 'recipient'])
    .execute();

  await schema
    .createTable('reaction')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('ts', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('present', flag, (column) => column.notNull())
    .addColumn('event_ts', text, (column) => column.notNull())
    .addColumn('heard_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('reaction_key', ['workspace_id', 'channel', 'ts', 'user_id', 'name'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('handled')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('answer', text, (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('handled_key', ['workspace_id', 'key'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('inbox')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('body', text)
    .addColumn('received_at', instant, (column) => column.notNull())
    .addColumn('finished_at', instant)
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('inbox_unfinished')
    .on('inbox')
    .columns(['received_at', 'id'])
    .where(sql.ref('finished_at'), 'is', null)
    .execute();

  await schema
    .createTable('tool')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('sort_name', text, (column) => column.notNull())
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('business_owner', text)
    .addColumn('technical_owner', text)
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('tool_by_name').on('tool').columns(['workspace_id', 'sort_name', 'id']).execute();

  for (const table of ['settings', 'request_event']) {
    for (const trigger of words.appendOnly(table)) await trigger.execute(db);
  }
}
