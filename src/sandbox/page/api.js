/**
 * The wire to the sandbox's server, as `client-api.ts` describes it. A failure of the wire itself becomes an Error with a sentence.
 *
 * @import { Control, ControlState, Deed, DeedResult, LogEntry, OptionsQuery, Snapshot, StageOrder, ClientStage, ClientFile, ClientMessage, Change } from '../client-api.ts'
 */

const UNREACHABLE = 'The sandbox does not answer. Is it still running?';

/** @param {string} path @param {Record<string, string | undefined>} query @param {RequestInit} [init] */
async function call(path, query, init) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, value);
  const url = `${path}?${parameters}`;
  let response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new Error(UNREACHABLE);
  }
  if (!response.ok) throw new Error(await complaint(response));
  return response.json();
}

/** What the server said about a call that it refused. @param {Response} response */
async function complaint(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).error;
  } catch {
    return text || `The sandbox answered ${response.status}.`;
  }
}

/** @param {unknown} body */
function posted(body) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** @param {string} [as] without it, the first of the cast @returns {Promise<Snapshot>} */
export function fetchSnapshot(as) {
  return call('/client/snapshot', { as });
}

/**
 * @param {string} as
 * @param {{ channel: string; before?: string; thread?: string; limit?: number }} page
 * @returns {Promise<{ messages: ClientMessage[]; more: boolean }>}
 */
export function fetchMessages(as, { channel, before, thread, limit = 100 }) {
  return call('/client/messages', { as, channel, before, thread, limit: String(limit) });
}

/** @param {string} as @param {Deed} deed @returns {Promise<DeedResult>} */
export function postDeed(as, deed) {
  return call('/client/do', { as }, posted(deed));
}

/** @param {string} as @param {OptionsQuery} query */
export function fetchOptions(as, query) {
  return call('/client/options', { as }, posted(query));
}

/** @param {string} as @param {File} file @returns {Promise<ClientFile>} */
export async function uploadFile(as, file) {
  const { file: stored } = await call(
    '/client/upload',
    { as, name: file.name },
    { method: 'POST', headers: { 'content-type': file.type || 'application/octet-stream' }, body: file },
  );
  return stored;
}

/** @param {string} as @param {string} fileId */
export function fileUrl(as, fileId) {
  return `/client/file/${fileId}?${new URLSearchParams({ as })}`;
}

/** @param {number} after the id of the last entry known @returns {Promise<LogEntry[]>} */
export function fetchLog(after) {
  return call('/client/log', { after: String(after) });
}

/** @param {Control} control @returns {Promise<ControlState>} */
export function postControl(control) {
  return call('/client/control', {}, posted(control));
}

/** @param {StageOrder} order @returns {Promise<ClientStage>} */
export function postStage(order) {
  return call('/client/stage', {}, posted(order));
}

/**
 * Follows one persona's changes for as long as the page is open. The browser reconnects by itself after a broken
 * connection; after a refused one (the server restarts) we try again each second.
 *
 * @param {string} as
 * @param {{ onOpen(): void; onChange(change: Change): void; onBreak(): void }} listener
 * @returns {() => void} stops it
 */
export function followStream(as, { onOpen, onChange, onBreak }) {
  /** @type {EventSource} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;

  function connect() {
    source = new EventSource(`/client/stream?${new URLSearchParams({ as })}`);
    source.onopen = onOpen;
    source.onmessage = (event) => onChange(JSON.parse(event.data));
    source.onerror = () => {
      onBreak();
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, 1000);
    };
  }

  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}
