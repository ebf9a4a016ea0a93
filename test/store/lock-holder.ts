// Holds the write lock of a SQLite file until it is killed.
import Database from 'better-sqlite3';

const database = new Database(process.argv[2]);
database.exec('begin immediate');
console.log('locked');
setInterval(() => database.inTransaction, 1_000);
