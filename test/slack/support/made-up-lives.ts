import type { PersonId } from '../../../src/domain/person.ts';
import type { RequestKind } from '../../../src/domain/request/kind.ts';
import { requestsToSweep, sweepRequest } from '../../../src/usecases/promises/sweep-alerts.ts';
import type { Intent } from '../../../src/usecases/request/intent.ts';
import { ben, criteriaOf, ines, mia, omar, type TestDesk, tom } from './desk.ts';

const hour = 60 * 60_000;

export type Life =
  | 'swift'
  | 'asked back'
  | 'sent back'
  | 'slow'
  | 'declined'
  | 'contested'
  | 'held'
  | 'open'
  | 'new tool'
  | 'bought tool';

/** Something that happens to the desk at an instant. */
export interface Moment {
  at: number;
  happens(): Promise<void>;
}

/** Who does what, so many hours after it was asked. */
type Step = readonly [hours: number, who: 'it' | 'requester' | 'lead', deed: Intent | 'accept' | 'deliver'];

const steps: Record<Life, readonly Step[]> = {
  swift: [
    [1, 'it', { type: 'claim' }],
    [2, 'it', 'accept'],
    [26, 'it', 'deliver'],
    [29, 'requester', { type: 'confirm' }],
  ],
  'asked back': [
    [2, 'it', { type: 'ask', question: 'Which field?' }],
    [5, 'requester', { type: 'answer', answer: 'City' }],
    [6, 'it', 'accept'],
    [30, 'it', 'deliver'],
    [48, 'requester', { type: 'confirm' }],
  ],
  'sent back': [
    [1, 'it', 'accept'],
    [24, 'it', 'deliver'],
    [27, 'requester', { type: 'reject', failed: [], words: 'The city is missing' }],
    [50, 'it', 'deliver'],
    [52, 'requester', { type: 'confirm' }],
  ],
  slow: [
    [70, 'it', { type: 'claim' }],
    [72, 'it', 'accept'],
    [144, 'it', 'deliver'],
    [290, 'requester', { type: 'confirm' }],
  ],
  declined: [[3, 'it', { type: 'decline', reason: 'not-now', words: 'Next quarter' }]],
  contested: [
    [3, 'it', { type: 'decline', reason: 'too-costly', words: 'Too much for one page' }],
    [20, 'requester', { type: 'contest', objection: 'It pays for itself' }],
    [190, 'lead', { type: 'rule', uphold: false, words: 'It does' }],
    [192, 'it', 'accept'],
  ],
  held: [
    [2, 'it', 'accept'],
    [
      20,
      'it',
      {
        type: 'hold',
        waitsFor: { party: 'third-party', name: 'Acme' },
        reason: 'A port',
        reviewOn: '2026-05-01',
      },
    ],
    [140, 'it', { type: 'resume' }],
    [165, 'it', 'deliver'],
    [170, 'requester', { type: 'confirm' }],
  ],
  open: [[1, 'it', { type: 'claim' }]],
  'new tool': [
    [2, 'it', { type: 'claim' }],
    [24, 'it', 'accept'],
    [150, 'it', 'deliver'],
    [160, 'requester', { type: 'confirm' }],
  ],
  'bought tool': [
    [4, 'it', { type: 'claim' }],
    [26, 'it', 'accept'],
  ],
};

const titles = [
  'Webinar form',
  'Cookie banner in Polish',
  'Export of attendees',
  'Speaker pages',
  'Partner login',
];
const days = 24 * hour;
let count = 0;

/** One request's life, from the asking on. */
export function momentsOf(test: TestDesk, at: number, life: Life): Moment[] {
  let request = '';
  count += 1;
  const [nth, requester] = [count, count % 3 === 0 ? ben : mia];
  const worker = nth % 2 === 0 ? ines : tom;
  const kind: RequestKind = life.endsWith('tool') ? 'tool' : nth % 4 === 0 ? 'data' : 'change';
  const people: Record<Step[1], PersonId> = { it: worker, requester, lead: omar };
  return [
    {
      at,
      async happens() {
        const outcome = nth % 2 === 0 ? 'Sign-ups reach the CRM on the same day' : null;
        const details =
          kind === 'tool' ? ({ where: life === 'new tool' ? 'want' : 'bought' } as const) : undefined;
        const brief = {
          title: `${titles[nth % titles.length]} ${nth}`,
          outcome,
          link: null,
          ...(details && { details }),
        };
        const neededBy = new Date(at + 12 * days).toISOString().slice(0, 10);
        request = await test.ask({ kind, requester, author: requester, brief, neededBy, own: [] });
      },
    },
    ...steps[life].map(([hours, who, deed]) => ({
      at: at + hours * hour,
      happens: () => act(test, request, people[who], deed, nth),
    })),
  ];
}

async function act(
  test: TestDesk,
  request: string,
  person: PersonId,
  deed: Step[2],
  nth: number,
): Promise<void> {
  if (typeof deed === 'object') return test.give(request, person, deed);
  const view = await test.view(request);
  const size = (['S', 'S', 'M', 'S', 'M', 'L'] as const)[nth % 6] ?? 'S';
  if (deed === 'accept') {
    for (const { name, owners, needs } of view.request.checks) {
      for (const owner of needs === 'any' ? owners.slice(0, 1) : owners) {
        await test.give(request, owner, { type: 'approve-check', check: name });
      }
    }
    const { date = null, version = 1 } = view.proposed ?? {};
    return test.give(request, person, {
      type: 'accept',
      size,
      terms: { criteria: criteriaOf(view), date, seen: version },
    });
  }
  const its = view.inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  return test.give(request, person, { type: 'deliver', words: null, ticked: its.map(({ id }) => id) });
}

/** What happens until an instant, each at its time, with the clock looking on as it does. */
export async function liveUntil(test: TestDesk, moments: Moment[], until: number): Promise<void> {
  const { clock, desk } = test;
  moments.sort((a, b) => a.at - b.at);
  while (moments[0] && moments[0].at < until) {
    const moment = moments.shift();
    clock.moveBy(Math.max(0, (moment?.at ?? 0) - clock.now()));
    for (const due of await requestsToSweep(desk)) await sweepRequest(desk, due);
    await moment?.happens();
  }
  clock.moveBy(until - clock.now());
  for (const due of await requestsToSweep(desk)) await sweepRequest(desk, due);
}
