import type { Block } from '../client-api.ts';
import { knownEmoji } from '../emoji.ts';
import type { Fields } from '../json.ts';
import type { Workspace } from '../state/workspace.ts';

const tokens = /(https?:\/\/[^\s<>|]+)|(?<![\w.])@([\w.-]*\w)|(?<![\w&])#([\w-]+)|:([\w+-]+):/g;

/** `&`, `<` and `>` mean something to Slack; everything else stands as typed. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function mention(workspace: Workspace, name: string): { text: string; element: Fields } | undefined {
  if (name === 'here' || name === 'channel' || name === 'everyone') {
    return { text: `<!${name}>`, element: { type: 'broadcast', range: name } };
  }
  const user = workspace.users.all().find((one) => one.name === name);
  if (user) return { text: `<@${user.id}>`, element: { type: 'user', user_id: user.id } };
  const group = workspace.groups.all().find(({ handle }) => handle === name);
  if (group)
    return { text: `<!subteam^${group.id}>`, element: { type: 'usergroup', usergroup_id: group.id } };
  return undefined;
}

function channelLink(workspace: Workspace, name: string): { text: string; element: Fields } | undefined {
  const channel = workspace.channels.all().find((one) => one.kind !== 'im' && one.name === name);
  return (
    channel && { text: `<#${channel.id}|${name}>`, element: { type: 'channel', channel_id: channel.id } }
  );
}

function emojiToken(name: string): { text: string; element: Fields } | undefined {
  return knownEmoji(name) ? { text: `:${name}:`, element: { type: 'emoji', name } } : undefined;
}

/** What a person typed, as Slack's client sends it: escaped text with mentions, and the same as rich text. */
export function compose(workspace: Workspace, typed: string): { text: string; blocks: Block[] } {
  const elements: Fields[] = [];
  let text = '';
  let from = 0;

  function plain(upTo: number): void {
    if (upTo <= from) return;
    const words = typed.slice(from, upTo);
    text += escapeText(words);
    elements.push({ type: 'text', text: words });
  }

  for (const match of typed.matchAll(tokens)) {
    const [whole, url, person, channel, emoji] = match;
    const token =
      (url && { text: `<${escapeText(url)}>`, element: { type: 'link', url } }) ||
      (person && mention(workspace, person)) ||
      (channel && channelLink(workspace, channel)) ||
      (emoji && emojiToken(emoji)) ||
      undefined;
    if (!token) continue;
    plain(match.index);
    text += token.text;
    elements.push(token.element);
    from = match.index + whole.length;
  }
  plain(typed.length);
  return { text, blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] };
}

/** The text of a slash command: escaped, and with `should_escape` names become ids. */
export function composeCommand(workspace: Workspace, typed: string, shouldEscape: boolean): string {
  if (!shouldEscape) return escapeText(typed);
  return escapeText(typed)
    .replaceAll(/(?<![\w.])@([\w.-]*\w)/g, (whole, name: string) => {
      const user = workspace.users.all().find((one) => one.name === name);
      if (user) return `<@${user.id}|${user.name}>`;
      return mention(workspace, name)?.text ?? whole;
    })
    .replaceAll(/(?<![\w&])#([\w-]+)/g, (whole, name: string) => channelLink(workspace, name)?.text ?? whole);
}
