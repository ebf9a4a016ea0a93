/**
 * The standard Markdown of a `markdown` block, read into the same tree as mrkdwn. What Slack itself understands of it, no more.
 *
 * @import { Inline, TextBlock } from './mrkdwn.js'
 */

/** Inline forms in the order in which they are tried. @type {[RegExp, (match: RegExpExecArray) => Inline][]} */
const FORMS = [
  [/^`([^`\n]+)`/, ([, text]) => ({ kind: 'code', text })],
  [/^!?\[([^\]\n]*)\]\(([^)\s]+)\)/, ([, label, url]) => ({ kind: 'link', url, children: inline(label) })],
  [/^<(https?:\/\/[^>\s]+)>/, ([, url]) => ({ kind: 'link', url, children: [{ kind: 'text', text: url }] })],
  [
    /^https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_~]/,
    ([url]) => ({ kind: 'link', url, children: [{ kind: 'text', text: url }] }),
  ],
  [
    /^\*\*\*(?=\S)([\s\S]*?\S)\*\*\*/,
    ([, text]) => ({ kind: 'bold', children: [{ kind: 'italic', children: inline(text) }] }),
  ],
  [/^(\*\*|__)(?=\S)([\s\S]*?\S)\1/, ([, , text]) => ({ kind: 'bold', children: inline(text) })],
  [
    /^([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}])/u,
    ([, , text]) => ({ kind: 'italic', children: inline(text) }),
  ],
  [/^~~(?=\S)([\s\S]*?\S)~~/, ([, text]) => ({ kind: 'strike', children: inline(text) })],
  [/^:([a-z0-9_+-]+):/i, ([, name]) => ({ kind: 'emoji', name: name.toLowerCase() })],
  [/^\n/, () => ({ kind: 'break' })],
  [/^\\([\\`*_{}[\]()#+\-.!~>|])/, ([, text]) => ({ kind: 'text', text })],
];
const STARTS = /[`![<h*_~:\n\\]/;

/** @param {string} text @returns {Inline[]} */
function inline(text) {
  /** @type {Inline[]} */
  const nodes = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const insideWord = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[_h]/.test(text[at]);
    const form = STARTS.test(text[at]) && !insideWord && FORMS.find(([pattern]) => pattern.test(rest));
    const match = form ? form[0].exec(rest) : null;
    if (form && match) {
      if (plain) nodes.push({ kind: 'text', text: plain });
      plain = '';
      nodes.push(form[1](match));
      at += match[0].length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain) nodes.push({ kind: 'text', text: plain });
  return nodes;
}

/** @param {string} line */
function cells(line) {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.trim()));
}

/** Each taker looks at the lines and says how many it takes, and as what. @type {((lines: string[]) => { block: TextBlock; taken: number } | null)[]} */
const TAKERS = [
  function fence(lines) {
    if (!/^```/.test(lines[0])) return null;
    const end = lines.findIndex((line, index) => index > 0 && /^```/.test(line));
    const last = end < 0 ? lines.length : end;
    return { block: { kind: 'pre', text: lines.slice(1, last).join('\n') }, taken: last + 1 };
  },
  function heading([line]) {
    const match = /^(#{1,6})\s+(.*)$/.exec(line);
    return (
      match && { block: { kind: 'heading', level: match[1].length, children: inline(match[2]) }, taken: 1 }
    );
  },
  function rule([line]) {
    return /^\s*([-*_])(\s*\1){2,}\s*$/.test(line) ? { block: { kind: 'rule' }, taken: 1 } : null;
  },
  function quote(lines) {
    const taken = countWhile(lines, (line) => /^>/.test(line));
    const text = lines.slice(0, taken).map((line) => line.replace(/^> ?/, ''));
    return taken > 0 ? { block: { kind: 'quote', children: inline(text.join('\n')) }, taken } : null;
  },
  function table(lines) {
    if (!lines[0].includes('|') || !/^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[1] ?? ''))
      return null;
    const rows = countWhile(lines.slice(2), (line) => line.includes('|'));
    const block = {
      kind: /** @type {const} */ ('table'),
      head: cells(lines[0]),
      rows: lines.slice(2, 2 + rows).map(cells),
    };
    return { block, taken: 2 + rows };
  },
  function list(lines) {
    const first = listLine(lines[0]);
    if (!first) return null;
    const taken = countWhile(lines, (line) => {
      const item = listLine(line);
      return item !== null && item.ordered === first.ordered && item.indent === first.indent;
    });
    const items = lines.slice(0, taken).map((line) => inline(listLine(line)?.text ?? ''));
    return {
      block: { kind: 'list', ordered: first.ordered, indent: first.indent, offset: first.offset, items },
      taken,
    };
  },
];

/** @param {string} line */
function listLine(line) {
  const match = /^(\s*)([-*+]|(\d+)[.)])\s+(?:\[( |x)\]\s+)?(.*)$/.exec(line);
  if (!match) return null;
  const [, space, , number, task, text] = match;
  const box = task === undefined ? '' : task === 'x' ? '☑ ' : '☐ ';
  const offset = number === undefined ? 0 : Number(number) - 1;
  return { ordered: number !== undefined, indent: Math.floor(space.length / 2), offset, text: box + text };
}

/** @param {string[]} lines @param {(line: string) => boolean} holds */
function countWhile(lines, holds) {
  const end = lines.findIndex((line) => !holds(line));
  return end < 0 ? lines.length : end;
}

/** @param {string} text @returns {TextBlock[]} */
export function parseMarkdown(text) {
  /** @type {TextBlock[]} */
  const blocks = [];
  /** @type {string[]} */
  let paragraph = [];
  let lines = text.split('\n');

  function close() {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', children: inline(paragraph.join('\n')) });
    paragraph = [];
  }

  while (lines.length > 0) {
    const found = TAKERS.map((take) => take(lines)).find((taken) => taken !== null);
    if (found) {
      close();
      blocks.push(found.block);
    } else if (lines[0].trim() === '') {
      close();
    } else {
      paragraph.push(lines[0]);
    }
    lines = lines.slice(found?.taken ?? 1);
  }
  close();
  return blocks;
}
