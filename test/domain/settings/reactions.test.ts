import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import {
  defaultReactions,
  meaningOf,
  reactionMeanings,
  reactionsSchema,
} from '../../../src/domain/settings/reactions.ts';
import { settingsSchema } from '../../../src/domain/settings/settings.ts';

test.each([
  ['eyes', 'claim'],
  ['white_check_mark', 'deliver'],
  ['no_entry_sign', 'decline'],
  ['question', 'ask'],
  ['mega', 'share'],
  ['pushpin', 'keep'],
  ['tada', null],
])('%s means %s', (name, meaning) => {
  expect(meaningOf(name, defaultReactions)).toBe(meaning);
});

test.each(reactionMeanings.filter((meaning) => meaning !== 'claim'))(
  'an emoji that takes a card cannot also mean %s',
  (meaning) => {
    const result = reactionsSchema.safeParse({ ...defaultReactions, [meaning]: ['eyes'] });
    expect(result.error?.issues[0]?.path).toEqual([meaning]);
    expect(result.error?.issues[0]?.message).toContain(':eyes: stands for “claim” already');
  },
);

test('settings of an older version get the table', () => {
  const { reactions: _, ...older } = defaultSettings('UTC');
  expect(settingsSchema.parse(older).reactions).toEqual(defaultReactions);
});
