import { unescapeText } from './mrkdwn.js';

/**
 * Between what a person reads and types (`@Tom Hughes`), what the server takes as typed (`@tom`), and what Slack stores (`<@U1>`).
 *
 * @import { ClientChannel, ClientUser } from '../../client-api.ts'
 * @typedef {{ people: Map<string, ClientUser>; channels: Map<string, ClientChannel> }} Directory
 */

/** Full names become handles; longer names first, because `@Ann Lee` is not `@Ann` with a word after it. @param {string} typed @param {Directory} directory */
export function withHandles(typed, { people }) {
  const users = [...people.values()].toSorted((a, b) => b.realName.length - a.realName.length);
  return typed.replace(/(^|[\s(])@([^\s@][^@\n]*)/g, (whole, before, rest) => {
    const user = users.find(({ realName }) => {
      const after = rest[realName.length] ?? '';
      return rest.toLowerCase().startsWith(realName.toLowerCase()) && !/[\p{L}\p{N}]/u.test(after);
    });
    return user ? `${before}@${user.name}${rest.slice(user.realName.length)}` : whole;
  });
}

/** Stored text as one would have typed it: for editing, and where only plain text can stand. @param {string} stored @param {Directory} directory */
export function typedText(stored, { people, channels }) {
  const named = stored
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) =>
      people.has(id) ? `@${people.get(id)?.realName}` : whole,
    )
    .replace(
      /<#(\w+)(?:\|([^>]*))?>/g,
      (_, id, label) => `#${channels.get(id)?.name ?? label ?? 'private-channel'}`,
    )
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<(https?:[^|>]+)(?:\|([^>]*))?>/g, (_, url, label) => label ?? url);
  return unescapeText(named);
}
