import type { Block } from '../client-api.ts';
import { type Fields, isFields, listOf, textOf } from '../json.ts';
import type { User } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';

const months: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_pretty: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short_pretty: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long_pretty: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** Slack's `<!date^…>` as this reader sees it, in the reader's zone. */
export function dateText(reader: User, seconds: number, format: string): string {
  return format.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const style = months[name];
    return style
      ? new Intl.DateTimeFormat('en-US', { ...style, timeZone: reader.tz }).format(seconds * 1000)
      : whole;
  });
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Mrkdwn as words: names for mentions, labels for links, dates in the reader's zone. */
export function mrkdwnText(workspace: Workspace, reader: User, source: string): string {
  const words = source.replaceAll(/<([^<>]+)>/g, (_whole, inner: string) => {
    const [target = '', label] = inner.split('|');
    if (target.startsWith('!date^')) {
      const [, seconds = '0', format = ''] = target.split('^');
      return dateText(reader, Number(seconds), format);
    }
    if (target.startsWith('@')) return `@${workspace.users.get(target.slice(1))?.name ?? label ?? target}`;
    if (target.startsWith('#')) return `#${workspace.channels.get(target.slice(1))?.name ?? label ?? target}`;
    if (target.startsWith('!subteam^')) {
      return `@${workspace.groups.get(target.slice('!subteam^'.length))?.handle ?? label ?? target}`;
    }
    if (target.startsWith('!')) return `@${target.slice(1)}`;
    return label ?? target;
  });
  return unescapeText(words);
}

/** The words of one block in reading order; what a picture shows is its alternative text. */
export function blockText(workspace: Workspace, reader: User, block: Block): string {
  return wordsOf(workspace, reader, block)
    .filter((words) => words !== '')
    .join(' ');
}

// In the order in which a reader meets them.
const readIn = [
  'title',
  'rich_text_title',
  'subtitle',
  'label',
  'text',
  'body',
  'fields',
  'caption',
  'rows',
  'elements',
  'element',
  'accessory',
  'actions',
  'child_blocks',
  'hint',
  'alt_text',
  'options',
  'option_groups',
  'tasks',
  'details',
  'chart',
  'segments',
  'series',
  'data',
];

function wordsOf(workspace: Workspace, reader: User, value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(workspace, reader, one));
  if (!isFields(value)) return [];
  const leaf = leafText(workspace, reader, value);
  if (leaf !== undefined) return [leaf];
  return readIn.flatMap((name) => (value[name] === undefined ? [] : wordsOf(workspace, reader, value[name])));
}

function leafText(workspace: Workspace, reader: User, value: Fields): string | undefined {
  switch (value.type) {
    case 'mrkdwn':
      return mrkdwnText(workspace, reader, textOf(value.text));
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return listOf(value.elements)
        .map((element) => wordsOf(workspace, reader, element).join(''))
        .join('');
    case 'user':
      return `@${workspace.users.get(textOf(value.user_id))?.name ?? ''}`;
    case 'usergroup':
      return `@${workspace.groups.get(textOf(value.usergroup_id))?.handle ?? ''}`;
    case 'channel':
      return `#${workspace.channels.get(textOf(value.channel_id))?.name ?? ''}`;
    case 'broadcast':
      return `@${textOf(value.range)}`;
    case 'emoji':
      return `:${textOf(value.name)}:`;
    case 'link':
      return textOf(value.text) || textOf(value.url);
    case 'date':
      return dateText(reader, Number(value.timestamp), textOf(value.format));
    default:
      return undefined;
  }
}
