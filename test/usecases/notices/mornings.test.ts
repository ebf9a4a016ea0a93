import { expect, test } from 'vitest';
import { usualNotices } from '../../../src/domain/notices/notices.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { morningMessage } from '../../../src/slack/notices/morning-message.ts';
import { chooseNotices } from '../../../src/usecases/notices/choose-notices.ts';
import { refreshMornings, sayMornings, viewMorning } from '../../../src/usecases/notices/mornings.ts';
import { messageAloud } from '../../slack/support/aloud.ts';
import { acceptAsAsked, gus, ines, mia, monday, openDesk, type TestDesk } from '../../slack/support/desk.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** What waits on Mia since Monday; the desk has looked at all mornings until then. */
async function asked(): Promise<TestDesk & { request: string }> {
  const desk = await openDesk();
  await sayMornings(desk.desk);
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  return { ...desk, request };
}

async function said({ desk }: TestDesk): Promise<string[]> {
  const entries = await desk.store.openOutbox(1000, 1000);
  return entries.flatMap(({ subject, wanted }) =>
    subject.kind === 'upsert' && subject.purpose === 'morning'
      ? [`${subject.recipient} ${subject.day} x${wanted}`]
      : [],
  );
}

function moveTo({ clock }: TestDesk, instant: number): void {
  clock.moveBy(instant - clock.now());
}

async function aloud({ desk }: TestDesk, person: PersonId, date: string): Promise<string> {
  const view = await viewMorning(desk, desk.store, person, date);
  if (!view) throw new Error('there was no morning message');
  return messageAloud(morningMessage(view, desk.clock.now()));
}

test('everybody on whom something waits gets one message a morning, however often and wherever it is tried', async () => {
  const desk = await asked();
  moveTo(desk, monday + day - 5 * minute);
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual([]);
  moveTo(desk, monday + day);
  await Promise.all([sayMornings(desk.desk), sayMornings(desk.desk), sayMornings(desk.desk)]);
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UMIA 2026-03-03 x1']);
  moveTo(desk, monday + day - 10 * minute);
  await sayMornings(desk.desk);
  moveTo(desk, monday + day + minute);
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UMIA 2026-03-03 x1']);
});

test('it is edited as things are settled, and as others come', async () => {
  const desk = await asked();
  moveTo(desk, monday + day);
  await sayMornings(desk.desk);
  await refreshMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UMIA 2026-03-03 x1']);
  expect(await aloud(desk, mia, '2026-03-03')).toMatchSnapshot('in the morning');

  await desk.give(desk.request, mia, { type: 'answer', answer: 'The long one.' });
  await refreshMornings(desk.desk);
  await refreshMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UMIA 2026-03-03 x2']);
  expect(await aloud(desk, mia, '2026-03-03')).toMatchSnapshot('all settled');

  const other = await desk.ask({ brief: { title: '<!channel> *Survey*', outcome: null, link: null } });
  await desk.give(other, ines, { type: 'ask', question: 'When?' });
  moveTo(desk, monday + day + 6 * 60 * minute);
  await refreshMornings(desk.desk);
  expect(await aloud(desk, mia, '2026-03-03')).toMatchSnapshot('another came');
});

test('what still waits on the same person in another way is not said to be settled', async () => {
  const desk = await openDesk();
  await sayMornings(desk.desk);
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  moveTo(desk, monday + day + 2 * 60 * minute);
  await sayMornings(desk.desk);
  expect(await aloud(desk, ines, '2026-03-03')).toContain('a decision comes next');
  await acceptAsAsked(desk, request);
  const working = await aloud(desk, ines, '2026-03-03');
  expect(working).toContain('You are working on it');
  expect(working).not.toContain('Settled today');
});

test('nothing is said to those who are away, who have left, or on whom nothing waits', async () => {
  const desk = await asked();
  await desk.desk.store.write((transaction) =>
    transaction.replaceAbsences(mia, [{ firstDay: '2026-03-03', lastDay: '2026-03-03' }]),
  );
  moveTo(desk, monday + day);
  await sayMornings(desk.desk);
  moveTo(desk, monday + 2 * day);
  await desk.give(desk.request, mia, { type: 'answer', answer: 'The long one.' });
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UINES 2026-03-04 x1']);
  const gone = await desk.ask({ requester: gus, author: mia });
  await desk.give(gone, ines, { type: 'ask', question: 'When?' });
  moveTo(desk, monday + 3 * day);
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UINES 2026-03-04 x1', 'T1/UINES 2026-03-05 x1']);
});

test('who wants it only then is told when something is new or late', async () => {
  const desk = await asked();
  await chooseNotices(desk.desk, mia, { ...usualNotices, morning: 'new-or-late', asks: 'morning' });
  moveTo(desk, monday + day);
  await sayMornings(desk.desk);
  moveTo(desk, monday + 2 * day);
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UMIA 2026-03-03 x1']);
  // The answer was due on Wednesday.
  moveTo(desk, monday + 3 * day);
  await sayMornings(desk.desk);
  expect(await said(desk)).toEqual(['T1/UMIA 2026-03-03 x1', 'T1/UMIA 2026-03-05 x1']);
  expect(await aloud(desk, mia, '2026-03-05')).toContain('One thing waits on you, and it is late.');
  const other = await desk.ask({ brief: { title: 'A survey', outcome: null, link: null } });
  await desk.give(other, ines, { type: 'ask', question: 'When?' });
  expect(await aloud(desk, mia, '2026-03-05')).toContain('2 things wait on you, 1 of them late.');
  moveTo(desk, monday + 10 * day);
  expect(await aloud(desk, mia, '2026-03-05')).toContain('2 things wait on you, all of them late.');
});

test('a person with very much to do gets a message that Slack takes', async () => {
  const desk = await openDesk();
  await sayMornings(desk.desk);
  for (let count = 0; count < 30; count += 1) {
    const request = await desk.ask({ brief: { title: 'W'.repeat(150), outcome: null, link: null } });
    await desk.give(request, ines, { type: 'ask', question: 'Which form?' });
  }
  moveTo(desk, monday + day);
  await sayMornings(desk.desk);
  expect(await aloud(desk, mia, '2026-03-03')).toContain('… and 20 more');
});
