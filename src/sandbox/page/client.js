import { fetchMessages, fetchSnapshot, followStream, postDeed } from './api.js';
import { messageGone, withChange, withNotice, withSnapshot } from './changes.js';
import { createDrafts } from './drafts.js';
import { typedText } from './text/typed.js';
import {
  isReply,
  NOTHING_YET,
  timelineKey,
  withFirst,
  withMessage,
  withNewest,
  withOlder,
} from './timeline.js';
import { createStore } from './ui/store.js';

/**
 * One persona's Slack client: what it knows (a store), what the person can do, and the stream that keeps it current.
 * Each pane has its own, as two people have two computers.
 *
 * @import { Change, Deed } from '../client-api.ts'
 * @import { ClientState } from './changes.js'
 * @typedef {ReturnType<typeof createClient>} Client
 */

/** @type {ClientState} */
const OPENING = {
  phase: 'opening',
  failure: '',
  workspace: { id: '', name: '' },
  me: /** @type {ClientState['me']} */ ({ id: '', name: '', realName: '', tz: 'UTC' }),
  app: { id: '', name: '', botUserId: '', homeTab: false },
  people: new Map(),
  channels: new Map(),
  commands: [],
  shortcuts: [],
  emoji: {},
  views: [],
  home: null,
  drafts: {},
  timelines: {},
  notices: [],
  announcement: '',
  stage: { banner: null, stories: [], opening: [], playing: null },
  clock: { now: 0, readAt: 0 },
};

/** @param {string} as the persona's user id */
export function createClient(as) {
  const store = createStore(OPENING);
  const update = store.update.bind(store);
  /** Changes that came while the snapshot was on its way. @type {Change[] | null} */
  let waiting = [];

  /** @param {string} text @param {'error' | 'mention' | 'dm'} [kind] */
  function notify(text, kind = 'error') {
    update((state) => withNotice(state, { kind, text, channel: null, ts: null }));
  }

  /** @param {Deed} deed @returns {Promise<import('../client-api.ts').DeedResult>} never rejects */
  async function perform(deed) {
    try {
      return await postDeed(as, deed);
    } catch (error) {
      return { ok: false, error: error.message };
    }
  }

  /** Does it, and tells the person when it was refused. @param {Deed} deed */
  async function act(deed) {
    const result = await perform(deed);
    if (!result.ok) notify(result.error);
    return result.ok;
  }

  const drafts = createDrafts(store, act);

  /** @param {string} channel @param {string | null} threadTs @param {(timeline: import('./timeline.js').Timeline) => import('./timeline.js').Timeline} change */
  function updateTimeline(channel, threadTs, change) {
    const key = timelineKey(channel, threadTs);
    update((state) => ({
      ...state,
      timelines: { ...state.timelines, [key]: change(state.timelines[key] ?? NOTHING_YET) },
    }));
  }

  /** The root of a thread, if it is older than what the channel's timeline holds. @param {string} channel @param {string} threadTs */
  async function fetchRoot(channel, threadTs) {
    const justAfter = threadTs.replace(/\d{6}$/, (micros) => String(Number(micros) + 1).padStart(6, '0'));
    const { messages } = await fetchMessages(as, { channel, before: justAfter, limit: 1 });
    return messages.find((message) => message.ts === threadTs);
  }

  /** Loads what is not loaded yet. @param {string} channel @param {string | null} [threadTs] */
  async function load(channel, threadTs = null) {
    if (store.state.timelines[timelineKey(channel, threadTs)]) return;
    updateTimeline(channel, threadTs, (timeline) => ({ ...timeline, loading: true }));
    try {
      const page = await fetchMessages(as, { channel, thread: threadTs ?? undefined });
      updateTimeline(channel, threadTs, (timeline) => withFirst(timeline, page));
      if (!threadTs || page.more || page.messages[0]?.ts === threadTs) return;
      const root =
        store.state.timelines[channel]?.messages.find((message) => message.ts === threadTs) ??
        (await fetchRoot(channel, threadTs));
      if (root) updateTimeline(channel, threadTs, (timeline) => withMessage(timeline, root));
    } catch (error) {
      updateTimeline(channel, threadTs, () => ({ messages: [], more: false, loading: false }));
      notify(error.message);
    }
  }

  /** @param {string} channel @param {string | null} threadTs */
  async function loadOlder(channel, threadTs) {
    const timeline = store.state.timelines[timelineKey(channel, threadTs)];
    const oldest = timeline?.messages[0]?.ts;
    if (!timeline?.more || timeline.loading || oldest === undefined) return;
    updateTimeline(channel, threadTs, (held) => ({ ...held, loading: true }));
    try {
      const page = await fetchMessages(as, { channel, thread: threadTs ?? undefined, before: oldest });
      updateTimeline(channel, threadTs, (held) => withOlder(held, page));
    } catch (error) {
      updateTimeline(channel, threadTs, (held) => ({ ...held, loading: false }));
      notify(error.message);
    }
  }

  /** What was open is read again: changes may have been missed while the stream was down. */
  async function refreshTimelines() {
    for (const key of Object.keys(store.state.timelines)) {
      const [channel, threadTs = null] = key.split('/');
      const page = await fetchMessages(as, { channel, thread: threadTs ?? undefined });
      updateTimeline(channel, threadTs, (timeline) => withNewest(timeline, page));
    }
  }

  async function onOpen() {
    waiting ??= [];
    try {
      const snapshot = await fetchSnapshot(as);
      const missed = waiting ?? [];
      waiting = null;
      update((state) => missed.reduce(withChange, withSnapshot(state, snapshot)));
      await refreshTimelines();
    } catch (error) {
      update((state) => ({
        ...state,
        phase: state.me.id ? 'reconnecting' : 'failed',
        failure: error.message,
      }));
    }
  }

  /** @param {Change} change */
  function onChange(change) {
    if (waiting) {
      waiting.push(change);
      return;
    }
    update((state) => announced(withChange(state, change), change));
  }

  function onBreak() {
    update((state) => (state.phase === 'live' ? { ...state, phase: 'reconnecting' } : state));
  }

  return {
    as,
    get state() {
      return store.state;
    },
    subscribe: store.subscribe.bind(store),
    start: () => followStream(as, { onOpen, onChange, onBreak }),
    perform,
    act,
    notify,
    load,
    loadOlder,
    /** Words not yet sent, by channel and thread, so that looking elsewhere does not lose them. @type {Map<string, string>} */
    unsent: new Map(),
    hold: drafts.hold,
    type: drafts.type,
    settled: drafts.settled,
    /**
     * The direct message with someone, opened if there was none.
     *
     * @param {string} user @returns {Promise<string | null>} the channel's id
     */
    async directMessageWith(user) {
      const known = directMessage(store.state, user);
      if (known) return known;
      if (!(await act({ do: 'open-dm', user }))) return null;
      return new Promise((resolve) => {
        const timer = setTimeout(() => done(null), 3000);
        const stop = store.subscribe(() => {
          const opened = directMessage(store.state, user);
          if (opened) done(opened);
        });
        /** @param {string | null} id */
        function done(id) {
          clearTimeout(timer);
          stop();
          resolve(id);
        }
        const already = directMessage(store.state, user);
        if (already) done(already);
      });
    },
    /** @param {string} viewId */
    async submit(viewId) {
      await drafts.settled();
      return perform({ do: 'submit-view', viewId });
    },
    /** @param {number} id */
    dismissNotice(id) {
      update((state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) }));
    },
    /** Takes an ephemeral message out of this person's sight. @param {string} channel @param {string} ts */
    dismissMessage(channel, ts) {
      update((state) => messageGone(state, channel, ts));
    },
    /** The sandbox's instant, in epoch milliseconds. */
    now() {
      const { now, readAt } = store.state.clock;
      return now + Math.round(performance.now() - readAt);
    },
  };
}

/** @param {ClientState} state @param {string} user */
function directMessage({ channels, me }, user) {
  const others = (/** @type {string[]} */ members) => members.filter((id) => id !== me.id);
  for (const channel of channels.values()) {
    if (channel.kind !== 'im') continue;
    const [other = me.id] = others(channel.memberIds);
    if (channel.appUserId === user || other === user) return channel.id;
  }
  return null;
}

/** New messages of others are read out by screen readers. @param {ClientState} state @param {Change} change @returns {ClientState} */
function announced(state, change) {
  if (change.type !== 'message') return state;
  const { message } = change;
  if (message.user === state.me.id || message.edited || message.reactions.length > 0) return state;
  const seconds = (state.clock.now + performance.now() - state.clock.readAt) / 1000 - Number(message.ts);
  if (seconds > 10 || message.text === '') return state;
  const from = state.people.get(message.user)?.realName ?? 'The app';
  const where = isReply(message) ? 'replied in a thread' : 'wrote';
  return { ...state, announcement: `${from} ${where}: ${typedText(message.text, state).slice(0, 200)}` };
}
