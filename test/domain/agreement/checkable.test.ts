import { describe, expect, test } from 'vitest';
import { unclearWords } from '../../../src/domain/agreement/checkable.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';

describe('words that two sides read differently', () => {
  test.each([
    ['The page looks good', 'looks good'],
    ['It loads fast on a phone', 'fast'],
    ['Everything works as discussed', 'as discussed'],
    ['The form is easy to fill in', 'easy'],
  ])('%s', (criterion, words) => {
    expect(unclearWords(criterion)?.words.toLowerCase()).toBe(words);
  });

  test.each([
    'The page loads in 2 seconds, so it is fast',
    'A test lead reaches the CRM',
    'breakfast is served',
  ])('not in: %s', (criterion) => {
    expect(unclearWords(criterion)).toBeNull();
  });

  test('the desk’s own definitions are free of them', () => {
    const standing = Object.values(defaultSettings('UTC').kinds).flatMap((kind) => kind.standing);
    expect(standing.filter(({ text }) => unclearWords(text)).map(({ text }) => text)).toEqual([]);
  });
});
