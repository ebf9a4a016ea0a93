import { type Fields, isFields, listOf } from '../json.ts';
import { limits } from './limits.ts';
import {
  always,
  byType,
  exactlyOne,
  fault,
  flag,
  list,
  object,
  oneOf,
  type Rule,
  text,
  webAddress,
} from './rules.ts';

/** The composition objects. */

export function plainText(most: number): Rule {
  return byType({ plain_text: object({ type: always, text: text(most) }, { emoji: flag }) });
}

export function mrkdwn(most: number): Rule {
  return byType({ mrkdwn: object({ type: always, text: text(most) }, { verbatim: flag }) });
}

export function anyTextObject(most: number): Rule {
  return byType({
    plain_text: object({ type: always, text: text(most) }, { emoji: flag }),
    mrkdwn: object({ type: always, text: text(most) }, { verbatim: flag }),
  });
}

export const colourStyle: Rule = oneOf('primary', 'danger');

export const confirm: Rule = object(
  { text: anyTextObject(limits.confirmText) },
  {
    title: plainText(limits.confirmTitle),
    confirm: plainText(limits.confirmConfirm),
    deny: plainText(limits.confirmDeny),
    style: colourStyle,
  },
);

/** An option of a menu: its text is plain. */
export const menuOption: Rule = object(
  { text: plainText(limits.optionText), value: text(limits.optionValue) },
  { description: plainText(limits.optionDescription) },
);

export const overflowOption: Rule = object(
  { text: plainText(limits.optionText), value: text(limits.optionValue) },
  { description: plainText(limits.optionDescription), url: webAddress(limits.optionUrl) },
);

/** An option of checkboxes or radio buttons: its text may be mrkdwn. */
export const boxOption: Rule = object(
  { text: anyTextObject(limits.optionText), value: text(limits.optionValue) },
  { description: anyTextObject(limits.optionDescription) },
);

export const optionGroup: Rule = object({
  label: plainText(limits.groupLabel),
  options: list(menuOption, limits.groupOptions),
});

const slackFile: Rule = object(
  {},
  { id: text(255), url: webAddress(limits.imageUrl) },
  exactlyOne('id', 'url'),
);

/** The fields of an image, as a block or as an element. */
export const imageFields = {
  needed: { type: always, alt_text: text(limits.imageAlt) },
  optional: { image_url: webAddress(limits.imageUrl), slack_file: slackFile },
  further: exactlyOne('image_url', 'slack_file'),
};

export const imageElement: Rule = byType({
  image: object(imageFields.needed, imageFields.optional, imageFields.further),
});

export const dispatchConfig: Rule = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
);

export const conversationFilter: Rule = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
);

/** Values of options tell them apart, so no two may be the same. */
export const distinctOptions: Rule = (value, pointer, scan) => {
  const seen = new Set<unknown>();
  for (const option of optionsOf(value)) {
    if (seen.has(option.value)) fault(scan, pointer, `option value "${option.value}" is not unique`);
    seen.add(option.value);
  }
};

/** What is chosen at first must be one of the options. */
export const initialIsOption: Rule = (value, pointer, scan) => {
  if (!isFields(value)) return;
  const known = new Set(optionsOf(value).map((option) => JSON.stringify([option.text, option.value])));
  const chosen = [...listOf(value.initial_options), ...(value.initial_option ? [value.initial_option] : [])];
  for (const option of chosen.filter(isFields)) {
    if (known.has(JSON.stringify([option.text, option.value]))) continue;
    fault(scan, pointer, `initial option "${option.value}" is not one of the options`);
  }
};

/** Of a menu, in groups or not. */
export function optionsOf(value: unknown): Fields[] {
  if (!isFields(value)) return [];
  const grouped = listOf(value.option_groups)
    .filter(isFields)
    .flatMap((group) => listOf(group.options));
  return [...listOf(value.options), ...grouped].filter(isFields);
}
