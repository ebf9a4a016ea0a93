import { expect, test } from 'vitest';
import { termsForWish, thatDo } from '../../../src/domain/stack/owned.ts';
import { heldOut, tuning } from '../../bench/overlap/labelled.ts';
import { sampleTool } from '../../support/sample-tool.ts';

const stack = [...tuning.tools, ...heldOut.tools].map(({ name, category, purpose }) =>
  sampleTool({ name, category, purpose }),
);

function found(wish: string): string[] {
  return thatDo(wish, stack).map(({ name }) => name);
}

test.each([
  ['A survey tool', 'SurveyMonkey'],
  ['Something for newsletters', 'Mailchimp'],
  ['Schedule posts on social media', 'Buffer'],
  ['A/B testing tool', 'VWO'],
  ['Chat widget for the website', 'Intercom'],
  ['Five more seats of HubSpot', 'HubSpot'],
])('“%s” is what %s does', (wish, name) => {
  expect(found(wish)).toContain(name);
});

test('what a wish names comes first', () => {
  expect(found('Newsletters and mailings with Campaign Monitor')[0]).toBe('Campaign Monitor');
});

test.each(['AI copywriting tool', 'A slide generator', 'Raffle at the fair stand', ''])(
  '“%s” is what none does',
  (wish) => expect(found(wish)).toEqual([]),
);

test('what is gone does nothing', () => {
  const gone = sampleTool({
    name: 'Letterbird',
    category: 'email',
    purpose: 'Newsletters',
    state: 'retired',
  });
  expect(thatDo('Newsletters', [gone])).toEqual([]);
});

test('a job is looked for by its name, too', () => {
  expect(termsForWish('Send mailshots', 10)).toEqual(['send', 'mailshot', 'newsletter']);
  expect(termsForWish('a b c d e f g h i j k l m n', 3)).toHaveLength(3);
});
