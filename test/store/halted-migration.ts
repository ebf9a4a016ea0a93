// Runs a second migration as far as its first table and stays there until it is killed.

import { openDatabase } from '../../src/store/engine/open-database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';

const next = {
  number: (migrations.at(-1)?.number ?? 0) + 1,
  name: '002-halted',
  checksum: 'halted',
  async up(db: Parameters<(typeof migrations)[number]['up']>[0]) {
    await db.schema.createTable('half').addColumn('id', 'text').execute();
    console.log('midway');
    setInterval(() => {}, 1_000);
    await new Promise(() => {});
  },
};
const database = await openDatabase(process.argv[2] ?? '');
await migrate(database, [...migrations, next], { appVersion: '9.9.9', now: () => 0 });
