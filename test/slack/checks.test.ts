import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import { privateCard } from '../../src/slack/intake/private-card.ts';
import { tidings } from '../../src/slack/saying/tidings.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import { waitingOn } from '../../src/usecases/home/waiting-on.ts';
import { takeStep } from '../../src/usecases/request/take-step.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import {
  acceptAsAsked,
  ben,
  gus,
  ines,
  lea,
  mia,
  monday,
  omar,
  openDesk,
  settings,
  type TestDesk,
  tom,
} from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

const brief = {
  title: 'A survey tool',
  outcome: 'We hear from customers every month',
  link: null,
  details: { vendor: 'Askwell', data: ['customers' as const] },
};

/** Ben owns security checks, and lea stands in for him. */
async function deskWithChecks(): Promise<{ desk: TestDesk; request: string }> {
  const desk = await openDesk();
  const [security, ...others] = settings.checks;
  if (!security) throw new Error('there is a rule for security');
  const document = {
    ...settings,
    checkOwners: { ...settings.checkOwners, security: ben, privacy: ben },
    checks: [{ ...security, standIn: tom }, ...others],
  };
  await desk.desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: monday }),
  );
  const request = await desk.ask({ kind: 'tool', brief });
  await desk.give(request, ines, { type: 'claim' });
  return { desk, request };
}

async function toldTo(desk: TestDesk, request: string, person: PersonId, check = 'security') {
  const { history } = await desk.view(request);
  const event = history.findLast(
    (each) =>
      (each.type === 'CheckRequested' && each.check.name === check) ||
      (each.type === 'CheckReopened' && each.check === check),
  );
  return tidings(desk.desk, { topic: 'check', request, event: event?.seq ?? 0 }, person);
}

async function away(desk: TestDesk, person: PersonId) {
  await desk.desk.store.write((transaction) =>
    transaction.replaceAbsences(person, [{ firstDay: '2026-03-01', lastDay: '2026-03-31' }]),
  );
}

const security = (request: string) => `${request} security`;
const waits = async ({ desk }: TestDesk, person: PersonId) =>
  (await waitingOn(desk, desk.store, person)).items.map((item) =>
    item.kind === 'request' ? item.what : item.kind,
  );

test('the owner gets all that is known, and both sides read whose turn it is', async () => {
  const { desk, request } = await deskWithChecks();
  const view = await desk.view(request);
  expect(messageAloud(privateCard(view, mia, monday))).toMatchSnapshot('marketing');
  expect(messageAloud(triageCard(view, monday))).toMatchSnapshot('IT');
  const message = await toldTo(desk, request, ben);
  expect(message && messageAloud(message)).toMatchSnapshot('the owner');
  expect(await toldTo(desk, request, tom)).toBeNull();
  expect(await waits(desk, ben)).toEqual(['approve']);
  expect(await waits(desk, tom)).toEqual([]);
  expect(await waits(desk, ines)).toEqual([]);
});

test('answers come with the check, and one press decides it', async () => {
  const { desk, request } = await deskWithChecks();
  const window = await handsOf(desk, mia).opens('check.answer', security(request));
  expect(viewAloud(window)).toMatchSnapshot('the questions');
  const answers = { 'answer-region': 'In Frankfurt', words: 'Legal knows them' };
  expect(await handsOf(desk, mia).submits(window, answers)).toEqual({ kind: 'nothing' });
  const message = await toldTo(desk, request, ben);
  expect(message && messageAloud(message)).toContain('In Frankfurt');

  const answer = await handsOf(desk, ben).presses('check.approve', security(request), {
    message: { channel: 'D1', ts: '1.0' },
  });
  expect(answer).toMatchObject({ kind: 'tell', replaces: true });
  expect(await toldTo(desk, request, ben)).toBeNull();
  const again = await handsOf(desk, ben).presses('check.approve', security(request));
  expect(JSON.stringify(again)).toContain('not waiting for that any more');
  expect(await waits(desk, ben)).toEqual(['approve']);
});

test('the message about a check that nobody has to decide any more gives way to the sentence why', async () => {
  const { desk, request } = await deskWithChecks();
  const message = { channel: 'D1', ts: '1.0' };
  const pressed = (action: string, person = ben) =>
    handsOf(desk, person).presses(action, security(request), { message });
  expect(await pressed('check.approve', mia)).toMatchObject({ kind: 'tell' });
  expect(await pressed('check.approve', mia)).not.toHaveProperty('replaces');
  await desk.give(request, ines, { type: 'decline', reason: 'other', words: 'Not this year' });
  for (const action of ['check.approve', 'check.want-changes', 'check.waive']) {
    const answer = await pressed(action);
    expect(answer).toMatchObject({ kind: 'tell', replaces: true });
    expect(JSON.stringify(answer)).toContain('MR-1 was declined');
  }
});

test('a pending check stands in the way of a yes, with the name of whoever it waits for', async () => {
  const { desk, request } = await deskWithChecks();
  expect(JSON.stringify(await handsOf(desk, ines).presses('request.accept', request))).toContain(
    'The security check of MR-1 waits for <@UBEN>, so you can’t accept it yet.',
  );
  await desk.give(request, ben, { type: 'approve-check', check: 'security' });
  await desk.give(request, ben, { type: 'approve-check', check: 'privacy' });
  await acceptAsAsked(desk, request);
  expect((await desk.view(request)).request.state.status).toBe('in-progress');
});

test('changes are asked of one side in words that both read, and come back as an answer', async () => {
  const { desk, request } = await deskWithChecks();
  const window = await handsOf(desk, ben).opens('check.want-changes', security(request));
  expect(viewAloud(window)).toMatchSnapshot('what has to change');
  expect(Object.keys(errorsOf(await handsOf(desk, ben).submits(window)))).toEqual(['meaning', 'words']);
  await handsOf(desk, ben).submits(window, {
    ...{ meaning: 'The date holds if it comes this week.', words: 'Please get the contract signed first.' },
  });
  const view = await desk.view(request);
  expect(messageAloud(privateCard(view, mia, monday))).toMatchSnapshot('marketing');
  expect(await waits(desk, mia)).toEqual(['answer-check']);

  const answer = await handsOf(desk, mia).opens('check.answer', security(request));
  await handsOf(desk, mia).submits(answer, { words: 'It is signed.' });
  const message = await toldTo(desk, request, ben);
  expect(message?.text).toContain('what was to be changed was answered');
  const rounds = (await desk.view(request)).commitments.filter(({ clock }) => clock === 'check');
  expect(rounds.map(({ round, verdict }) => `${round} ${verdict}`)).toEqual([
    '1 met',
    '2 running',
    '3 running',
  ]);
});

test.each([
  { what: 'changes', typed: { meaning: 'A day later' } },
  { what: 'a waiver', typed: { until: '2026-03-05' } },
])(
  'a secret in the words of $what stays in the window, which is about the same check when it is shown again',
  async ({ what, typed }) => {
    const { desk, request } = await deskWithChecks();
    const hands = handsOf(desk, ben);
    const action = what === 'changes' ? 'check.want-changes' : 'check.waive';
    const window = await hands.opens(action, security(request));
    const secret = 'The password is Sunshine7';
    const answer = await hands.submits(window, { ...typed, words: secret });
    if (answer.kind !== 'update') throw new Error(`no window, but ${JSON.stringify(answer)}`);
    expect(JSON.stringify(answer.modal.blocks[0])).toContain('a password is in it');
    expect(Object.keys(errorsOf(await hands.submits(answer.modal)))).toEqual(['words']);
    expect(await hands.submits(answer.modal, { 'no-secret': ['send'] })).toEqual({ kind: 'nothing' });
    const [check] = (await desk.view(request)).request.checks;
    expect(check?.standing.is).toBe(what === 'changes' ? 'changes-wanted' : 'waived');
  },
);

test('a waiver has a reason and an end, at which the clock opens the check again', async () => {
  const { desk, request } = await deskWithChecks();
  const window = await handsOf(desk, ben).opens('check.waive', security(request));
  expect(viewAloud(window)).toMatchSnapshot();
  expect(Object.keys(errorsOf(await handsOf(desk, ben).submits(window, { until: '2026-02-01' })))).toEqual([
    ...['until', 'words'],
  ]);
  await handsOf(desk, ben).submits(window, { until: '2026-03-05', words: 'A trial with test data' });
  const { store } = desk.desk;
  await takeStep(desk.desk, request);
  expect(await store.nextStepDue('T1')).toBe(Date.UTC(2026, 2, 6, 9));
  desk.clock.moveBy(Date.UTC(2026, 2, 6, 9) - desk.clock.now());
  await takeStep(desk.desk, request);
  const { request: after } = await desk.view(request);
  expect(after.checks[0]?.standing).toEqual({ is: 'open', approvedBy: [] });
  expect((await toldTo(desk, request, ben))?.text).toContain('the waiver has ended');
});

test('while its owner is away the stand-in decides, and only then', async () => {
  const { desk, request } = await deskWithChecks();
  expect(await desk.refusedTo(request, tom, { type: 'approve-check', check: 'security' })).toEqual({
    ...{ code: 'stand-in-not-needed', check: 'security', owner: ben },
  });
  await away(desk, ben);
  expect(await toldTo(desk, request, ben)).toBeNull();
  const message = await toldTo(desk, request, tom);
  expect(message && messageAloud(message)).toContain('You stand in for @ben.');
  expect(await waits(desk, tom)).toEqual(['approve']);
  await desk.give(request, tom, { type: 'approve-check', check: 'security' });
});

test('IT asks for a check by hand, of whom it names; its lead drops it', async () => {
  const { desk, request } = await deskWithChecks();
  const hands = handsOf(desk, ines);
  const window = await hands.opens('request.more', `request-check ${request}`);
  expect(viewAloud(window)).toMatchSnapshot('which check');
  expect(await hands.submits(window, { check: 'budget', to: 'UMIA' })).not.toEqual({ kind: 'nothing' });
  expect(await hands.submits(window, { check: 'budget', to: 'UGUS' })).not.toEqual({ kind: 'nothing' });
  expect(await hands.submits(window, { check: 'budget', to: 'ULEA' })).toEqual({ kind: 'nothing' });
  expect((await desk.view(request)).request.checks.at(-1)).toMatchObject({ name: 'budget', owners: [lea] });
  expect(await desk.refusedTo(request, ines, { type: 'drop-check', check: 'budget' })).toMatchObject({
    code: 'not-allowed',
  });
  const drop = await handsOf(desk, omar).opens('request.more', `drop-check ${request}`);
  expect(await handsOf(desk, omar).submits(drop, { check: 'budget' })).toEqual({ kind: 'nothing' });
  expect((await desk.view(request)).request.checks.map(({ name }) => name)).toEqual(['security', 'privacy']);
  expect(await desk.refusedTo(request, gus, { type: 'approve-check', check: 'security' })).toEqual({
    code: 'outsider',
  });
});

test('an edit asks for what it makes necessary, and a heads-up for nothing until it is asked for', async () => {
  const desk = await openDesk();
  const headsUp = await desk.ask({ kind: 'tool', headsUp: true });
  const checksOf = async () => (await desk.view(headsUp)).request.checks.map(({ name }) => name);
  expect(await checksOf()).toEqual([]);
  await desk.give(headsUp, mia, { type: 'raise' });
  expect(await checksOf()).toEqual(['security']);
  const { request, proposed, brief: before } = await desk.view(headsUp);
  await desk.give(headsUp, mia, {
    ...{ type: 'edit', impact: 2, urgency: 2, headsUp: false },
    brief: { ...before, details: { cost: '900', data: ['staff'] } },
    terms: { criteria: [], date: request.neededBy, seen: proposed?.version ?? 1 },
  });
  expect(await checksOf()).toEqual(['security', 'privacy', 'budget']);
});
