import type { IncomingMessage, ServerResponse } from 'node:http';
import { type MessagesQuery, messagesFor, snapshotFor } from '../client/snapshot.ts';
import { openStream } from '../client/stream.ts';
import type { Control, Deed, OptionsQuery, StageOrder } from '../client-api.ts';
import type { Controls } from '../control.ts';
import { suggest } from '../deeds/actions.ts';
import { doDeed } from '../deeds/do.ts';
import { storeUpload } from '../deeds/upload.ts';
import { fieldsOf, parseJson } from '../json.ts';
import type { Slack } from '../slack.ts';
import { firstOfCast } from '../state/cast.ts';
import { maySeeChannel } from '../state/channels.ts';
import type { User } from '../state/records.ts';
import { readBytes, sendBytes, sendJson } from './front-door.ts';

const usualPage = 100;

/** The addresses under `/client/`, for the page. */
export async function answerClient(
  slack: Slack,
  controls: Controls,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (url.pathname === '/client/log') {
    const after = Number(url.searchParams.get('after') ?? 0);
    return sendJson(
      response,
      slack.log.entries().filter(({ id }) => id > after),
    );
  }
  if (url.pathname === '/client/control') {
    return sendJson(
      response,
      request.method === 'POST' ? controls.apply(await body<Control>(request)) : controls.state(),
    );
  }
  if (url.pathname === '/client/stage' && request.method === 'POST') {
    return sendJson(response, slack.theatre.order(await body<StageOrder>(request)));
  }
  const user = personAt(slack, url);
  if (!user) return sendJson(response, { error: 'no such person' }, 404);
  return request.method === 'POST'
    ? answerPost(slack, user, url, request, response)
    : answerGet(slack, user, url, response);
}

/** Who the page acts as. One that does not say yet, or names somebody who is gone, is shown the first of the cast. */
function personAt({ workspace }: Slack, { pathname, searchParams }: URL): User | undefined {
  const named = workspace.users.get(searchParams.get('as') ?? '');
  if (named || pathname !== '/client/snapshot') return named;
  return workspace.users.get(firstOfCast);
}

/** The page is ours and served by us: what it posts has the shape of `client-api.ts`. */
async function body<T extends object>(request: IncomingMessage): Promise<T> {
  const parsed = parseJson(String(await readBytes(request)));
  return fieldsOf(parsed) as T;
}

function answerGet(slack: Slack, user: User, url: URL, response: ServerResponse): void {
  const { pathname, searchParams: query } = url;
  if (pathname === '/client/snapshot') sendJson(response, snapshotFor(slack, user));
  else if (pathname === '/client/messages')
    sendJson(response, messagesFor(slack, user, messagesQuery(query)));
  else if (pathname === '/client/stream') openStream(slack, user, response);
  else sendFile(slack, user, pathname.replace('/client/file/', ''), response);
}

function messagesQuery(query: URLSearchParams): MessagesQuery {
  return {
    channel: query.get('channel') ?? '',
    before: query.get('before'),
    thread: query.get('thread'),
    limit: Number(query.get('limit') ?? usualPage),
  };
}

function sendFile({ workspace }: Slack, user: User, id: string, response: ServerResponse): void {
  const file = workspace.files.get(id);
  const bytes = workspace.archive.bytes(id);
  const shared = file?.channels.some((channel) => {
    const found = workspace.channels.get(channel);
    return found && maySeeChannel(found, user);
  });
  if (file && bytes && (shared || file.user === user.id)) sendBytes(response, bytes, file.mimetype);
  else sendJson(response, 'Not found', 404);
}

async function answerPost(
  slack: Slack,
  user: User,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (url.pathname) {
    case '/client/do':
      return sendJson(response, await doDeed(slack, user, await body<Deed>(request)));
    case '/client/options': {
      const query = await body<OptionsQuery>(request);
      return sendJson(response, await suggest(slack, user, query.place, query, query.value));
    }
    case '/client/upload': {
      const bytes = await readBytes(request);
      if (!bytes) return sendJson(response, { error: 'the file is too large' }, 413);
      const { id, name, mimetype, size } = storeUpload(
        slack,
        user,
        url.searchParams.get('name') ?? 'file',
        bytes,
      );
      return sendJson(response, { file: { id, name, mimetype, size } });
    }
    default:
      return sendJson(response, 'Not found', 404);
  }
}
