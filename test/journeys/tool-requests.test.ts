import { expect, test } from 'vitest';
import type { Modal } from '../../src/sandbox/driver/modal.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import type { Store } from '../../src/usecases/ports.ts';
import { openBroker } from '../support/broker.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** The tool once it has come so far: the stack follows a request right after it was answered. */
async function toolIn(store: Store, workspace: string, name: string, state: string): Promise<void> {
  await until(async () => (await store.toolsByName(workspace, [name]))[0]?.state === state);
}

/** What is checked before a yes is another story. */
async function withoutChecks(store: Store, workspace: string): Promise<void> {
  const { version, document } = (await store.settings(workspace)) ?? { version: 0, document: null };
  if (!document) throw new Error('the desk is set up');
  const next = { version: version + 1, document: { ...document, checks: [] }, changedBy: null, changedAt: 0 };
  await store.write((transaction) => transaction.addSettings(workspace, next));
}

async function toolWindow(person: Person, name: string): Promise<Modal> {
  await person.slash('/martech-request', `stack ${name}`);
  return person.modal('A tool');
}

test('a wish is considered, on trial once accepted, in use once confirmed; a declined one says why', async () => {
  const { sandbox, store } = await openBroker();
  await withoutChecks(store, sandbox.teamId);
  const mia = sandbox.person('mia');
  const ines = sandbox.person('ines');
  const hers = await ask(mia, 'Letterbird', { kind: 'A tool', outcome: 'Newsletters for partners' });
  await toolIn(store, sandbox.teamId, 'Letterbird', 'considering');
  const card = await triageCardOf(ines, 'Letterbird');
  await card.click('Accept…');
  const acceptance = await ines.modal();
  await acceptance.fill({ size: 'S', date: '2026-03-20' });
  await sent(acceptance.submit());
  await toolIn(store, sandbox.teamId, 'Letterbird', 'pilot');
  const window = await toolWindow(ines, 'letterbird');
  expect(window.plain()).toContain('Email · On trial');
  expect(window.plain()).toContain('MR-1 · Letterbird · to have it, under way');
  expect(window.plain()).toContain('with MR-1 · Where it stands: “considering” → “pilot”');
  await window.choose('Show a request…', 'MR-1 Letterbird');
  const request = await ines.modal('MR-1');
  expect(request.plain()).toContain('In the stack: *Letterbird* · on trial');
  await request.close({ all: true });
  expect(hers.plain()).toContain('Letterbird');

  await ask(mia, 'Sendsome', { kind: 'A tool' });
  await toolIn(store, sandbox.teamId, 'Sendsome', 'considering');
  const second = await triageCardOf(ines, 'Sendsome');
  await second.click('Decline…');
  const refusal = await ines.modal();
  await refusal.fill({ reason: 'We already have something for this', words: 'Letterbird does this' });
  await sent(refusal.submit());
  await toolIn(store, sandbox.teamId, 'Sendsome', 'rejected');
  const declined = await toolWindow(mia, 'sendsome');
  expect(declined.plain()).toContain('Decided against: MR-2: Letterbird does this');
});

test('what was bought is in use and is looked at, within a time, with an end', async () => {
  const { sandbox, store, clock, restart } = await openBroker();
  const mia = sandbox.person('mia');
  const omar = sandbox.person('omar');
  await mia.slash('/martech-request', 'Snapsurvey');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'A tool' });
  const tool = await mia.modal('Ask for something');
  await tool.fill({ where: 'We have bought it' });
  await tool.submit();
  await toolIn(store, sandbox.teamId, 'Snapsurvey', 'live');
  // It is morning where IT's lead is.
  clock.moveBy(9 * hour);
  const begun = await omar.waitForMessage({ matching: /Snapsurvey.* is in use, and now in the stack/ });

  await restart();
  clock.moveBy(29 * day);
  const late = await omar.waitForMessage({ matching: /The look at .* was due/, after: begun });
  await late.click('Say what becomes of it…');
  const form = await omar.modal('What becomes of it');
  await form.fill({ 'What becomes of it?': 'Keep it, with conditions' });
  expect(await form.submit()).toMatchObject({ errors: { 'By when?': 'Please pick the day.' } });
  await form.fill({ 'By when?': '2026-04-30', 'Under which conditions, or why?': 'Single sign-on' });
  const ended = await form.submit();
  expect('view' in ended && ended.view.plain()).toContain(
    '@omar · keep it, with conditions by Thu, Apr 30, 2026: “Single sign-on”',
  );
  clock.moveBy(30 * day + 15 * hour);
  await mia.waitForMessage({ matching: /kept on conditions that were to hold by/ });
  const window = await toolWindow(mia, 'snapsurvey');
  expect(window.plain()).toContain('*A look at it* · @omar · keep it, with conditions');
});

test('an end of a tool is asked for from its window, and once accepted it is on its way out', async () => {
  const { sandbox, store } = await openBroker();
  const mia = sandbox.person('mia');
  const ines = sandbox.person('ines');
  const oldmail = { ...sampleTool({ name: 'Oldmail', category: 'email' }), workspace: sandbox.teamId };
  await store.write((transaction) => transaction.saveTools(asSaved([oldmail])));
  await (await toolWindow(mia, 'oldmail')).click('Retire…');
  const form = await mia.modal('Ask for something');
  await form.fill({ outcome: 'One newsletter tool less' });
  await form.submit();
  const card = await triageCardOf(ines, 'Let Oldmail end');
  expect(card.plain()).toContain('An end of it');
  await card.click('Accept…');
  const acceptance = await ines.modal();
  await acceptance.fill({ size: 'S', date: '2026-03-20' });
  await sent(acceptance.submit());
  await toolIn(store, sandbox.teamId, 'Oldmail', 'retiring');
  const window = await toolWindow(mia, 'oldmail');
  expect(window.plain()).toContain('MR-1 · Let Oldmail end · to let it end, under way');
});
