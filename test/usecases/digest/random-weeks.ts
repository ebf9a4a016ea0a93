import type { PersonId } from '../../../src/domain/person.ts';
import type { Brief } from '../../../src/domain/request/brief.ts';
import { requestsToSweep, sweepRequest } from '../../../src/usecases/promises/sweep-alerts.ts';
import { giveCommand } from '../../../src/usecases/request/give-command.ts';
import type { Intent } from '../../../src/usecases/request/intent.ts';
import { ben, criteriaOf, ines, mia, omar, settings, type TestDesk, tom } from '../../slack/support/desk.ts';

const hour = 60 * 60_000;

/** Hours without nights, so that plain SQL can count them. */
const everyHour = [{ from: '00:00', to: '24:00' }];
const day = { monday: everyHour, tuesday: everyHour, wednesday: everyHour, thursday: everyHour };
const week = { ...day, friday: everyHour, saturday: everyHour, sunday: everyHour };
const roundTheClock = { zone: 'UTC', week, holidays: [], openings: [], version: 1 };
export const timeless = {
  ...settings,
  hours: { marketing: roundTheClock, it: roundTheClock },
  digest: { ...settings.digest, zone: 'UTC' },
};

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
  { where: 'want', contract: 'offer' },
  { where: 'bought' },
  { contract: 'signed' },
];

/** People do something by chance; what the desk refuses simply does not happen. `requests` are those of before. */
export async function liveBy(test: TestDesk, steps: readonly Step[], requests: string[] = []): Promise<void> {
  const { desk, clock } = test;
  for (const { what, which, who, hours } of steps) {
    if (requests.length === 0 || what % 5 === 0) {
      const kind = kinds[which % kinds.length] ?? 'change';
      const nth = requests.length;
      const brief = {
        title: `${wishes[nth % wishes.length]} ${nth + 1}`,
        outcome: nth % 2 === 0 ? 'Sign-ups reach the CRM on the same day' : null,
        link: null,
      };
      const more = details[who % details.length];
      requests.push(
        await test.ask({
          ...{ kind, requester: who % 2 === 0 ? mia : ben, author: mia },
          brief: { ...brief, ...(more && { details: more }) },
          neededBy: who % 3 === 0 ? null : daysFrom(test, 2 + (which % 20)),
        }),
      );
    } else {
      const request = requests[which % requests.length] ?? '';
      await act(test, request, what, who);
    }
    clock.moveBy(hours * hour + which);
    for (const due of await requestsToSweep(desk)) await sweepRequest(desk, due);
  }
}

async function act(test: TestDesk, request: string, what: number, who: number): Promise<void> {
  const view = await test.view(request);
  const { proposed, inForce } = view;
  const seen = proposed?.version ?? inForce?.version ?? 1;
  const date = daysFrom(test, 1 + (who % 20));
  const terms = { criteria: criteriaOf(view), date, seen };
  const changed = {
    ...terms,
    criteria: [...terms.criteria, { text: `And ${what}`, side: 'it', required: false }],
  } as const;
  const ticked = (inForce?.criteria ?? []).filter(({ side }) => side === 'it').map(({ id }) => id);
  const it: PersonId[] = [ines, tom];
  const worker = it[who % it.length] ?? ines;
  const size = (['S', 'M', 'L'] as const)[who % 3] ?? 'M';
  const waitsFor = (
    [{ party: 'third-party', name: 'Acme' }, { party: 'marketing' }, { party: 'it' }] as const
  )[who % 3];
  const { requester } = view.request;
  const possible: [PersonId, Intent][] = [
    [worker, { type: 'claim' }],
    [worker, { type: 'ask', question: 'Which one?' }],
    [requester, { type: 'answer', answer: 'This one' }],
    [requester, { type: 'more-to-come' }],
    [worker, { type: 'accept', size, terms }],
    [worker, { type: 'accept', size, terms: { ...changed, criteria: [...changed.criteria] } }],
    [requester, { type: 'sign', version: seen }],
    [requester, { type: 'amend', terms: { ...changed, criteria: [...changed.criteria] } }],
    [worker, { type: 'sign', version: seen }],
    [worker, { type: 'deliver', words: null, ticked }],
    [worker, { type: 'deliver', words: null, ticked }],
    [requester, { type: 'confirm' }],
    [requester, { type: 'confirm' }],
    [requester, { type: 'reject', failed: [], words: 'Not yet' }],
    [requester, { type: 'reopen', failed: [], words: 'It broke', date }],
    [worker, { type: 'hold', waitsFor: waitsFor ?? { party: 'it' }, reason: 'A port', reviewOn: date }],
    [worker, { type: 'resume' }],
    [worker, { type: 'decline', reason: 'not-now', words: 'Later' }],
    [requester, { type: 'contest', objection: 'But' }],
    [omar, { type: 'rule', uphold: who % 2 === 0, words: 'So' }],
    [worker, { type: 'counter', alternative: { instead: 'That', why: null } }],
    [requester, { type: 'take-alternative' }],
    [requester, { type: 'refuse-alternative', words: 'No' }],
    [requester, { type: 'withdraw', words: null }],
    [worker, { type: 'take-back' }],
  ];
  const [person, intent] = possible[what % possible.length] ?? [worker, { type: 'claim' }];
  const cause = `test:${test.desk.newId()}`;
  await giveCommand(test.desk, { request, person, intent, cause });
}

function daysFrom({ clock }: TestDesk, days: number): string {
  return new Date(clock.now() + days * 24 * hour).toISOString().slice(0, 10);
}
