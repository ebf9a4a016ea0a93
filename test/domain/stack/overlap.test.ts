import { expect, test } from 'vitest';
import { isKept } from '../../../src/domain/stack/kept-pair.ts';
import { overlaps, overlapsWith } from '../../../src/domain/stack/overlap.ts';
import { heldOut } from '../../bench/overlap/labelled.ts';
import { nearMisses } from '../../bench/overlap/near-misses.ts';
import { secondHeldOut } from '../../bench/overlap/second.ts';
import { judge } from '../../bench/overlap.ts';
import { sampleTool } from '../../support/sample-tool.ts';

const mail = sampleTool({ name: 'Postwise', category: 'email', purpose: 'Newsletters for customers' });
const bird = sampleTool({ name: 'Letterbird', category: 'email', purpose: 'Sends our newsletter' });
const crm = sampleTool({ name: 'Harbor', category: 'crm', purpose: 'Customers and the sales pipeline' });

test('two tools for one job are a pair with reasons, whichever of them is asked about', () => {
  expect(overlaps([mail, crm, bird])).toMatchObject([
    {
      tools: ['Postwise', 'Letterbird'],
      reasons: [
        { why: 'category' },
        { why: 'jobs', jobs: ['newsletters'] },
        { why: 'words', words: ['newsletter'] },
      ],
    },
  ]);
  expect(overlapsWith('Letterbird', [mail, crm, bird])).toMatchObject([
    { tools: ['Letterbird', 'Postwise'] },
  ]);
  expect(overlapsWith('Harbor', [mail, crm, bird])).toEqual([]);
});

test('what is gone overlaps with nothing, nor do tools that work together', () => {
  expect(overlaps([mail, { ...bird, state: 'retired' }])).toEqual([]);
  expect(overlaps([mail, { ...bird, state: 'rejected' }])).toEqual([]);
  const joined = [
    { ...mail, integrations: [bird.id] },
    { ...bird, integrations: [mail.id] },
  ];
  expect(overlaps(joined)[0]?.score ?? 0).toBeLessThan(overlaps([mail, bird])[0]?.score ?? 0);
});

test('advertising runs on channels side by side', () => {
  const [search, social] = ['Paid search campaigns', 'Paid social campaigns'].map((purpose) =>
    sampleTool({ name: purpose, category: 'advertising', purpose }),
  );
  if (search && social) expect(overlaps([search, social])).toEqual([]);
});

test('on real products it is right as often as the bench says', () => {
  expect(heldOut.tools.length + secondHeldOut.tools.length).toBeGreaterThanOrEqual(60);
  const { precision, recall } = judge(heldOut, secondHeldOut);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.7);
  expect(judge(nearMisses).precision).toBeGreaterThanOrEqual(0.9);
});

test('kept on purpose holds until sixty days before notice, and may be said again', () => {
  const ending = { ...bird, contractEnd: '2026-12-31', noticeDays: 30 };
  const said = (day: string) => ({
    ...{ other: bird.id, because: 'Partners', by: 'T1/UMIA' as const, at: Date.parse(`${day}T09:00:00Z`) },
  });
  const kept = [said('2026-03-02')];
  expect(isKept(kept, mail, ending, '2026-10-01')).toBe(true);
  expect(isKept(kept, mail, ending, '2026-10-02')).toBe(false);
  expect(isKept([said('2026-10-05'), ...kept], mail, ending, '2026-10-06')).toBe(true);
  expect(isKept(kept, mail, crm, '2026-03-03')).toBe(false);
});
