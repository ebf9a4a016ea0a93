/**
 * As much of Slack as both apps face in the bench, in a process of its own: it answers at once, and keeps nothing but
 * the last modal that was opened.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { itMember, owner, team, usergroup } from './workspace.ts';

let lastView = '{}';
let posted = 0;

function answerTo(method: string, call: URLSearchParams): object {
  switch (method) {
    case 'auth.test':
      return { team_id: team, team: 'Bench', user_id: 'U0BROKER', bot_id: 'B0BROKER' };
    case 'users.list':
      return { members: [{ id: owner, is_primary_owner: true, tz: 'Europe/Berlin' }] };
    case 'users.info':
      return {
        user: { id: call.get('user'), team_id: team, name: 'somebody', tz: 'Europe/Berlin', profile: {} },
      };
    case 'usergroups.users.list':
      return { usergroup, users: [itMember] };
    case 'conversations.open':
      return { channel: { id: `D${call.get('users')}` } };
    case 'views.open':
      lastView = call.get('view') ?? '{}';
      return { view: { id: 'V0FIRST' } };
    case 'chat.postMessage':
      posted += 1;
      return { channel: call.get('channel'), ts: `1700000000.${String(posted).padStart(6, '0')}` };
    default:
      return {};
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const server = createServer(async (request, response) => {
  const call = new URLSearchParams(await bodyOf(request));
  response.setHeader('content-type', 'application/json');
  if (request.url === '/last-view') response.end(lastView);
  else
    response.end(JSON.stringify({ ok: true, ...answerTo(request.url?.slice('/api/'.length) ?? '', call) }));
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('listening\n'));
process.on('SIGTERM', () => process.exit(0));
