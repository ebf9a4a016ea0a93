import { z } from 'zod';

/** What an emoji of IT means: on the card, or on a message in the card's thread. */
export const reactionMeanings = ['claim', 'deliver', 'decline', 'ask', 'share', 'keep'] as const;
export type ReactionMeaning = (typeof reactionMeanings)[number];

/** On any message: offers to make it a request. It has no other meaning. */
export const offerMark = 'ticket';

/** Without colons and skin tones. */
export function isEmojiName(text: string): boolean {
  return /^[\p{L}\p{N}_+'-]{1,100}$/u.test(text);
}

const names = z.array(z.string().refine(isEmojiName, 'must be the name of an emoji, without colons')).max(10);

const table = z
  .strictObject({ claim: names, deliver: names, decline: names, ask: names, share: names, keep: names })
  .superRefine((reactions, context) => {
    const taken = new Map<string, string>([[offerMark, 'offer']]);
    for (const meaning of reactionMeanings) {
      for (const name of reactions[meaning]) {
        const other = taken.get(name);
        if (other === undefined) taken.set(name, meaning);
        else {
          const message = `:${name}: stands for “${other}” already: one emoji has one meaning`;
          context.addIssue({ code: 'custom', path: [meaning], message });
        }
      }
    }
  });

export type Reactions = z.infer<typeof table>;

export const defaultReactions: Reactions = {
  claim: ['eyes'],
  deliver: ['white_check_mark'],
  decline: ['no_entry_sign'],
  ask: ['question'],
  share: ['mega'],
  keep: ['pushpin'],
};

/** Emoji by meaning; the lists are disjoint. */
export const reactionsSchema = table.default(defaultReactions);

export function meaningOf(name: string, reactions: Reactions): ReactionMeaning | null {
  return reactionMeanings.find((meaning) => reactions[meaning].includes(name)) ?? null;
}
