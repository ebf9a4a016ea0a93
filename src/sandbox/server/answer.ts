import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Controls } from '../control.ts';
import {
  type ApiParts,
  answerApi,
  answerFile,
  answerResponse,
  answerSignIn,
  answerUpload,
} from './api-routes.ts';
import { answerClient } from './client-routes.ts';
import { isOurs, sendJson } from './front-door.ts';
import { sendStatic } from './static-files.ts';

/** Answers everything that comes to the sandbox's address, Socket Mode aside. */
export function createListener(
  api: ApiParts,
  controls: Controls,
  log: (line: string) => void,
): RequestListener {
  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', api.slack.baseUrl);
    const { pathname } = url;
    if (pathname.startsWith('/api/')) await answerApi(api, url, request, response);
    else if (pathname.startsWith('/response/')) await answerResponse(api, url, request, response);
    else if (pathname.startsWith('/upload/')) await answerUpload(api, url, request, response);
    else if (pathname.startsWith('/files/')) answerFile(api, url, request, response);
    else if (pathname === '/sign-in') answerSignIn(response);
    else if (pathname.startsWith('/client/')) await answerClient(api.slack, controls, url, request, response);
    else await sendStatic(response, pathname);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurs(request)) return sendJson(response, 'The sandbox answers only to its own address.', 403);
    try {
      await route(request, response);
    } catch (error) {
      log(`The sandbox failed at ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) sendJson(response, { ok: false, error: 'internal_error' }, 500);
    }
  }

  return (request, response) => void answer(request, response);
}
