import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** The stack: all that is recorded of a tool, its history, the words it is found by; and the dictionary. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, tableEnd } = words;
  const { schema } = db;

  for (const [name, type, initial] of [
    ['category', text, 'other'],
    ['revision', integer, 1],
    ['details', text, '{}'],
  ] as const) {
    await schema
      .alterTable('tool')
      .addColumn(name, type, (column) => column.notNull().defaultTo(initial))
      .execute();
  }
  await schema.alterTable('tool').addColumn('notice_on', text).execute();
  await schema.dropIndex('tool_by_name').execute();
  await schema
    .createIndex('tool_by_name')
    .unique()
    .on('tool')
    .columns(['workspace_id', 'sort_name'])
    .execute();
  await schema
    .createIndex('tool_by_category')
    .on('tool')
    .columns(['workspace_id', 'category', 'sort_name'])
    .execute();
  await schema
    .createIndex('tool_notice')
    .on('tool')
    .columns(['workspace_id', 'notice_on'])
    .where(sql.ref('notice_on'), 'is not', null)
    .execute();

  await schema
    .createTable('tool_change')
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addColumn('changed_by', text)
    .addColumn('changes', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('tool_change_key', ['tool_id', 'revision'])
    .modifyEnd(tableEnd)
    .execute();
  for (const trigger of words.appendOnly('tool_change')) await trigger.execute(db);

  await schema
    .createTable('tool_word')
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('word', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('weight', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('tool_word_key', ['tool_id', 'word'])
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('tool_word_search')
    .on('tool_word')
    .columns(['workspace_id', 'word', 'tool_id', 'weight'])
    .execute();

  await schema
    .createTable('tool_pair_kept')
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('other_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('kept_at', instant, (column) => column.notNull())
    .addColumn('kept_by', text, (column) => column.notNull())
    .addColumn('because', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('tool_pair_kept_key', ['tool_id', 'other_id', 'kept_at'])
    .modifyEnd(tableEnd)
    .execute();
  for (const trigger of words.appendOnly('tool_pair_kept')) await trigger.execute(db);

  await schema
    .createTable('term_version')
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('term_id', text, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('changed_by', text)
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('term_version_key', ['workspace_id', 'term_id', 'revision'])
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createTable('term_agreed')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('term_id', text, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('side', text, (column) => column.notNull())
    .addColumn('agreed_by', text, (column) => column.notNull())
    .addColumn('agreed_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('term_agreed_key', ['workspace_id', 'term_id', 'revision', 'side'])
    .modifyEnd(tableEnd)
    .execute();
  for (const table of ['term_version', 'term_agreed']) {
    for (const trigger of words.appendOnly(table)) await trigger.execute(db);
  }
}
