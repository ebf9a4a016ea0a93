import { escapeText, unescapeText } from './mrkdwn.js';

/**
 * Between what a person types (`@Maria Silva in #it-desk`) and what Slack stores (`<@U1> in <#C1>`).
 *
 * @import { ClientChannel, ClientUser } from '../../client-api.ts'
 * @typedef {{ people: Map<string, ClientUser>; channels: Map<string, ClientChannel> }} Directory
 */

const BROADCASTS = ['here', 'channel', 'everyone'];

/** Longer names first: `@Ann Lee` is not `@Ann` with a word after it. @param {[string, string][]} pairs */
function longestFirst(pairs) {
  return pairs.toSorted(([a], [b]) => b.length - a.length);
}

/** @param {Directory} directory */
function namesOf({ people, channels }) {
  const named = [...people.values()].flatMap((user) =>
    [user.realName, user.name].map((name) => /** @type {[string, string]} */ ([`@${name}`, `<@${user.id}>`])),
  );
  const rooms = [...channels.values()].filter(({ kind }) => kind !== 'im');
  return longestFirst([
    ...named,
    ...rooms.map((channel) => /** @type {[string, string]} */ ([`#${channel.name}`, `<#${channel.id}>`])),
    ...BROADCASTS.map((range) => /** @type {[string, string]} */ ([`@${range}`, `<!${range}>`])),
  ]);
}

/** @param {string} typed @param {Directory} directory */
export function storedText(typed, directory) {
  const names = namesOf(directory);
  // Code stays as it was typed.
  return escapeText(typed)
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : withIds(part, names)))
    .join('');
}

/** @param {string} text @param {[string, string][]} names */
function withIds(text, names) {
  return text.replace(/(^|[\s(])([@#][^\s][^\n]*)/g, function replace(whole, before, rest) {
    const found = names.find(([name]) => {
      const known = escapeText(name);
      return (
        rest.toLowerCase().startsWith(known.toLowerCase()) &&
        !/[\p{L}\p{N}_-]/u.test(rest[known.length] ?? '')
      );
    });
    if (!found) return before + rest[0] + withIds(rest.slice(1), names);
    return before + found[1] + withIds(rest.slice(escapeText(found[0]).length), names);
  });
}

/** @param {string} stored @param {Directory} directory */
export function typedText(stored, { people, channels }) {
  const named = stored
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) =>
      people.has(id) ? `@${people.get(id)?.realName}` : whole,
    )
    .replace(/<#(\w+)(?:\|[^>]*)?>/g, (whole, id) =>
      channels.has(id) ? `#${channels.get(id)?.name}` : whole,
    )
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<(https?:[^|>]+)>/g, '$1');
  return unescapeText(named);
}
