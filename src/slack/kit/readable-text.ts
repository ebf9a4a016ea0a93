/**
 * A message's text as its author saw it: Slack's own marks (https://docs.slack.dev/messaging/formatting-message-text)
 * become plain words, so that they can be kept, escaped and shown anywhere.
 */
export async function readableText(text: string, nameOf: (user: string) => Promise<string>): Promise<string> {
  const marks = [...text.matchAll(/<([^<>]+)>/g)];
  const words = await Promise.all(marks.map(([, inside = '']) => markInWords(inside, nameOf)));
  let readable = '';
  let from = 0;
  for (const [index, mark] of marks.entries()) {
    readable += text.slice(from, mark.index) + words[index];
    from = mark.index + mark[0].length;
  }
  return unescaped(readable + text.slice(from));
}

async function markInWords(inside: string, nameOf: (user: string) => Promise<string>): Promise<string> {
  const [target = '', label] = inside.split('|', 2);
  if (target.startsWith('@')) return `@${label ?? (await nameOf(target.slice(1)))}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
  return label && label !== target ? `${label} (${target})` : target;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
