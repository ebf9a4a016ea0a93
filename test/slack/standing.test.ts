import { expect, test } from 'vitest';
import { tidings } from '../../src/slack/saying/tidings.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, lea, mia, omar, openDesk, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

async function suggested(desk: TestDesk, criteria: string): Promise<void> {
  const modal = await handsOf(desk, lea).opens('standing.suggest', 'broken');
  expect(viewAloud(modal)).toMatchSnapshot('the window to suggest in');
  expect(await handsOf(desk, lea).submits(modal, { 'it-0': criteria })).toMatchObject({ kind: 'update' });
}

test('what is always checked, for a lead and for everybody else', async () => {
  const desk = await openDesk();
  await suggested(desk, 'It runs again within 4 hours (number)\nThe cause is written down (link, optional)');
  const reads = async (person: typeof mia) =>
    viewAloud(await handsOf(desk, person).opens('standing.show', 'all'));
  expect(await reads(omar)).toMatchSnapshot('the other lead');
  expect(await reads(mia)).toMatchSnapshot('a marketer');
  const about = { topic: 'standing', requestKind: 'broken', version: 1, signed: false } as const;
  const told = await tidings(desk.desk, about, omar);
  expect(told && messageAloud(told)).toMatchSnapshot('the message to the other lead');
});

test('a suggestion counts only while it is the newest, and only for the other lead', async () => {
  const desk = await openDesk();
  await suggested(desk, 'It runs again');
  expect(await handsOf(desk, lea).presses('standing.sign', 'broken:1')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, mia).presses('standing.sign', 'broken:1')).toMatchObject({ kind: 'tell' });
  const stale = await handsOf(desk, omar).opens('standing.suggest', 'broken');
  const fresh = await handsOf(desk, omar).opens('standing.suggest', 'broken');
  expect(
    await handsOf(desk, omar).submits(fresh, { 'it-0': 'It runs again, on every device' }),
  ).toMatchObject({
    kind: 'update',
  });
  expect(await handsOf(desk, omar).submits(stale, { 'it-0': 'Something else' })).toMatchObject({
    kind: 'tell',
  });
  expect(await handsOf(desk, omar).presses('standing.sign', 'broken:1')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, lea).presses('standing.sign', 'broken:2')).toMatchObject({ replaces: true });
  // What was asked before keeps what was signed then; what is asked from now on begins with the new list.
  const request = await desk.ask({ kind: 'broken' });
  const texts = (await desk.view(request)).proposed?.criteria.map(({ text }) => text) ?? [];
  expect(texts).toContain('It runs again, on every device');
});

test('the windows that look back, send back and open again', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await acceptAsAsked(desk, request);
  const its = (await desk.view(request)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await desk.give(request, omar, { type: 'deliver', words: null, ticked: its.map(({ id }) => id) });
  const about = { topic: 'silence', request, event: 1 } as const;
  const toLead = await tidings(desk.desk, about, lea);
  expect(toLead && messageAloud(toLead)).toMatchSnapshot('silence, for marketing’s lead');
  await desk.give(request, mia, { type: 'confirm' });
  expect(await tidings(desk.desk, about, lea)).toBeNull();
  expect(viewAloud(await handsOf(desk, mia).opens('request.reopen', request))).toMatchSnapshot('open again');
  const back = await handsOf(desk, mia).opens('request.judge-outcome', request);
  expect(viewAloud(back)).toMatchSnapshot('look back');
  expect(errorsOf(await handsOf(desk, mia).submits(back))).toEqual({ verdict: 'Please pick one.' });
});
