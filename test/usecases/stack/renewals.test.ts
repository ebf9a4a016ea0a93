import { expect, test } from 'vitest';
import type { OutboxSubject } from '../../../src/usecases/saying/outbox.ts';
import { lookAtRenewal, renewalsToLookAt } from '../../../src/usecases/stack/ask-about-renewals.ts';
import { answerRenewal, renewalsAhead } from '../../../src/usecases/stack/renewals.ts';
import { ines, lea, mia, openDesk, type TestDesk, tom } from '../../slack/support/desk.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

async function withPostwise(cells = {}): Promise<TestDesk> {
  const desk = await openDesk();
  const tool = sampleTool({
    name: 'Postwise',
    ...{ business_owner: 'UMIA', technical_owner: 'UINES', contract_end: '2026-08-01', notice_days: '90' },
    ...cells,
  });
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([tool])));
  return desk;
}

async function told({ desk }: TestDesk): Promise<string[]> {
  const subjects = (await desk.store.openOutbox(100)).map(({ subject }) => subject);
  const isAsked = (subject: OutboxSubject) => subject.kind === 'tell' && subject.about.topic === 'renewal';
  return subjects
    .filter(isAsked)
    .map((subject) =>
      subject.kind === 'tell' && subject.about.topic === 'renewal'
        ? `${subject.about.matter} ${subject.recipient}`
        : '',
    );
}

async function look({ desk }: TestDesk): Promise<void> {
  for (const id of await renewalsToLookAt(desk)) await lookAtRenewal(desk, id);
}

test('a question is put once, however often and from wherever it is tried, and never at night', async () => {
  const desk = await withPostwise();
  await look(desk);
  expect(await told(desk)).toEqual([]);
  desk.clock.moveBy(2 * day + 12 * hour);
  await look(desk);
  expect(await told(desk)).toEqual([]);
  const next = await desk.desk.store.nextRenewalLook('T1', desk.clock.now());
  expect(new Date(next ?? 0).toISOString()).toBe('2026-03-05T09:00:00.000Z');

  desk.clock.moveBy(12 * hour);
  await Promise.all(Array.from({ length: 5 }, () => lookAtRenewal(desk.desk, 'Postwise')));
  expect(await told(desk)).toEqual([`first ${mia}`, `first ${ines}`]);
  await look(desk);
  expect(await told(desk)).toHaveLength(2);
});

test('another notice period is no other question, another end of the contract is', async () => {
  const desk = await withPostwise();
  desk.clock.moveBy(3 * day);
  await look(desk);
  const changed = (cells: object, revision: number) =>
    sampleTool(
      { name: 'Postwise', business_owner: 'UMIA', technical_owner: 'UINES', notice_days: '90', ...cells },
      { revision },
    );
  const save = (tool: ReturnType<typeof changed>) =>
    desk.desk.store.write((transaction) => transaction.saveTools(asSaved([tool])));
  await save(changed({ contract_end: '2026-08-01', notice_days: '91' }, 2));
  await look(desk);
  expect(await told(desk)).toHaveLength(2);
  await save(changed({ contract_end: '2026-08-02' }, 3));
  await look(desk);
  expect(await told(desk)).toHaveLength(4);
});

test('only those who have a say answer, and the figures for both leads follow', async () => {
  const desk = await withPostwise({ cost: '12000', currency: 'EUR' });
  const answer = (person: typeof mia, cause: string, contractEnd = '2026-08-01') =>
    answerRenewal(desk.desk, {
      ...{ person, cause, tool: 'Postwise', contractEnd },
      ...{ verdict: 'retire', reached: 'no', words: null },
    });
  expect(await answer(tom, 'a')).toEqual({ ok: false, refusal: { code: 'not-an-owner' } });
  expect(await answer(mia, 'b', '2025-08-01')).toEqual({ ok: false, refusal: { code: 'renewal-over' } });
  expect(await answer(mia, 'c')).toMatchObject({ ok: true });
  expect(await answer(mia, 'c')).toMatchObject({ ok: true });
  expect((await desk.desk.store.renewalsOf('Postwise'))[0]?.answers).toHaveLength(1);
  expect(await renewalsAhead(desk.desk, 90)).toMatchObject([
    { noticeOn: '2026-05-03', standing: { is: 'open', waitsFor: [ines] }, reached: ['no'] },
  ]);
  await answer(lea, 'd');
  expect(await renewalsAhead(desk.desk, 90)).toMatchObject([
    { tool: { cost: { amount: 12_000 } }, standing: { is: 'decided', verdict: 'retire' } },
  ]);
  expect(await renewalsAhead(desk.desk, 30)).toEqual([]);
});
