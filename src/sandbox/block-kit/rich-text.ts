import { limits } from './limits.ts';
import {
  always,
  anyNumber,
  anyText,
  byType,
  flag,
  list,
  object,
  oneOf,
  type Rule,
  text,
  unbounded,
  whole,
} from './rules.ts';

const style: Rule = object(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
);

function leaf(needed: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  return object({ type: always, ...needed }, { style, ...optional });
}

const elements: Record<string, Rule> = {
  text: leaf({ text: text(unbounded) }),
  link: leaf({ url: text(unbounded) }, { text: anyText, unsafe: flag }),
  user: leaf({ user_id: text(255) }),
  usergroup: leaf({ usergroup_id: text(255) }),
  channel: leaf({ channel_id: text(255) }),
  team: leaf({ team_id: text(255) }),
  emoji: leaf({ name: text(255) }, { unicode: anyText, url: anyText, skin_tone: anyNumber }),
  broadcast: leaf({ range: oneOf('here', 'channel', 'everyone') }),
  color: leaf({ value: text(7) }),
  date: leaf({ timestamp: anyNumber, format: text(255) }, { url: anyText, fallback: anyText }),
};

const inline = list(byType(elements), unbounded, 0);
const border = { border: oneOf(0, 1) };
const section: Rule = object({ type: always, elements: inline });
const plain = pick('text', 'link');

function pick(...names: string[]): Rule {
  return byType(Object.fromEntries(Object.entries(elements).filter(([name]) => names.includes(name))));
}

export const richTextParts: Rule = byType({
  rich_text_section: section,
  rich_text_list: object(
    {
      type: always,
      style: oneOf('bullet', 'ordered'),
      elements: list(byType({ rich_text_section: section }), unbounded, 0),
    },
    { ...border, indent: whole(0, 8), offset: whole(0, unbounded) },
  ),
  rich_text_quote: object({ type: always, elements: inline }, border),
  rich_text_preformatted: object(
    { type: always, elements: list(plain, unbounded, 0) },
    { ...border, language: anyText },
  ),
});

/** A rich_text block where it stands alone or inside another one. */
export const richText: Rule = byType({
  rich_text: object(
    { type: always, elements: list(richTextParts, unbounded, 0) },
    { block_id: text(limits.blockId) },
  ),
});
