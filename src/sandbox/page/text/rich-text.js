import { parseMrkdwn } from './mrkdwn.js';

/**
 * Slack's rich_text block: into the tree that `text-view.js` shows, and out of what a person types into a rich text input.
 *
 * @import { RichElement, RichPart, RichText } from '../block-kit.d.ts'
 * @import { Inline, TextBlock } from './mrkdwn.js'
 */

const STYLES = /** @type {const} */ (['bold', 'italic', 'strike', 'underline']);

/** @param {RichElement} element @returns {Inline[]} */
function plainNodes(element) {
  switch (element.type) {
    case 'text': {
      if (element.style?.code) return [{ kind: 'code', text: element.text }];
      const lines = element.text.split('\n');
      return lines.flatMap((line, index) => [
        ...(index > 0 ? [/** @type {Inline} */ ({ kind: 'break' })] : []),
        /** @type {Inline} */ ({ kind: 'text', text: line }),
      ]);
    }
    case 'link':
      return [
        { kind: 'link', url: element.url, children: [{ kind: 'text', text: element.text ?? element.url }] },
      ];
    case 'user':
      return [{ kind: 'user', id: element.user_id, label: null }];
    case 'channel':
      return [{ kind: 'channel', id: element.channel_id, label: null }];
    case 'usergroup':
      return [{ kind: 'group', id: element.usergroup_id, label: null }];
    case 'broadcast':
      return [{ kind: 'broadcast', range: element.range }];
    case 'emoji':
      return [{ kind: 'emoji', name: element.name }];
    case 'date':
      return [
        {
          kind: 'date',
          instant: element.timestamp * 1000,
          format: element.format,
          url: element.url ?? null,
          fallback: element.fallback ?? '',
        },
      ];
    case 'color':
      return [{ kind: 'text', text: element.value }];
    default:
      return [];
  }
}

/** @param {RichElement[]} elements @returns {Inline[]} */
export function inlineOf(elements) {
  return elements.flatMap((element) => {
    let nodes = plainNodes(element);
    for (const kind of STYLES) {
      if (element.style?.[kind]) nodes = [{ kind, children: nodes }];
    }
    return nodes;
  });
}

/** @param {RichElement} element */
function wordsOf(element) {
  if (element.type === 'text') return element.text;
  return element.type === 'link' ? (element.text ?? element.url) : '';
}

/** @param {RichPart} part @returns {TextBlock} */
function blockOf(part) {
  switch (part.type) {
    case 'rich_text_list':
      return {
        kind: 'list',
        ordered: part.style === 'ordered',
        indent: part.indent ?? 0,
        offset: part.offset ?? 0,
        items: part.elements.map((item) => inlineOf(item.elements)),
      };
    case 'rich_text_quote':
      return { kind: 'quote', children: inlineOf(part.elements) };
    case 'rich_text_preformatted':
      return {
        kind: 'pre',
        text: part.elements.map(wordsOf).join(''),
      };
    default:
      return { kind: 'paragraph', children: inlineOf(part.elements) };
  }
}

/** @param {RichText} block @returns {TextBlock[]} */
export function richTextTree(block) {
  return block.elements.map(blockOf);
}

/** @param {Inline} node @param {Record<string, true>} style @returns {RichElement[]} */
function elementsOf(node, style) {
  const styled = Object.keys(style).length > 0 ? { style } : {};
  switch (node.kind) {
    case 'text':
      return [{ type: 'text', text: node.text, ...styled }];
    case 'break':
      return [{ type: 'text', text: '\n' }];
    case 'code':
      return [{ type: 'text', text: node.text, style: { ...style, code: true } }];
    case 'link': {
      const [label] = node.children;
      const text = label?.kind === 'text' && label.text !== node.url ? { text: label.text } : {};
      return [{ type: 'link', url: node.url, ...text, ...styled }];
    }
    case 'user':
      return [{ type: 'user', user_id: node.id, ...styled }];
    case 'channel':
      return [{ type: 'channel', channel_id: node.id, ...styled }];
    case 'group':
      return [{ type: 'usergroup', usergroup_id: node.id, ...styled }];
    case 'broadcast':
      return [{ type: 'broadcast', range: node.range, ...styled }];
    case 'emoji':
      return [{ type: 'emoji', name: node.name, ...styled }];
    case 'date':
      return [
        {
          type: 'date',
          timestamp: node.instant / 1000,
          format: node.format,
          fallback: node.fallback,
          ...styled,
        },
      ];
    default:
      return node.children.flatMap((child) => elementsOf(child, { ...style, [node.kind]: true }));
  }
}

/** @param {Inline[]} nodes */
function richElements(nodes) {
  return nodes.flatMap((node) => elementsOf(node, {}));
}

/** What a person typed, as the `rich_text_value` of a rich text input; null when it is empty. @param {string} mrkdwn @returns {RichText | null} */
export function richTextOf(mrkdwn) {
  if (mrkdwn.trim() === '') return null;
  /** @type {RichPart[]} */
  const parts = [];
  for (const block of parseMrkdwn(mrkdwn)) {
    if (block.kind === 'item') {
      const style = /\d/.test(block.marker) ? 'ordered' : 'bullet';
      /** @type {{ type: 'rich_text_section'; elements: RichElement[] }} */
      const item = { type: 'rich_text_section', elements: richElements(block.children) };
      const open = parts.at(-1);
      if (open?.type === 'rich_text_list' && open.style === style) open.elements.push(item);
      else parts.push({ type: 'rich_text_list', style, indent: 0, border: 0, elements: [item] });
    } else if (block.kind === 'pre') {
      parts.push({
        type: 'rich_text_preformatted',
        border: 0,
        elements: [{ type: 'text', text: block.text }],
      });
    } else if (block.kind === 'quote' || block.kind === 'paragraph') {
      const type = block.kind === 'quote' ? 'rich_text_quote' : 'rich_text_section';
      parts.push({ type, elements: richElements(block.children) });
    }
  }
  return { type: 'rich_text', elements: parts };
}

const SIGNS = /** @type {const} */ ([
  ['bold', '*'],
  ['italic', '_'],
  ['strike', '~'],
]);

/** @param {RichElement} element @returns {string} */
function typedInline(element) {
  switch (element.type) {
    case 'user':
      return `<@${element.user_id}>`;
    case 'channel':
      return `<#${element.channel_id}>`;
    case 'broadcast':
      return `<!${element.range}>`;
    case 'emoji':
      return `:${element.name}:`;
    case 'link':
      return element.text ? `<${element.url}|${element.text}>` : element.url;
    case 'text': {
      let text = element.style?.code ? `\`${element.text}\`` : element.text;
      for (const [style, sign] of SIGNS) if (element.style?.[style]) text = `${sign}${text}${sign}`;
      return text;
    }
    default:
      return '';
  }
}

/** @param {RichPart} part */
function typedPart(part) {
  if (part.type === 'rich_text_list') {
    const marker = (/** @type {number} */ index) => (part.style === 'ordered' ? `${index + 1}.` : '•');
    return part.elements
      .map((item, index) => `${marker(index)} ${item.elements.map(typedInline).join('')}`)
      .join('\n');
  }
  const text = part.elements.map(typedInline).join('');
  if (part.type === 'rich_text_preformatted') return `\`\`\`\n${text}\n\`\`\``;
  return part.type === 'rich_text_quote' ? text.replace(/^/gm, '> ') : text;
}

/** The way back: what a person would have typed for it. @param {RichText} block */
export function typedTextOf(block) {
  return block.elements.map(typedPart).join('\n');
}
