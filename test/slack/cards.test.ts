import { expect, test } from 'vitest';
import { privateCard } from '../../src/slack/intake/private-card.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import { messageAloud } from './support/aloud.ts';
import {
  acceptAsAsked,
  ben,
  criteriaOf,
  ines,
  lea,
  mia,
  omar,
  openDesk,
  type TestDesk,
  tom,
} from './support/desk.ts';

/** Each moment of a request's life, as both sides read it. */
const moments: Record<string, (desk: TestDesk, request: string) => Promise<void>> = {
  'just sent': async () => {},
  taken: async ({ give }, request) => give(request, ines, { type: 'claim' }),
  'a question is open': async ({ give }, request) =>
    give(request, ines, { type: 'ask', question: 'Which form does it use today?' }),
  'an answer came': async ({ give }, request) => {
    await give(request, ines, { type: 'ask', question: 'Which form does it use today?' });
    await give(request, mia, { type: 'answer', answer: 'The old one, from 2024.' });
  },
  'another way is suggested': async ({ give }, request) =>
    give(request, ines, {
      type: 'counter',
      alternative: { instead: 'Use the events page.', why: 'It saves two weeks.' },
    }),
  'the other way is taken': async ({ give }, request) => {
    await give(request, ines, {
      type: 'counter',
      alternative: { instead: 'Use the events page.', why: 'It saves two weeks.' },
    });
    await give(request, mia, { type: 'take-alternative' });
  },
  'accepted as asked': acceptAsAsked,
  'accepted with another date and criterion': async ({ give, view }, request) => {
    const seen = await view(request);
    const criteria = criteriaOf(seen).filter(({ text }) => !text.startsWith('Consent'));
    await give(request, ines, {
      type: 'accept',
      size: 'L',
      terms: {
        criteria: [...criteria, { text: 'The old page redirects', side: 'it', required: false }],
        date: '2026-03-20',
        seen: 1,
      },
    });
  },
  'half of it ticked': async (desk, request) => {
    await acceptAsAsked(desk, request);
    const { inForce } = await desk.view(request);
    await desk.give(request, ines, { type: 'tick', ticked: [inForce?.criteria[0]?.id ?? ''] });
  },
  'a change is suggested while work goes on': async (desk, request) => {
    await acceptAsAsked(desk, request);
    const seen = await desk.view(request);
    await desk.give(request, mia, {
      type: 'amend',
      terms: { criteria: criteriaOf(seen), date: '2026-03-25', seen: 1 },
    });
  },
  'on hold for a vendor': async ({ give }, request) =>
    give(request, ines, {
      type: 'hold',
      waitsFor: { party: 'third-party', name: 'Acme Forms' },
      reason: 'They have to open the port.',
      reviewOn: '2026-03-09',
    }),
  'on hold for marketing': async ({ give }, request) =>
    give(request, ines, {
      type: 'hold',
      waitsFor: { party: 'marketing' },
      reason: 'The texts are missing.',
      reviewOn: '2026-03-09',
    }),
  delivered: deliver,
  'not yet': async (desk, request) => {
    await deliver(desk, request);
    const { inForce } = await desk.view(request);
    const failed =
      inForce?.criteria.filter(({ text }) => text.startsWith('Consent')).map(({ id }) => id) ?? [];
    await desk.give(request, mia, { type: 'reject', failed, words: 'The banner does not come up.' });
  },
  confirmed: async (desk, request) => {
    await deliver(desk, request);
    await desk.give(request, mia, { type: 'confirm' });
  },
  declined: decline,
  contested: async (desk, request) => {
    await decline(desk, request);
    await desk.give(request, mia, { type: 'contest', objection: 'The old page breaks on phones.' });
  },
  'declined for good': async (desk, request) => {
    await decline(desk, request);
    await desk.give(request, mia, { type: 'contest', objection: 'The old page breaks on phones.' });
    await desk.give(request, omar, { type: 'rule', uphold: true, words: 'It is replaced in May.' });
  },
  withdrawn: async ({ give }, request) => give(request, mia, { type: 'withdraw', words: null }),
};

async function deliver(desk: TestDesk, request: string): Promise<void> {
  await acceptAsAsked(desk, request);
  const { inForce } = await desk.view(request);
  const ticked = inForce?.criteria.filter(({ side }) => side === 'it').map(({ id }) => id) ?? [];
  await desk.give(request, tom, { type: 'deliver', words: 'It is at example.com/spring.', ticked });
}

async function decline({ give }: TestDesk, request: string): Promise<void> {
  await give(request, tom, { type: 'decline', reason: 'not-now', words: 'The site is frozen until May.' });
}

test('a heads-up, and what becomes of it', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ kind: 'tool', headsUp: true });
  const read = async (moment: string) => {
    const view = await desk.view(request);
    expect(messageAloud(triageCard(view, desk.clock.now()))).toMatchSnapshot(`${moment}: what IT reads`);
    expect(messageAloud(privateCard(view, mia, desk.clock.now()))).toMatchSnapshot(
      `${moment}: what marketing reads`,
    );
  };
  await read('sent');
  await desk.give(request, ines, { type: 'note' });
  await read('noted');
  await desk.give(request, mia, { type: 'raise' });
  await read('raised');
});

test('a repair begins when somebody takes it', async () => {
  const desk = await openDesk();
  const request = await desk.ask({ kind: 'broken', impact: 1, urgency: 1 });
  await desk.give(request, ines, { type: 'claim' });
  const view = await desk.view(request);
  expect(messageAloud(triageCard(view, desk.clock.now()))).toMatchSnapshot();
});

test('whoever handed a request over keeps a card to read, without buttons', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, mia, { type: 'hand-over', to: lea });
  const view = await desk.view(request);
  expect(view.request.author).toBe(mia);
  expect(messageAloud(privateCard(view, lea, desk.clock.now()))).toContain('[Edit…]');
  expect(messageAloud(privateCard(view, ben, desk.clock.now()))).not.toContain('[');
});

test('a promise that was not kept is said without blame', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  desk.clock.moveBy(7 * 24 * 60 * 60_000);
  const card = messageAloud(privateCard(await desk.view(request), mia, desk.clock.now()));
  expect(card).toContain('A first reply was due 2026-03-02 13:00 UTC');
  await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  desk.clock.moveBy(7 * 24 * 60 * 60_000);
  const hers = messageAloud(privateCard(await desk.view(request), mia, desk.clock.now()));
  expect(hers).toContain('Please answer; it was due 2026-03-10 17:00 UTC');
});

test('IT’s criteria are ticked on the card while they fit into one group', async () => {
  const desk = await openDesk();
  const request = await desk.ask({
    own: Array.from({ length: 12 }, (_, at) => ({
      text: `Check ${at}`,
      side: 'it' as const,
      required: true,
    })),
  });
  await acceptAsAsked(desk, request);
  const card = messageAloud(triageCard(await desk.view(request), desk.clock.now()));
  expect(card).toContain('○ It is live, and the way back is known');
  expect(card).toContain('… and 7 more');
});

test('thirty days after it was closed a request is asked anew', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await deliver(desk, request);
  await desk.give(request, mia, { type: 'confirm' });
  desk.clock.moveBy(31 * 24 * 60 * 60_000);
  const card = messageAloud(privateCard(await desk.view(request), mia, desk.clock.now()));
  expect(card).toContain('[Ask again…]');
  expect(card).not.toContain('Something is not right');
});

for (const [moment, happen] of Object.entries(moments)) {
  test(moment, async () => {
    const desk = await openDesk();
    const request = await desk.ask();
    desk.clock.moveBy(60_000);
    await happen(desk, request);
    const view = await desk.view(request);
    const now = desk.clock.now();
    expect(messageAloud(triageCard(view, now))).toMatchSnapshot('what IT reads');
    expect(messageAloud(privateCard(view, mia, now))).toMatchSnapshot('what marketing reads');
  });
}
