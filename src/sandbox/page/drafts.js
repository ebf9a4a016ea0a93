/**
 * What is typed into a view: shown at once, told to the server a moment later, and always told before a submission.
 *
 * @import { Deed } from '../client-api.ts'
 * @import { ClientState } from './changes.js'
 */

const PAUSE_MS = 200;

/**
 * @param {{ state: ClientState; update(change: (state: ClientState) => ClientState): void }} store
 * @param {(deed: Deed) => Promise<boolean>} act
 */
export function createDrafts(store, act) {
  /** @type {Map<string, { deed: Deed; timer: ReturnType<typeof setTimeout> }>} */
  const pending = new Map();
  /** @type {Set<Promise<boolean>>} */
  const underWay = new Set();

  /** @param {string} key */
  function send(key) {
    const entry = pending.get(key);
    if (!entry) return;
    pending.delete(key);
    clearTimeout(entry.timer);
    const sent = act(entry.deed);
    underWay.add(sent);
    sent.then(() => underWay.delete(sent));
  }

  /** @param {string} viewId @param {string} blockId @param {string} actionId @param {Record<string, unknown>} value */
  function hold(viewId, blockId, actionId, value) {
    store.update((state) => {
      const view = state.drafts[viewId] ?? {};
      const block = { ...view[blockId], [actionId]: value };
      return { ...state, drafts: { ...state.drafts, [viewId]: { ...view, [blockId]: block } } };
    });
  }

  return {
    /** Shows it, and tells nobody: for a value that goes to the server as an action. */
    hold,
    /** Shows it, and tells the server. @param {string} viewId @param {string} blockId @param {string} actionId @param {Record<string, unknown>} value */
    type(viewId, blockId, actionId, value) {
      hold(viewId, blockId, actionId, value);
      const key = [viewId, blockId, actionId].join(' ');
      clearTimeout(pending.get(key)?.timer);
      pending.set(key, {
        deed: { do: 'input', viewId, blockId, actionId, value },
        timer: setTimeout(() => send(key), PAUSE_MS),
      });
    },
    /** Everything typed so far has reached the server. */
    async settled() {
      for (const key of [...pending.keys()]) send(key);
      await Promise.all(underWay);
    },
  };
}
