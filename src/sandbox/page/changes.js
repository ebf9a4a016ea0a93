import { isReply, timelineKey, withMessage, withoutMessage } from './timeline.js';

/**
 * What a persona's client holds, and how each change of the stream alters it. Pure: no wire, no DOM.
 *
 * @import { Change, ClientChannel, ClientMessage, ClientStage, ClientUser, ClientView, Shortcut, SlashCommand, Snapshot } from '../client-api.ts'
 * @import { Timeline } from './timeline.js'
 * @typedef {{ id: number; kind: 'mention' | 'dm' | 'error'; text: string; channel: string | null; ts: string | null }} Notice
 * @typedef {Record<string, Record<string, unknown>>} ViewValues  block_id -> action_id -> value
 * @typedef {{
 *   phase: 'opening' | 'live' | 'reconnecting' | 'failed';
 *   failure: string;
 *   workspace: { id: string; name: string };
 *   me: ClientUser;
 *   app: Snapshot['app'];
 *   people: Map<string, ClientUser>;
 *   channels: Map<string, ClientChannel>;
 *   commands: SlashCommand[];
 *   shortcuts: Shortcut[];
 *   emoji: Record<string, string>;
 *   views: ClientView[];
 *   home: ClientView | null;
 *   drafts: Record<string, ViewValues>;
 *   timelines: Record<string, Timeline>;
 *   notices: Notice[];
 *   announcement: string;
 *   stage: ClientStage;
 *   clock: { now: number; readAt: number };
 * }} ClientState  `drafts`: what was typed into a view, by view id; `clock`: the sandbox's instant, and performance.now() then
 */

/** @template {{ id: string }} T @param {T[]} list @returns {Map<string, T>} */
function byId(list) {
  return new Map(list.map((item) => [item.id, item]));
}

/** @param {ClientState} state @param {Snapshot} snapshot @returns {ClientState} */
export function withSnapshot(state, snapshot) {
  return {
    ...state,
    phase: 'live',
    failure: '',
    workspace: snapshot.workspace,
    me: snapshot.me,
    app: snapshot.app,
    people: byId(snapshot.users),
    channels: byId(snapshot.channels),
    commands: snapshot.commands,
    shortcuts: snapshot.shortcuts,
    emoji: snapshot.emoji,
    views: snapshot.views,
    home: snapshot.home,
    stage: snapshot.stage,
    clock: { now: snapshot.now, readAt: performance.now() },
  };
}

/** The action_ids of the inputs that a view shows now. @param {ClientView} view */
function inputsOf(view) {
  return new Set(
    view.blocks.flatMap((block) =>
      [block.element, block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])]
        .filter((element) => element?.action_id)
        .map((element) => `${block.block_id} ${element.action_id}`),
    ),
  );
}

/**
 * Typed text survives `views.update` for as long as block_id and action_id stay the same, as in Slack.
 *
 * @param {Record<string, ViewValues>} drafts @param {(ClientView | null)[]} views
 */
function draftsFor(drafts, views) {
  /** @type {Record<string, ViewValues>} */
  const kept = {};
  for (const view of views) {
    const draft = view && drafts[view.id];
    if (!draft) continue;
    const inputs = inputsOf(view);
    kept[view.id] = {};
    for (const [blockId, values] of Object.entries(draft)) {
      const alive = Object.entries(values).filter(([actionId]) => inputs.has(`${blockId} ${actionId}`));
      if (alive.length > 0) kept[view.id][blockId] = Object.fromEntries(alive);
    }
  }
  return kept;
}

/** @param {ClientState} state @param {ClientMessage} message @returns {ClientState} */
function messageCame(state, message) {
  const key = timelineKey(message.channel, isReply(message) ? message.threadTs : null);
  const timelines = { ...state.timelines };
  if (timelines[key]) timelines[key] = withMessage(timelines[key], message);
  // A thread's pane shows its root too.
  const ownThread = timelineKey(message.channel, message.ts);
  if (!isReply(message) && timelines[ownThread])
    timelines[ownThread] = withMessage(timelines[ownThread], message);
  return { ...state, timelines };
}

/** @param {ClientState} state @param {string} channel @param {string} ts @returns {ClientState} */
export function messageGone(state, channel, ts) {
  const timelines = { ...state.timelines };
  for (const [key, timeline] of Object.entries(timelines)) {
    if (key === channel || key.startsWith(`${channel}/`)) timelines[key] = withoutMessage(timeline, ts);
  }
  return { ...state, timelines };
}

let lastNotice = 0;

/** @param {ClientState} state @param {Omit<Notice, 'id'>} notice @returns {ClientState} */
export function withNotice(state, notice) {
  // A late ack may be told twice, by the deed's answer and by the stream.
  if (state.notices.some((shown) => shown.kind === notice.kind && shown.text === notice.text)) return state;
  lastNotice += 1;
  return { ...state, notices: [...state.notices, { ...notice, id: lastNotice }].slice(-4) };
}

/** @param {ClientState} state @param {Change} change @returns {ClientState} */
export function withChange(state, change) {
  switch (change.type) {
    case 'message':
      return messageCame(state, change.message);
    case 'message_deleted':
      return messageGone(state, change.channel, change.ts);
    case 'channel':
      return { ...state, channels: new Map(state.channels).set(change.channel.id, change.channel) };
    case 'users': {
      const people = byId([...state.people.values(), ...change.users]);
      return { ...state, people, me: people.get(state.me.id) ?? state.me };
    }
    case 'views':
      return {
        ...state,
        views: change.views,
        drafts: draftsFor(state.drafts, [...change.views, state.home]),
      };
    case 'home':
      return { ...state, home: change.home, drafts: draftsFor(state.drafts, [...state.views, change.home]) };
    case 'notice':
      // Four weeks of them in a few seconds would be too much.
      return state.stage.banner ? state : withNotice(state, change);
    case 'stage':
      return { ...state, stage: change.stage };
    case 'clock':
      return { ...state, clock: { now: change.now, readAt: performance.now() } };
    default:
      // A newer server may say more than this page knows.
      return state;
  }
}
