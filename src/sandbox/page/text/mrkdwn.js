/**
 * Slack's mrkdwn, read into a small tree. Pure; `text-view.js` shows the tree, `rich-text.js` turns it into a rich_text block.
 *
 * @typedef {{ kind: 'text'; text: string }
 *   | { kind: 'break' }
 *   | { kind: 'bold' | 'italic' | 'strike' | 'underline'; children: Inline[] }
 *   | { kind: 'code'; text: string }
 *   | { kind: 'link'; url: string; children: Inline[] }
 *   | { kind: 'user' | 'channel' | 'group'; id: string; label: string | null }
 *   | { kind: 'broadcast'; range: string }
 *   | { kind: 'date'; instant: number; format: string; url: string | null; fallback: string }
 *   | { kind: 'emoji'; name: string }} Inline
 * @typedef {{ kind: 'paragraph' | 'quote'; children: Inline[] }
 *   | { kind: 'item'; marker: string; children: Inline[] }
 *   | { kind: 'list'; ordered: boolean; indent: number; offset: number; items: Inline[][] }
 *   | { kind: 'pre'; text: string }
 *   | { kind: 'heading'; level: number; children: Inline[] }
 *   | { kind: 'rule' }
 *   | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }} TextBlock
 */

/** @type {Record<string, 'bold' | 'italic' | 'strike' | undefined>} */
const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' };
const EMOJI = /^:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/i;
const BARE_URL = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/;
const LIST_LINE = /^\s*(•|◦|-|\d{1,3}[.)])\s+(.*)$/;

/** Slack escapes three characters, and only these. @param {string} text */
export function unescapeText(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What stands between `<` and `>`. @param {string} token @returns {Inline} */
function angled(token) {
  const bar = token.indexOf('|');
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? null : unescapeText(token.slice(bar + 1));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) {
    const [, seconds, format = '', url] = target.split('^');
    return { kind: 'date', instant: Number(seconds) * 1000, format, url: url ?? null, fallback: label ?? '' };
  }
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), label };
  if (target.startsWith('!')) return { kind: 'broadcast', range: target.slice(1) };
  const url = unescapeText(target);
  return { kind: 'link', url, children: [{ kind: 'text', text: label ?? url.replace(/^mailto:/, '') }] };
}

/** @param {string | undefined} character undefined at either end of the text */
function isWord(character) {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Where the mark opened at `start` closes on the same line, or -1. @param {string} text @param {number} start */
function closing(text, start) {
  const mark = text[start];
  if (isWord(text[start - 1]) || !text[start + 1] || /\s/.test(text[start + 1]) || text[start + 1] === mark)
    return -1;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '<') at = Math.max(at, text.indexOf('>', at));
    else if (text[at] === '`' && text.indexOf('`', at + 1) > 0) at = text.indexOf('`', at + 1);
    else if (text[at] === mark && at > start + 1 && !/\s/.test(text[at - 1]) && !isWord(text[at + 1]))
      return at;
  }
  return -1;
}

/**
 * The node that begins at `at`, with its length, or null where plain text goes on.
 *
 * @param {string} text @param {number} at @returns {{ node: Inline; length: number } | null}
 */
function nodeAt(text, at) {
  const character = text[at];
  const rest = () => text.slice(at, at + 3000);
  if (character === '\n') return { node: { kind: 'break' }, length: 1 };
  if (character === '<') {
    const end = text.indexOf('>', at);
    return end < 0 ? null : { node: angled(text.slice(at + 1, end)), length: end + 1 - at };
  }
  if (character === '`') {
    const code = /^`([^`\n]+)`/.exec(rest());
    return code && { node: { kind: 'code', text: unescapeText(code[1]) }, length: code[0].length };
  }
  if (character === ':') {
    const emoji = EMOJI.exec(rest());
    return emoji && { node: { kind: 'emoji', name: emoji[1].toLowerCase() }, length: emoji[0].length };
  }
  if (character === 'h' && !isWord(text[at - 1])) {
    const url = BARE_URL.exec(rest());
    if (!url) return null;
    const address = unescapeText(url[0]);
    return {
      node: { kind: 'link', url: address, children: [{ kind: 'text', text: address }] },
      length: url[0].length,
    };
  }
  const kind = MARKS[character];
  if (!kind) return null;
  const end = closing(text, at);
  if (end < 0) return null;
  return { node: { kind, children: parseInline(text.slice(at + 1, end)) }, length: end + 1 - at };
}

/** @param {string} text @returns {Inline[]} */
export function parseInline(text) {
  /** @type {Inline[]} */
  const nodes = [];
  let plainFrom = 0;
  let at = 0;

  function flush() {
    if (at > plainFrom) nodes.push({ kind: 'text', text: unescapeText(text.slice(plainFrom, at)) });
  }

  while (at < text.length) {
    const found = nodeAt(text, at);
    if (found) {
      flush();
      nodes.push(found.node);
      at += found.length;
      plainFrom = at;
    } else {
      at += 1;
    }
  }
  flush();
  return nodes;
}

/** A run of lines of one sort: quoted, listed or plain. @param {string} line */
function sortOf(line) {
  if (/^(&gt;|>)/.test(line)) return 'quote';
  return LIST_LINE.test(line) ? 'item' : 'paragraph';
}

/** @param {string} line @returns {TextBlock} */
function itemOf(line) {
  const [, marker = '', words = ''] = LIST_LINE.exec(line) ?? [];
  return { kind: 'item', marker, children: parseInline(words) };
}

/** @param {'quote' | 'paragraph'} kind @param {string[]} lines @returns {TextBlock} */
function runOf(kind, lines) {
  const plain = kind === 'quote' ? lines.map((line) => line.replace(/^(&gt;|>)+ ?/, '')) : lines;
  return { kind, children: parseInline(plain.join('\n')) };
}

/** @param {string} text without code fences @returns {TextBlock[]} */
function parseLines(text) {
  /** @type {TextBlock[]} */
  const blocks = [];
  const lines = text.split('\n');
  let from = 0;
  while (from < lines.length) {
    const sort = sortOf(lines[from]);
    let to = from + 1;
    while (sort !== 'item' && to < lines.length && sortOf(lines[to]) === sort) to += 1;
    blocks.push(sort === 'item' ? itemOf(lines[from]) : runOf(sort, lines.slice(from, to)));
    from = to;
  }
  return blocks;
}

/** @param {string} text @returns {TextBlock[]} */
export function parseMrkdwn(text) {
  return text.split(/```\n?/).flatMap((part, index, parts) => {
    // An odd part stands between two fences; the last one may lack its end, and is then plain.
    const fenced = index % 2 === 1 && index < parts.length - 1;
    if (fenced) return [{ kind: 'pre', text: unescapeText(part.replace(/\n$/, '')) }];
    const outside = index % 2 === 1 ? `\`\`\`${part}` : part;
    const between = outside
      .replace(index > 0 ? /^\n/ : /^$/, '')
      .replace(index < parts.length - 1 ? /\n$/ : /$^/, '');
    return between === '' ? [] : parseLines(between);
  });
}
