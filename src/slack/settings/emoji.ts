import { z } from 'zod';
import {
  isEmojiName,
  offerMark,
  type ReactionMeaning,
  type Reactions,
  reactionMeanings,
} from '../../domain/settings/reactions.ts';
import { configureDesk, deskSettings, mayConfigure } from '../../usecases/settings/configure-desk.ts';
import { type ActionHandler, type Modal, nothing, type SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, fieldsOf, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** What each emoji of IT does, as the window asks for it. */
const labels: Record<ReactionMeaning, string> = {
  claim: 'On a card: takes it',
  deliver: 'On a card: delivers it',
  decline: 'On a card: starts to decline it',
  ask: 'On a message in its thread: asks the requester that',
  share: 'On a message in its thread: shares it as news',
  keep: 'On a message in its thread: keeps it as a decision',
};

const most = 10;
/** Room for as many names of a hundred characters, each in its colons. */
const longest = 1100;

function emojiWindow(reactions: Reactions): Modal {
  return formModal({
    callback: 'settings.emoji',
    title: 'Emoji',
    submit: 'Save',
    metadata: '',
    blocks: [
      section(
        'One emoji has one meaning, in any skin tone. Several for the same are fine; with none, only the buttons do it.',
      ),
      ...reactionMeanings.map((meaning) => {
        const initial = reactions[meaning].map((name) => `:${name}:`).join(' ');
        return input(meaning, labels[meaning], textInput({ initial, most: longest }), { optional: true });
      }),
    ],
  });
}

export const openEmoji: ActionHandler = async ({ desk, person }) => {
  if (!(await mayConfigure(desk, person))) return tell(sentenceFor({ code: 'not-an-admin' }, null));
  return { kind: 'open', modal: emojiWindow((await deskSettings(desk)).settings.reactions) };
};

export const submitEmoji: SubmissionHandler = async ({ desk, person, cause, values }) => {
  const parsed = parseEmoji(fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const reactions = parsed.value;
  const outcome = await configureDesk(desk, {
    ...{ person, cause },
    change: (settings) => ({ ...settings, reactions }),
  });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

/** Names with or without colons and skin tones, divided by spaces or commas. */
const names = optional(longest).transform((typed, context) => {
  const found = (typed ?? '').split(/[\s,]+|(?<=:)(?=:)/).flatMap((word) => {
    const name = word.replaceAll(/^:+|:+$/g, '').replace(/::skin-tone-\d$/, '');
    return name === '' || name.startsWith('skin-tone-') ? [] : [name];
  });
  const odd = found.find((name) => !isEmojiName(name));
  if (odd) {
    const message = `“${odd}” is no name of an emoji, such as :eyes:.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  if (found.length > most) {
    context.addIssue({ code: 'custom', message: `Please keep to ${most} emoji.` });
    return z.NEVER;
  }
  return [...new Set(found)];
});

const schema = z.object({
  claim: names,
  deliver: names,
  decline: names,
  ask: names,
  share: names,
  keep: names,
} satisfies Record<ReactionMeaning, z.ZodType>);

/** Whatever stands for two things is said at the second of them. */
export function parseEmoji(fields: Fields): Parsed<Reactions> {
  const parsed = parseFields(schema, fields);
  if (!parsed.ok) return parsed;
  const errors: Record<string, string> = {};
  const taken = new Map([[offerMark, 'On any message: offers to make it a request']]);
  for (const meaning of reactionMeanings) {
    for (const name of parsed.value[meaning]) {
      const other = taken.get(name);
      if (other === undefined) taken.set(name, labels[meaning]);
      else errors[meaning] ??= `:${name}: means something already: “${other}”.`;
    }
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : parsed;
}
