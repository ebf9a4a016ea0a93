import fc from 'fast-check';
import { expect, test } from 'vitest';
import { themesOf } from '../../src/domain/digest/digest.ts';
import type { Figures } from '../../src/domain/digest/figures.ts';
import type { Tool } from '../../src/domain/stack/tool.ts';
import { checkBlocks } from '../../src/sandbox/block-kit/check.ts';
import { itemBlocks } from '../../src/slack/digest/agenda-blocks.ts';
import { digestMessage } from '../../src/slack/digest/digest-message.ts';
import type { RichMessage } from '../../src/slack/digest/rich-message.ts';
import { namedIn, themeMessage } from '../../src/slack/digest/themes.ts';
import { digestsDue, makeDigest } from '../../src/usecases/digest/make-digest.ts';
import { linesByNumber } from '../../src/usecases/digest/read-digest.ts';
import { type DigestView, viewDigest } from '../../src/usecases/digest/view-digest.ts';
import { renewalsAhead } from '../../src/usecases/stack/renewals.ts';
import { sampleTool } from '../support/sample-tool.ts';
import { messageAloud } from './support/aloud.ts';
import { lea, openDesk, settings, type TestDesk } from './support/desk.ts';
import { type Life, liveUntil, type Moment, momentsOf } from './support/made-up-lives.ts';

const hour = 60 * 60_000;
const week = 7 * 24 * hour;

/** When each request of a week is asked, in hours after Monday 09:00, and what becomes of it. */
const weeks: readonly (readonly [number, Life])[][] = [
  [
    [0, 'swift'],
    [1, 'asked back'],
    [24, 'swift'],
    [26, 'declined'],
    [50, 'open'],
  ],
  [
    [0, 'swift'],
    [2, 'sent back'],
    [3, 'swift'],
    [25, 'new tool'],
    [27, 'asked back'],
    [74, 'slow'],
    [75, 'held'],
  ],
  [
    [1, 'swift'],
    [3, 'swift'],
    [5, 'asked back'],
    [28, 'contested'],
    [30, 'bought tool'],
    [51, 'swift'],
    [77, 'slow'],
  ],
  [
    [0, 'swift'],
    [4, 'sent back'],
    [24, 'slow'],
    [25, 'slow'],
    [26, 'slow'],
    [48, 'swift'],
    [52, 'new tool'],
    [73, 'swift'],
  ],
  [],
  [
    [0, 'swift'],
    [1, 'swift'],
    [2, 'swift'],
    [3, 'asked back'],
    [24, 'new tool'],
    [26, 'sent back'],
    [48, 'held'],
    [50, 'slow'],
  ],
  [
    [0, 'swift'],
    [0, 'swift'],
    [1, 'swift'],
    [2, 'asked back'],
    [3, 'swift'],
    [4, 'swift'],
    [24, 'swift'],
    [25, 'swift'],
    [26, 'contested'],
    [28, 'declined'],
    [48, 'swift'],
    [50, 'swift'],
  ],
  [
    [0, 'swift'],
    [1, 'asked back'],
    [2, 'sent back'],
    [25, 'bought tool'],
    [49, 'open'],
    [51, 'swift'],
  ],
];

test('eight weeks, as both leads read them', async () => {
  const desk = await busyDesk();
  const later: Moment[] = [];
  let told: Figures['promises'] | null = null;
  for (const [nth, asked] of weeks.entries()) {
    const began = desk.clock.now();
    for (const [hours, life] of asked) later.push(...momentsOf(desk, began + hours * hour, life));
    await liveUntil(desk, later, began + week);
    const [slot] = await digestsDue(desk.desk);
    if (!slot) throw new Error('a digest is due');
    await makeDigest(desk.desk, slot);
    const pages = await pagesOf(desk, slot.week);
    const { promises } = await figuresOf(desk, slot.week);
    // What was told of a week does not read otherwise a week later.
    for (const side of ['it', 'marketing'] as const) {
      if (told) expect(promises[side].before).toEqual(countsOf(told[side]));
    }
    told = promises;
    await expect(pages.join('\n\n')).toMatchFileSnapshot(`__golden__/digest-week-${nth + 1}.txt`);
  }
});

function countsOf({ kept, late }: Figures['promises']['it']) {
  return { kept: kept.count, late: late.count };
}

async function figuresOf({ desk }: TestDesk, week: string): Promise<Figures> {
  const digest = await desk.store.digest('T1', week);
  if (!digest) throw new Error('the digest was made');
  return digest.figures;
}

async function busyDesk(): Promise<TestDesk> {
  const desk = await openDesk();
  const now = desk.clock.now();
  const document = {
    ...settings,
    digest: { ...settings.digest, channel: 'C0DIGEST', time: '09:00' },
    capacity: { usual: { S: 8, M: 4, L: 1 }, months: {} },
  };
  const cells = { state: 'live', category: 'email', purpose: 'Sends newsletters to customers' } as const;
  const ends = {
    contract_end: '2026-05-20',
    notice_days: '45',
    cost: '1200',
    currency: 'EUR',
    period: 'month',
  };
  const tools = [
    sampleTool({ name: 'Alpha Mail', ...cells, ...ends }),
    sampleTool({ name: 'Beta Mail', ...cells }),
  ];
  await desk.desk.store.write(async (transaction) => {
    await transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: now });
    await transaction.saveTools(tools.map((tool) => ({ tool, change: { at: now, by: null, changes: [] } })));
  });
  return desk;
}

async function pagesOf({ desk }: TestDesk, week: string): Promise<string[]> {
  const view = await viewDigest(desk, week);
  if (!view) throw new Error('the digest was made');
  const { figures } = view.digest;
  const page = digestMessage(view, 'channel');
  expect(lengthOf(page)).toBeLessThan(1200);
  const renewals = await renewalsAhead(desk, 90);
  const thread = [];
  for (const theme of themesOf(figures)) {
    const lines = await linesByNumber(desk, namedIn(theme, figures));
    thread.push(
      themeMessage(theme, week, figures, { settings: view.settings, lines, renewals, launches: [] }),
    );
  }
  return [page, ...thread].map(aloud);
}

function aloud({ text, blocks, plainer }: RichMessage): string {
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(text.length).toBeLessThan(1800);
  const drawn = blocks.filter(({ type }) => type === 'table' || type === 'data_visualization');
  return [messageAloud({ text, blocks: plainer }), ...drawn.map((block) => JSON.stringify(block))].join('\n');
}

/** All that stands on the page, button texts too; what a click asks first stands nowhere. */
function lengthOf({ blocks, plainer }: RichMessage): number {
  const all = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + all(each), 0);
    if (typeof value !== 'object' || value === null) return 0;
    return Object.entries(value).reduce((sum, [name, held]) => {
      if (name === 'confirm') return sum;
      return sum + (name === 'text' && typeof held === 'string' ? held.length : all(held));
    }, 0);
  };
  return Math.max(all(blocks), all(plainer));
}

test('however long titles and names are, the page stays under 1,200 characters', async () => {
  const desk = await busyDesk();
  const name = fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 });
  await desk.ask();
  desk.clock.moveBy(week);
  const [slot] = await digestsDue(desk.desk);
  if (!slot) throw new Error('a digest is due');
  await makeDigest(desk.desk, slot);
  const view = await viewDigest(desk.desk, slot.week);
  if (!view) throw new Error('the digest was made');
  const request = (await desk.view(await desk.ask())).request;
  const tools = await desk.desk.store.allTools('T1');
  fc.assert(
    fc.property(name, name, fc.nat(5000), fc.boolean(), (one, other, many, isDecided) => {
      const { promises } = view.digest.figures;
      const listed = { count: many, rows: [] };
      const side = {
        ...promises.it,
        kept: listed,
        late: listed,
        overdue: listed,
        before: { kept: many, late: many },
      };
      const [first, second] = tools;
      if (!first || !second) throw new Error('there are two tools');
      const open = { ...request, state: { status: 'contested' } } as typeof request;
      const items: DigestView['items'] = [
        {
          position: 0,
          decided: null,
          kind: 'contested',
          subject: { request: open, title: one, ruled: null },
        },
        {
          ...{ position: 1, kind: 'overlap' },
          decided: isDecided ? { choice: 'let-go', by: lea, at: 0 } : null,
          subject: {
            tools: [
              { ...first, name: one },
              { ...second, name: other },
            ],
            isKept: false,
          },
        },
        {
          ...{ position: 2, decided: null, kind: 'term' },
          subject: {
            id: 'x',
            word: other,
            language: 'en',
            synonyms: [],
            marketing: '',
            it: '',
            promise: null,
            revision: 1,
            agreed: {},
          },
        },
      ];
      const figures = { ...view.digest.figures, promises: { it: side, marketing: side } };
      const page = digestMessage(
        { ...view, items, digest: { ...view.digest, figures, dueAt: 0 } },
        'T1/ULEA',
      );
      expect(lengthOf(page)).toBeLessThan(1200);
      expect(page.text.length).toBeLessThan(1200);
      expect(checkBlocks(page.blocks, 'message')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('what was decided stands on the page with what comes next', async () => {
  const { desk } = await busyDesk();
  const [one, other] = await desk.store.allTools('T1');
  if (!one || !other) throw new Error('there are two tools');
  const tools: [Tool, Tool] = [one, other];
  const letGo = { choice: 'let-go', by: lea, at: 0 } as const;
  const said = [
    itemBlocks(
      { position: 0, decided: letGo, kind: 'overlap', subject: { tools, isKept: false } },
      '2026-W11',
    ),
    itemBlocks(
      {
        ...{ position: 0, decided: letGo, kind: 'overlap' },
        subject: { tools: [one, { ...other, state: 'retiring' }], isKept: false },
      },
      '2026-W11',
    ),
    itemBlocks(
      {
        ...{ position: 0, decided: { choice: 'change', by: lea, at: 0 }, kind: 'breaches' },
        item: { kind: 'breaches', side: 'it', clock: 'decision', times: 3 },
      },
      '2026-W11',
    ),
  ].map((blocks) => messageAloud({ text: 'A question', blocks }));
  expect(said).toMatchInlineSnapshot(`
    [
      "(A question)
    *Two tools for one job?* Alpha Mail and Beta Mail
    :white_check_mark: Keep only one, says @lea.
    Next: ask for the end of the one that goes.
    <static_select> {Alpha Mail / Beta Mail}",
      "(A question)
    *Two tools for one job?* Alpha Mail and Beta Mail
    :white_check_mark: Keep only one, says @lea.",
      "(A question)
    *Late again and again* · IT: the decision, 3 times in two weeks
    :white_check_mark: Change the promise, says @lea.
    Next: agree on the new time. Whoever runs the app enters it in the settings, under \`targets\`.",
    ]
  `);
});

test('the pulse is two figures and their gap, or as much of it as may be told', async () => {
  const desk = await busyDesk();
  await desk.ask();
  desk.clock.moveBy(week);
  const [slot] = await digestsDue(desk.desk);
  if (!slot) throw new Error('a digest is due');
  await makeDigest(desk.desk, slot);
  const figures = await figuresOf(desk, slot.week);
  expect(themesOf(figures)).not.toContain('pulse');
  const marketing = { mean: 3.9, answers: 7 };
  const both = { quarter: '2026-Q1', marketing, it: { mean: 4.2, answers: 5 }, gap: 0.3 };
  const said = [both, { ...both, it: null, gap: null }].map((pulse) => {
    const told = { ...figures, pulse };
    expect(themesOf(told)).toContain('pulse');
    const named = { settings, lines: new Map(), renewals: [], launches: [] };
    return themeMessage('pulse', slot.week, told, named).text;
  });
  expect(said).toMatchInlineSnapshot(`
    [
      "How well both sides work together, 2026-Q1
    Marketing: 3.9 of 5 from 7 answers · IT: 4.2 of 5 from 5 answers
    They are 0.3 apart.",
      "How well both sides work together, 2026-Q1
    Marketing: 3.9 of 5 from 7 answers · IT: too few answers to tell",
    ]
  `);
});
