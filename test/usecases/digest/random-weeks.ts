import { isPending } from '../../../src/domain/checks/check.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import type { PulseScore } from '../../../src/domain/pulse/reading.ts';
import type { Brief } from '../../../src/domain/request/brief.ts';
import { transitions } from '../../../src/domain/request/transitions.ts';
import type { Settings } from '../../../src/domain/settings/settings.ts';
import { requestsToSweep, sweepRequest } from '../../../src/usecases/promises/sweep-alerts.ts';
import { giveCommand } from '../../../src/usecases/request/give-command.ts';
import type { Intent } from '../../../src/usecases/request/intent.ts';
import { takeStep } from '../../../src/usecases/request/take-step.ts';
import {
  ben,
  criteriaOf,
  ines,
  lea,
  mia,
  omar,
  settings,
  type TestDesk,
  tom,
} from '../../slack/support/desk.ts';

const hour = 60 * 60_000;

/** Hours without nights, so that plain SQL can count them. */
const everyHour = [{ from: '00:00', to: '24:00' }];
const day = { monday: everyHour, tuesday: everyHour, wednesday: everyHour, thursday: everyHour };
const week = { ...day, friday: everyHour, saturday: everyHour, sunday: everyHour };
const roundTheClock = { zone: 'UTC', week, holidays: [], openings: [], version: 1 };
export const timeless: Settings = {
  ...settings,
  hours: { marketing: roundTheClock, it: roundTheClock },
  digest: { ...settings.digest, zone: 'UTC' },
  targets: targetsOf({ amount: 3, unit: 'days' }),
  policies: [],
  checks: settings.checks.map((rule) =>
    rule.name === 'privacy' ? { ...rule, owners: [omar, lea], needs: 'all' } : rule,
  ),
};

function targetsOf(target: Settings['targets']['check']): Settings['targets'] {
  const two = { 'first-response': target, decision: target };
  return { ...two, answer: target, agreement: target, ruling: target, acceptance: target, check: target };
}

/** What happens next, as numbers by chance. */
export interface Step {
  what: number;
  which: number;
  who: number;
  hours: number;
}

const wishes = ['Webinar form', 'Cookie banner in Polish', 'Export of attendees', 'Survey tool'];
const kinds = ['tool', 'change', 'data'] as const;
const details: Brief['details'][] = [
  undefined,
  { where: 'looking' },
  { where: 'want', contract: 'offer', data: ['customers'] },
  { where: 'bought', systems: 'The CRM' },
  { contract: 'signed', data: ['customers'] },
];

/** People do something by chance; what the desk refuses simply does not happen. `requests` are those of before. */
export async function liveBy(test: TestDesk, steps: readonly Step[], requests: string[]): Promise<void> {
  const { desk, clock } = test;
  for (const { what, which, who, hours } of steps) {
    if (requests.length === 0 || what % 11 === 0) {
      requests.push(await askFor(test, requests.length, { which, who }));
    } else if (what % 23 === 0) {
      await changeSettings(test, { which, who });
    } else {
      await act(test, requests[which % requests.length] ?? '', what, who);
    }
    clock.moveBy(hours * hour + which);
    for (const due of await desk.store.dueSteps('T1', clock.now(), 100)) await takeStep(desk, due);
    for (const due of await requestsToSweep(desk)) await sweepRequest(desk, due);
  }
}

function askFor(test: TestDesk, nth: number, { which, who }: Pick<Step, 'which' | 'who'>): Promise<string> {
  const more = details[who % details.length];
  return test.ask({
    ...{ kind: kinds[which % kinds.length] ?? 'change', requester: who % 2 === 0 ? mia : ben, author: mia },
    headsUp: who % 7 === 3,
    ...{ impact: which % 2 === 0 ? 1 : 3, urgency: who % 2 === 0 ? 1 : 3 },
    brief: {
      title: `${wishes[nth % wishes.length]} ${nth + 1}`,
      outcome: nth % 2 === 0 ? 'Sign-ups reach the CRM on the same day' : null,
      link: null,
      ...(more && { details: more }),
    },
    neededBy: who % 3 === 0 ? null : daysFrom(test, 2 + (which % 20)),
  });
}

/** From now on everything is to be faster or slower, and IT can do more or less. */
async function changeSettings(
  { desk, clock }: TestDesk,
  { which, who }: Pick<Step, 'which' | 'who'>,
): Promise<void> {
  const version = (await desk.store.settings('T1'))?.version ?? 0;
  const targets = targetsOf({ amount: 1 + (who % 4) * 24, unit: 'hours' });
  const usual = which % 3 === 0 ? null : { S: which % 5, M: which % 4, L: which % 3 };
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  const months = who % 2 === 0 ? {} : { [month]: { S: 9, M: who % 9, L: 1 } };
  const document = { ...timeless, targets, capacity: { usual, months } };
  await desk.store.write((transaction) =>
    transaction.addSettings('T1', {
      ...{ version: version + 1, document, changedBy: omar, changedAt: clock.now() },
    }),
  );
}

async function act(test: TestDesk, request: string, what: number, who: number): Promise<void> {
  const view = await test.view(request);
  const { proposed, inForce } = view;
  const { state, checks, requester } = view.request;
  const seen = proposed?.version ?? inForce?.version ?? 1;
  const date = daysFrom(test, 1 + (who % 20));
  const terms = { criteria: criteriaOf(view), date, seen };
  const asAsked = { ...terms, date: (proposed ?? inForce)?.date ?? date };
  const changed = {
    ...terms,
    criteria: [...terms.criteria, { text: `And ${what}`, side: 'it' as const, required: false }],
  };
  const ticked = (inForce?.criteria ?? []).filter(({ side }) => side === 'it').map(({ id }) => id);
  const failed = who % 2 === 0 ? ticked.slice(0, 1) : [];
  const it: PersonId[] = [ines, tom];
  const worker = it[who % it.length] ?? ines;
  const owner = who % 3 === 0 ? lea : omar;
  const size = (['S', 'M', 'L'] as const)[who % 3] ?? 'M';
  const waitsFor = (
    [{ party: 'third-party', name: 'Acme' }, { party: 'marketing' }, { party: 'it' }] as const
  )[who % 3];
  const check = checks.find(isPending)?.name ?? '';
  const all: [times: number, PersonId, Intent][] = [
    [2, worker, { type: 'claim' }],
    [1, worker, { type: 'release' }],
    [1, worker, { type: 'set-priority', priority: who % 2 === 0 ? 1 : 4, reason: 'It can wait, or not' }],
    [2, worker, { type: 'ask', question: 'Which one?' }],
    [6, requester, { type: 'answer', answer: 'This one' }],
    [1, requester, { type: 'more-to-come' }],
    [6, worker, { type: 'accept', size, terms: asAsked }],
    [2, worker, { type: 'accept', size, terms: changed }],
    [6, requester, { type: 'sign', version: seen }],
    [1, requester, { type: 'amend', terms: changed }],
    [4, worker, { type: 'sign', version: seen }],
    [1, worker, { type: 'drop-amendment' }],
    [2, worker, { type: 'tick', ticked }],
    [8, worker, { type: 'deliver', words: null, ticked }],
    [5, requester, { type: 'confirm' }],
    [5, requester, { type: 'reject', failed, words: 'Not yet' }],
    [1, requester, { type: 'reopen', failed, words: 'It broke', date }],
    [2, worker, { type: 'hold', waitsFor: waitsFor ?? { party: 'it' }, reason: 'A port', reviewOn: date }],
    [2, worker, { type: 'resume' }],
    [1, worker, { type: 'note' }],
    [2, requester, { type: 'raise' }],
    [1, worker, { type: 'decline', reason: 'not-now', words: 'Later' }],
    [3, requester, { type: 'contest', objection: 'But' }],
    [4, omar, { type: 'rule', uphold: who % 4 === 0, words: 'So' }],
    [1, worker, { type: 'counter', alternative: { instead: 'That', why: null } }],
    [2, requester, { type: 'take-alternative' }],
    [2, requester, { type: 'refuse-alternative', words: 'No' }],
    [who % 5 === 0 ? 1 : 0, requester, { type: 'withdraw', words: null }],
    [1, worker, { type: 'take-back' }],
    [1, worker, { type: 'request-check', check: what % 2 === 0 ? 'integration' : 'privacy', to: omar }],
    [check ? 1 : 0, omar, { type: 'drop-check', check }],
    [check ? 5 : 0, owner, { type: 'approve-check', check }],
    [
      check ? 2 : 0,
      owner,
      { type: 'want-changes', check, from: what % 2 === 0 ? 'it' : 'marketing', words: 'Where?' },
    ],
    [
      check ? 2 : 0,
      what % 2 === 0 ? worker : requester,
      { type: 'answer-check', check, answers: {}, words: 'Berlin' },
    ],
    [check ? 1 : 0, owner, { type: 'waive-check', check, until: daysFrom(test, 1), words: 'For now' }],
  ];
  const possible = all.flatMap(([times, person, intent]) =>
    transitions[intent.type].from.includes(state.status)
      ? Array.from({ length: times }, () => ({ person, intent }))
      : [],
  );
  const chosen = possible[what % possible.length];
  const cause = `test:${test.desk.newId()}`;
  if (chosen) await giveCommand(test.desk, { request, ...chosen, cause });
}

/** Answers to the pulse by quarter and side; null of somebody who was asked and said nothing. */
export type Ballots = Record<string, Record<'it' | 'marketing', (PulseScore | null)[]>>;

export async function answerPulse({ desk }: TestDesk, ballots: Ballots): Promise<void> {
  await desk.store.write(async (transaction) => {
    for (const [quarter, sides] of Object.entries(ballots)) {
      for (const side of ['it', 'marketing'] as const) {
        for (const score of sides[side]) {
          const ballot = { secret: desk.newId(), quarter, side };
          await transaction.addBallot('T1', ballot);
          if (score !== null) await transaction.castBallot('T1', { ...ballot, score });
        }
      }
    }
  });
}

function daysFrom({ clock }: TestDesk, days: number): string {
  return new Date(clock.now() + days * 24 * hour).toISOString().slice(0, 10);
}
