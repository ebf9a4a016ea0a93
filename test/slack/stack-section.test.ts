import { expect, test } from 'vitest';
import { categoryIds } from '../../src/domain/stack/category.ts';
import { stackBlocks } from '../../src/slack/home/stack-section.ts';
import { limits } from '../../src/slack/kit/limits.ts';
import { sampleTool } from '../support/sample-tool.ts';

test('App Home has room for ten thousand tools of every category, however long their names', () => {
  const long = 'W'.repeat(80);
  const blocks = stackBlocks({
    total: 10_000,
    today: '2026-03-02',
    categories: categoryIds.map((category) => ({ category, count: 370, first: [long, long, long] })),
    due: Array.from({ length: 5 }, (_, index) =>
      sampleTool({ name: `${index}${'<'.repeat(79)}`, contract_end: '2026-04-01' }),
    ),
  });
  expect(blocks.length).toBeLessThanOrEqual(6);
  for (const block of blocks) {
    if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(limits.sectionText);
    if (block.type !== 'context') continue;
    for (const element of block.elements) {
      if (element.type === 'mrkdwn') expect(element.text.length).toBeLessThanOrEqual(limits.sectionText);
    }
  }
});
