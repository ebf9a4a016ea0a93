import { expect, test } from 'vitest';
import type { Modal } from '../../src/slack/conversation.ts';
import { viewAloud } from './support/aloud.ts';
import { ines, lea, mia, openDesk, type TestDesk } from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

async function windowOf(desk: TestDesk): Promise<Modal> {
  const answer = await handsOf(desk, lea).types('top-five');
  if (answer.kind !== 'open') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

async function threeRequests(desk: TestDesk): Promise<[string, string, string]> {
  const named = (title: string) => desk.ask({ brief: { title, outcome: null, link: null } });
  return [await named('Form'), await named('Consent banner'), await named('Partner page')];
}

test('marketing’s lead puts five first; closed ones fall out, and the rest moves up', async () => {
  const desk = await openDesk();
  const [form, consent, partner] = await threeRequests(desk);
  const modal = await windowOf(desk);
  expect(viewAloud(modal)).toMatchSnapshot('empty');
  const hands = handsOf(desk, lea);
  const order = { 'place-1.0': consent, 'place-2.0': form, 'place-4.0': partner };
  expect(await hands.submits(modal, order)).toEqual({ kind: 'nothing' });

  const places = async () => [
    (await desk.view(consent)).place,
    (await desk.view(form)).place,
    (await desk.view(partner)).place,
  ];
  expect(await places()).toEqual([1, 2, 3]);
  await desk.give(consent, mia, { type: 'withdraw', words: null });
  expect(await places()).toEqual([null, 1, 2]);
  expect(viewAloud(await windowOf(desk))).toMatchSnapshot('in order');
});

test('the cards of those below are drawn anew when one of them closes', async () => {
  const desk = await openDesk();
  const [form, consent] = await threeRequests(desk);
  const modal = await windowOf(desk);
  await handsOf(desk, lea).submits(modal, { 'place-1.0': form, 'place-2.0': consent });
  const wanted = async () => {
    const entries = await desk.desk.store.openOutbox(100);
    const card = entries.find(
      ({ subject }) =>
        subject.kind === 'upsert' && subject.purpose === 'triage-card' && subject.request === consent,
    );
    return card?.wanted;
  };
  const before = await wanted();
  await desk.give(form, mia, { type: 'withdraw', words: null });
  expect(await wanted()).toBe((before ?? 0) + 1);
});

test('the same one twice is said beside its field', async () => {
  const desk = await openDesk();
  const [form] = await threeRequests(desk);
  const twice = { 'place-1.0': form, 'place-3.0': form };
  const answer = await handsOf(desk, lea).submits(await windowOf(desk), twice);
  expect(errorsOf(answer)).toEqual({ 'place-3.0': 'It stands above already. Please pick another.' });
});

test('of two who put it in order at once, the second sees the first one’s order and keeps their own', async () => {
  const desk = await openDesk();
  const [form, consent, partner] = await threeRequests(desk);
  const [slow, quick] = [await windowOf(desk), await windowOf(desk)];
  const hands = handsOf(desk, lea);
  await hands.submits(quick, { 'place-1.0': partner });
  const answer = await hands.submits(slow, { 'place-1.0': form, 'place-2.0': consent });
  if (answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  expect(viewAloud(answer.modal)).toMatchSnapshot('after others');
  expect(await hands.submits(answer.modal)).toEqual({ kind: 'nothing' });
  expect((await desk.view(form)).place).toBe(1);
  expect((await desk.view(partner)).place).toBeNull();
});

test('nobody but marketing’s lead puts it in order', async () => {
  const desk = await openDesk();
  const [form] = await threeRequests(desk);
  const modal = await windowOf(desk);
  const refused = { kind: 'tell', message: { text: 'Only marketing’s lead puts the top five in order.' } };
  expect(await handsOf(desk, ines).types('top-five')).toMatchObject(refused);
  expect(await handsOf(desk, mia).submits(modal, { 'place-1.0': form })).toMatchObject(refused);
});
