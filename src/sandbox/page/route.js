import { useEffect, useState } from 'preact/hooks';

/**
 * What the page shows lives in its address, so that a reload, a bookmark or a colleague sees the same:
 * `?as=U1&at=C1&thread=ts` for the first pane, `with=U2&with_at=…&with_thread=…` for the second, `tools=log` for the drawer.
 *
 * @typedef {{ as: string | null; at: string | null; thread: string | null }} PaneRoute
 */

/** @type {Set<() => void>} */
const listeners = new Set();

function tell() {
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', tell);

/** @returns {{ panes: PaneRoute[]; tools: string | null }} */
export function readRoute() {
  const query = new URLSearchParams(location.search);
  const first = { as: query.get('as'), at: query.get('at'), thread: query.get('thread') };
  const second = { as: query.get('with'), at: query.get('with_at'), thread: query.get('with_thread') };
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
    ? { as: 'as', at: 'at', thread: 'thread' }
    : { as: 'with', at: 'with_at', thread: 'with_thread' };
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
