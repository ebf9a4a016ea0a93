import { expect, test } from 'vitest';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { launchInput, launchValue } from '../../src/slack/intake/launch-field.ts';
import { lineFor } from '../../src/slack/saying/lines.ts';
import { viewAloud } from './support/aloud.ts';
import { acceptAsAsked, ben, criteriaOf, ines, lea, mia, openDesk, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

function windowIn(answer: Answer): Modal {
  if (answer.kind !== 'open' && answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

/** The spring fair on 20 March, recorded by Mia. */
async function recorded(desk: TestDesk): Promise<string> {
  const hands = handsOf(desk, mia);
  const form = await hands.opens('launch.add', 'add');
  windowIn(await hands.submits(form, { 'launch-name.0': 'Spring fair', 'launch-date.0': '2026-03-20' }));
  const [launch] = await desk.desk.store.upcomingLaunches('T1', '2026-03-02', 9);
  if (!launch) throw new Error('nothing was recorded');
  return launch.id;
}

async function move(desk: TestDesk, id: string, date: string, revision = 1): Promise<Modal> {
  const hands = handsOf(desk, mia);
  const form = windowIn(await hands.presses('launch.edit', id));
  return windowIn(await hands.submits(form, { [`launch-date.${revision}`]: date }));
}

const fair = { date: '2026-03-20' };

test('moving a launch moves wishes along, proposes new dates on what is agreed, and leaves what is paused', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  const launch = { id, ...fair };
  const asked = { neededBy: '2026-03-20', launch };
  const [wish, agreed, held] = [await desk.ask(asked), await desk.ask(asked), await desk.ask(asked)];
  const early = await desk.ask({ neededBy: '2026-03-16', launch });
  await acceptAsAsked(desk, agreed);
  const waitsFor = { party: 'third-party', name: 'Acme' } as const;
  await desk.give(held, ines, { type: 'hold', waitsFor, reason: 'A port.', reviewOn: '2026-03-09' });

  const moved = await move(desk, id, '2026-03-27');
  expect(viewAloud(moved)).toMatchSnapshot();
  expect((await desk.view(wish)).request.neededBy).toBe('2026-03-27');
  expect((await desk.view(early)).request.neededBy).toBe('2026-03-23');
  expect((await desk.view(agreed)).inForce?.date).toBe('2026-03-20');
  expect((await desk.view(agreed)).proposed?.date).toBe('2026-03-27');
  await desk.give(agreed, ines, { type: 'sign', version: 2 });
  expect((await desk.view(agreed)).inForce?.date).toBe('2026-03-27');
  expect((await desk.view(held)).request.neededBy).toBe('2026-03-20');
});

test('where IT has suggested an earlier day, wish and suggestion each move from their own, and the words say so', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  const request = await desk.ask({ neededBy: '2026-03-20', launch: { id, ...fair } });
  await desk.give(request, ines, { type: 'claim' });
  const criteria = criteriaOf(await desk.view(request));
  const terms = { criteria, date: '2026-03-13', seen: 1 };
  await desk.give(request, ines, { type: 'accept', size: 'S', terms });
  await move(desk, id, '2026-03-27');
  const view = await desk.view(request);
  expect(view.request.neededBy).toBe('2026-03-27');
  const moved = view.history.find(({ type }) => type === 'LaunchMoved');
  expect(moved && lineFor(view, moved, 'private-thread').text).toContain(
    'to Fri, Mar 27, 2026. The date: Fri, Mar 13, 2026 → Fri, Mar 20, 2026.',
  );
});

test('a wish takes the date that its launch has by now; one that was cancelled gives none', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  await move(desk, id, '2026-03-27');
  const late = await desk.ask({ neededBy: '2026-03-20', launch: { id, ...fair } });
  expect((await desk.view(late)).request).toMatchObject({ neededBy: '2026-03-27', launch: id });
  const unknown = await desk.ask({ neededBy: '2026-03-20', launch: { id: 'L9', ...fair } });
  expect((await desk.view(unknown)).request).toMatchObject({ neededBy: '2026-03-20', launch: null });
});

test('while it is edited a request gets a launch, another one, or none', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  const request = await desk.ask();
  const hands = handsOf(desk, mia);
  const form = await hands.opens('request.edit', request);
  expect(viewAloud(form)).toContain(
    'For a launch (optional): <static_select> {Fri, Mar 20, 2026 · Spring fair}',
  );
  await hands.submits(form, { launch: launchValue({ id, ...fair }) });
  expect((await desk.view(request)).request).toMatchObject({ neededBy: '2026-03-20', launch: id });
  await hands.submits(await hands.opens('request.edit', request), { launch: 'none' });
  expect((await desk.view(request)).request).toMatchObject({ neededBy: '2026-03-20', launch: null });
});

test('who cancels a launch reads before what becomes of its requests', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  const request = await desk.ask({ neededBy: '2026-03-20', launch: { id, ...fair } });
  const hands = handsOf(desk, lea);
  const form = windowIn(await hands.presses('launch.cancel', id));
  expect(viewAloud(form)).toMatchSnapshot('before');
  expect(errorsOf(await hands.submits(form, { because: '   ' }))).toEqual({
    because: 'Please say why: whoever asked for it reads it.',
  });
  expect(
    viewAloud(windowIn(await hands.submits(form, { because: 'The hall has burnt down' }))),
  ).toMatchSnapshot('after');
  expect((await desk.view(request)).request).toMatchObject({ launch: null, neededBy: '2026-03-20' });
  const list = windowIn(await hands.types('launches'));
  expect(viewAloud(list)).toContain('No launch is to come.');
});

test('of two who change it at once, the second sees the difference', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  const form = windowIn(await handsOf(desk, ben).presses('launch.edit', id));
  await move(desk, id, '2026-03-27');
  const answer = await handsOf(desk, ben).submits(form, { 'launch-name.1': 'Spring fair in Ulm' });
  expect(viewAloud(windowIn(answer))).toMatchSnapshot();
});

test('IT looks on, and what cannot be is said beside its field', async () => {
  const desk = await openDesk();
  const id = await recorded(desk);
  expect(viewAloud(windowIn(await handsOf(desk, ines).types('launches')))).toMatchSnapshot('for IT');
  const text = 'Launches are marketing’s to record, move and cancel. Please ask the launch’s owner.';
  expect(await handsOf(desk, ines).presses('launch.edit', id)).toMatchObject({ message: { text } });
  const hands = handsOf(desk, mia);
  const form = await hands.opens('launch.add', 'add');
  expect(
    await handsOf(desk, ines).submits(form, { 'launch-name.0': 'X', 'launch-date.0': '2026-03-20' }),
  ).toMatchObject({
    message: { text },
  });
  expect(
    errorsOf(await hands.submits(form, { 'launch-date.0': '2026-02-27', 'launch-owner.0': 'UGUS' })),
  ).toEqual({
    'launch-name.0': 'Please say what is launched.',
    'launch-date.0': 'That day has passed. Please pick today or a later one.',
  });
  const guest = { 'launch-name.0': 'X', 'launch-date.0': '2026-03-20', 'launch-owner.0': 'UGUS' };
  expect(errorsOf(await hands.submits(form, guest))).toEqual({
    'launch-owner.0': 'Please pick a full member of this workspace.',
  });
});

test('what is sent twice is recorded once, moved once and cancelled once', async () => {
  const desk = await openDesk();
  const hands = handsOf(desk, mia);
  const form = await hands.opens('launch.add', 'add');
  const typed = { 'launch-name.0': 'Spring fair', 'launch-date.0': '2026-03-20' };
  for (const _ of [1, 2]) await hands.submits(form, typed, { cause: 'view:V1' });
  const coming = await desk.desk.store.upcomingLaunches('T1', '2026-03-02', 9);
  expect(coming).toHaveLength(1);
  const id = coming[0]?.id ?? '';
  const request = await desk.ask({ neededBy: '2026-03-20', launch: { id, ...fair } });
  const change = windowIn(await hands.presses('launch.edit', id));
  for (const _ of [1, 2])
    await hands.submits(change, { 'launch-date.1': '2026-03-27' }, { cause: 'view:V2' });
  const cancel = windowIn(await hands.presses('launch.cancel', id));
  for (const _ of [1, 2]) await hands.submits(cancel, { because: 'Rain' }, { cause: 'view:V3' });
  const { history } = await desk.view(request);
  expect(history.map(({ type }) => type)).toEqual([
    ...['RequestSubmitted', 'DefinitionProposed'],
    ...['LaunchMoved', 'WantedDateChanged', 'DefinitionProposed', 'LaunchCancelled'],
  ]);
  expect(await desk.desk.store.launchHistory(id, 9)).toHaveLength(3);
});

test('of more launches than a menu takes, the first to come can be picked', () => {
  const launches = Array.from({ length: 120 }, (_, index) => ({
    ...{ id: `LAUNCH${index}`, workspace: 'T1', name: `Fair ${index}`, date: '2026-04-01' },
    ...{ owner: mia, revision: 1, cancelled: false },
  }));
  const picked = launches[0] ? launchValue(launches[0]) : null;
  const [field] = launchInput(launches, picked);
  expect(field?.element).toHaveProperty('options.length', 100);
  expect(field?.element).toHaveProperty('options.99.value', 'none');
});
