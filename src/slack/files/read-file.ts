import type { WebClient } from '@slack/web-api';

/** A file's bytes as they come; or why they do not, and whether asking again may help. */
export type Opened =
  | { result: 'open'; bytes: ReadableStream<Uint8Array> }
  | { result: 'refused' }
  | { result: 'failed'; error: string };

const mostRedirects = 3;

/**
 * Opens a file of Slack's with the app's token. Without a right to it Slack answers with a redirect to a page to sign
 * in, so that length and type are looked at. The token goes to Slack's own hosts only.
 */
export async function openFile(
  client: Pick<WebClient, 'token' | 'slackApiUrl'>,
  file: { address: string; size: number; isPage: boolean },
  signal: AbortSignal,
): Promise<Opened> {
  let { address } = file;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (!isOfSlack(address, client.slackApiUrl)) return { result: 'refused' };
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${client.token ?? ''}` },
      redirect: 'manual',
      signal,
    }).catch((error: unknown) => ({ error: String(error) }));
    if ('error' in answer) return { result: 'failed', error: answer.error };
    if (answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      const next = answer.headers.get('location') ?? '';
      if (!URL.canParse(next, address)) return { result: 'refused' };
      address = new URL(next, address).href;
      continue;
    }
    if (answer.ok && answer.body && isFile(answer.headers, file)) {
      return { result: 'open', bytes: answer.body };
    }
    await answer.body?.cancel();
    return answer.status >= 500 || answer.status === 429
      ? { result: 'failed', error: `the file was answered with ${answer.status}` }
      : { result: 'refused' };
  }
  return { result: 'refused' };
}

function isFile(headers: Headers, { size, isPage }: { size: number; isPage: boolean }): boolean {
  const length = headers.get('content-length');
  if (length !== null && headers.get('content-encoding') === null && Number(length) !== size) return false;
  return isPage || !headers.get('content-type')?.startsWith('text/html');
}

/** `slack.com` and what is below it; where the Web API lies elsewhere, as in the sandbox, that origin too. */
function isOfSlack(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}
