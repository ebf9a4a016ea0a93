import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { acceptAsAsked, criteriaOf, ines, lea, mia, omar, openDesk, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf, type Typed } from './support/window.ts';

const secret = 'The password is Sunshine7';

interface Window {
  who: PersonId;
  action: string;
  /** What else the button carries, behind the request. */
  more?: string;
  typed: Typed;
  before?: (desk: TestDesk, request: string) => Promise<void>;
}

const reviewed = '2026-03-20';

/** Every window whose words the other side, or whoever checks, reads. Each holds the secret in one field. */
const windows: Record<string, Window> = {
  ask: { who: ines, action: 'request.ask', typed: { question: secret } },
  reply: { who: ines, action: 'request.more', typed: { words: secret } },
  attach: { who: mia, action: 'request.more', typed: { words: secret, files: 'plan.csv' } },
  counter: { who: ines, action: 'request.counter', typed: { instead: secret } },
  hold: {
    ...{ who: ines, action: 'request.hold' },
    typed: { meaning: 'A week later', reason: secret, review: reviewed },
  },
  decline: { who: ines, action: 'request.decline', typed: { reason: 'not-now', words: secret } },
  priority: { who: ines, action: 'request.more', typed: { priority: '1', reason: secret } },
  contest: {
    ...{ who: mia, action: 'request.contest', typed: { objection: secret } },
    before: ({ give }, request) => give(request, ines, { type: 'decline', reason: 'other', words: 'No.' }),
  },
  rule: {
    ...{ who: omar, action: 'request.rule', typed: { ruling: 'upheld', words: secret } },
    async before({ give }, request) {
      await give(request, ines, { type: 'decline', reason: 'other', words: 'No.' });
      await give(request, mia, { type: 'contest', objection: 'Please.' });
    },
  },
  accept: { who: ines, action: 'request.accept', typed: { size: 'S', 'it-0': secret } },
  amend: {
    ...{ who: ines, action: 'agreement.amend', before: acceptAsAsked },
    typed: { 'it-0': 'It is live', meaning: 'Nothing changes', reason: secret },
  },
  deliver: {
    ...{ who: ines, action: 'request.deliver', typed: { words: secret } },
    async before(desk, request) {
      await acceptAsAsked(desk, request);
      const its = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
      await desk.give(request, ines, { type: 'tick', ticked: its.map(({ id }) => id) });
    },
  },
};

const inMenu: Record<string, string> = { reply: 'reply', attach: 'attach', priority: 'set-priority' };

function windowIn(answer: Answer): Modal {
  if (answer.kind !== 'update') throw new Error(`no window, but ${JSON.stringify(answer)}`);
  return answer.modal;
}

test.each(Object.entries(windows))(
  '%s: a secret stays in its window until it is said to be none',
  async (name, window) => {
    const desk = await openDesk();
    const request = await desk.ask();
    await window.before?.(desk, request);
    const hands = handsOf(desk, window.who);
    const value = inMenu[name] ? `${inMenu[name]} ${request}` : request;
    const opened = await hands.opens(window.action, value);
    const { version } = (await desk.view(request)).request;

    const warned = windowIn(await hands.submits(opened, window.typed));
    expect(JSON.stringify(warned.blocks[0])).toContain('a password is in it');
    const [field] = Object.entries(window.typed).find(([, held]) => held === secret) ?? [''];
    expect(JSON.stringify(warned)).toContain(secret);
    const { files } = window.typed;
    const again = files === undefined ? {} : { files };
    expect(Object.keys(errorsOf(await hands.submits(warned, again)))).toEqual([field]);
    expect((await desk.view(request)).request.version).toBe(version);

    expect(await hands.submits(warned, { ...again, 'no-secret': ['send'] })).toEqual({ kind: 'nothing' });
    expect((await desk.view(request)).request.version).toBeGreaterThan(version);
  },
);

test('whoever was warned still has to see what changed meanwhile', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const hands = handsOf(desk, mia);
  const opened = await hands.opens('request.edit', request);
  const seen = await desk.view(request);
  const { date = null } = seen.proposed ?? {};
  const [first, ...others] = criteriaOf(seen);
  if (!first) throw new Error('there are criteria');
  const terms = { criteria: [{ ...first, text: 'Something else' }, ...others], date, seen: 1 };
  await desk.give(request, lea, {
    type: 'edit',
    brief: seen.brief,
    impact: 2,
    urgency: 1,
    headsUp: false,
    terms,
  });

  const warned = windowIn(await hands.submits(opened, { outcome: secret }));
  const answer = await hands.submits(warned, { 'no-secret': ['send'] });
  expect(JSON.stringify(windowIn(answer))).toContain('This was changed meanwhile');
});
