/**
 * The messages of one channel or thread that the page holds: sorted by `ts`, from some point on without gaps.
 *
 * @import { ClientMessage } from '../client-api.ts'
 * @typedef {{ messages: ClientMessage[]; more: boolean; loading: boolean }} Timeline  `more`: older ones exist on the server
 */

/** @type {Timeline} */
export const NOTHING_YET = { messages: [], more: true, loading: false };

/** @param {string} channel @param {string | null} [threadTs] */
export function timelineKey(channel, threadTs) {
  return threadTs ? `${channel}/${threadTs}` : channel;
}

/** Where a message belongs: a thread's root stands in the channel, its replies in the thread. @param {ClientMessage} message */
export function isReply(message) {
  return message.threadTs !== null && message.threadTs !== message.ts;
}

/** @param {ClientMessage[]} messages @param {string} ts the index of the first message at or after ts */
function position(messages, ts) {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].ts < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {Timeline} timeline @param {ClientMessage} message @returns {Timeline} */
export function withMessage(timeline, message) {
  const at = position(timeline.messages, message.ts);
  const known = timeline.messages[at]?.ts === message.ts;
  // An update of a message older than what is loaded: it will come with its page.
  if (!known && at === 0 && timeline.more && timeline.messages.length > 0) return timeline;
  return { ...timeline, messages: timeline.messages.toSpliced(at, known ? 1 : 0, message) };
}

/** @param {Timeline} timeline @param {string} ts @returns {Timeline} */
export function withoutMessage(timeline, ts) {
  const at = position(timeline.messages, ts);
  if (timeline.messages[at]?.ts !== ts) return timeline;
  return { ...timeline, messages: timeline.messages.toSpliced(at, 1) };
}

/** @param {Timeline} timeline @param {{ messages: ClientMessage[]; more: boolean }} page the page before the oldest held @returns {Timeline} */
export function withOlder(timeline, page) {
  const oldest = timeline.messages[0]?.ts;
  const older = oldest === undefined ? page.messages : page.messages.filter((message) => message.ts < oldest);
  return { messages: [...older, ...timeline.messages], more: page.more, loading: false };
}

/**
 * The first page; what the stream brought while it was read is at least as new.
 *
 * @param {Timeline} timeline @param {{ messages: ClientMessage[]; more: boolean }} page @returns {Timeline}
 */
export function withFirst(timeline, page) {
  return timeline.messages.reduce(withMessage, { messages: page.messages, more: page.more, loading: false });
}

/**
 * The newest page, read again after the stream broke. What is older stays if the two meet; ephemeral messages stay,
 * because the server does not keep them.
 *
 * @param {Timeline} timeline @param {{ messages: ClientMessage[]; more: boolean }} page @returns {Timeline}
 */
export function withNewest(timeline, page) {
  const first = page.messages[0]?.ts;
  const last = page.messages.at(-1)?.ts ?? '';
  const meets = first !== undefined && timeline.messages.some((message) => message.ts === first);
  const older = meets ? timeline.messages.filter((message) => message.ts < first) : [];
  const kept = timeline.messages.filter((message) => message.ephemeral || message.ts > last);
  const fresh = {
    messages: [...older, ...page.messages],
    more: meets ? timeline.more : page.more,
    loading: false,
  };
  return kept.reduce(withMessage, fresh);
}
