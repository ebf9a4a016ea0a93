import { useEffect, useState } from 'preact/hooks';

/**
 * What the page shows lives in its address, so that a reload, a bookmark or a colleague sees the same:
 * `?as=U1&at=C1&thread=ts` for the first pane (`tab=home` or `tab=messages` with the app), `with=U2&with_at=…` and so on
 * for the second, `tools=log` for the drawer.
 *
 * @typedef {{ as: string | null; at: string | null; thread: string | null; tab: 'home' | 'messages' | null }} PaneRoute
 */

/** @type {Set<() => void>} */
const listeners = new Set();

function tell() {
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', tell);

/** @param {string | null} name */
function tabNamed(name) {
  return name === 'home' || name === 'messages' ? name : null;
}

/** @param {URLSearchParams} query @param {ReturnType<typeof paneNames>} names @returns {PaneRoute} */
function paneIn(query, { as, at, thread, tab }) {
  return { as: query.get(as), at: query.get(at), thread: query.get(thread), tab: tabNamed(query.get(tab)) };
}

/** @returns {{ panes: PaneRoute[]; tools: string | null }} */
export function readRoute() {
  const query = new URLSearchParams(location.search);
  const [first, second] = [0, 1].map((index) => paneIn(query, paneNames(index)));
  return { panes: second.as ? [first, second] : [first], tools: query.get('tools') };
}

/**
 * @param {Record<string, string | null>} changes null removes a name
 * @param {{ replace?: boolean }} [how] replace: not a step that "back" undoes
 */
export function go(changes, { replace = false } = {}) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const address = `${location.pathname}?${query}`;
  if (address === `${location.pathname}${location.search}`) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  tell();
}

/** The names that a pane's part of the address goes by. @param {number} index */
export function paneNames(index) {
  return index === 0
    ? { as: 'as', at: 'at', thread: 'thread', tab: 'tab' }
    : { as: 'with', at: 'with_at', thread: 'with_thread', tab: 'with_tab' };
}

export function closeSecondPane() {
  go(Object.fromEntries(Object.values(paneNames(1)).map((name) => [name, null])));
}

export function useRoute() {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const listener = () => setRoute(readRoute());
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return route;
}
