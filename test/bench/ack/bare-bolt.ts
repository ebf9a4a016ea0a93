/**
 * What there is to beat: Bolt as its documentation shows it, which answers the same command with the same words, and
 * keeps a submission with one durable insert before it acks.
 */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import Database from 'better-sqlite3';
import { command } from './workspace.ts';

const { PORT, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, DATABASE, HELP } = process.env;
if (!SLACK_BOT_TOKEN || !SLACK_SIGNING_SECRET || !SLACK_API_URL || !DATABASE || !HELP) {
  throw new Error('bare Bolt needs its environment');
}

const database = new Database(DATABASE);
database.pragma('journal_mode = wal');
database.pragma('synchronous = full');
database.exec(
  'create table if not exists submission (view_id text primary key, user_id text not null, document text not null) strict',
);
const insert = database.prepare('insert into submission (view_id, user_id, document) values (?, ?, ?)');

const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  token: SLACK_BOT_TOKEN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});
const help = JSON.parse(HELP);

app.command(command, async ({ ack }) => {
  await ack(help);
});

app.view('intake', async ({ ack, body }) => {
  insert.run(body.view.id, body.user.id, JSON.stringify(body.view.state.values));
  await ack();
});

await app.start({ port: Number(PORT), host: '127.0.0.1' });

process.on('SIGTERM', async () => {
  await app.stop();
  database.close();
  process.exit(0);
});
