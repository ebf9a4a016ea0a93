import { expect, test } from 'vitest';
import { overlapMessage } from '../../../src/slack/stack/overlap-message.ts';
import type { Directory } from '../../../src/usecases/ports.ts';
import { keepBoth } from '../../../src/usecases/stack/keep-both.ts';
import { overlapsToLookAt, tellOfOverlaps } from '../../../src/usecases/stack/tell-of-overlaps.ts';
import { messageAloud } from '../../slack/support/aloud.ts';
import { mia, openDesk, type TestDesk } from '../../slack/support/desk.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const hour = 60 * 60_000;

const mail = (name: string, revision = 1) =>
  sampleTool(
    { name, category: 'email', purpose: 'Newsletters', business_owner: 'UMIA', technical_owner: 'UINES' },
    { revision },
  );

async function record({ desk }: TestDesk, ...tools: ReturnType<typeof mail>[]): Promise<void> {
  await desk.store.write((transaction) => transaction.saveTools(asSaved(tools)));
}

async function look({ desk }: TestDesk): Promise<void> {
  for (const _ of await overlapsToLookAt(desk)) await tellOfOverlaps(desk);
}

async function told({ desk }: TestDesk) {
  const entries = await desk.store.openOutbox(100);
  return entries.flatMap(({ subject }) =>
    subject.kind === 'tell' && subject.about.topic === 'overlaps'
      ? [{ to: subject.recipient.slice(3), about: subject.about }]
      : [],
  );
}

test('each owner hears of a new pair once, of all new ones together, and not of what was kept', async () => {
  const desk = await openDesk();
  await record(desk, mail('Postwise'));
  await look(desk);
  expect(await told(desk)).toEqual([]);

  await record(desk, mail('Letterbird'), mail('Sendsome'));
  await look(desk);
  const first = await told(desk);
  expect(first.map(({ to, about }) => `${to} ${about.pairs.length}`)).toEqual(['UINES 3', 'UMIA 3']);
  const message = first[0] && (await overlapMessage(desk.desk, first[0].about));
  expect(message && messageAloud(message)).toMatchSnapshot();

  await record(desk, mail('Letterbird', 2));
  await look(desk);
  expect(await told(desk)).toHaveLength(2);
  expect(await overlapsToLookAt(desk.desk)).toEqual([]);

  await record(desk, mail('Mailwing'));
  for (const other of ['Postwise', 'Letterbird', 'Sendsome']) {
    await keepBoth(desk.desk, { person: mia, cause: other, tool: 'Mailwing', other, because: 'Partners' });
  }
  await look(desk);
  expect(await told(desk)).toHaveLength(2);
});

test('nobody hears of it at night, and a stack that is being filled is no news', async () => {
  const desk = await openDesk();
  desk.clock.moveBy(-3 * hour);
  await record(desk, mail('Postwise'), mail('Letterbird'));
  await look(desk);
  expect(await told(desk)).toEqual([]);
  const next = await desk.desk.store.nextComparison('T1', desk.clock.now());
  expect(new Date(next ?? 0).toISOString()).toBe('2026-03-02T09:00:00.000Z');
  desk.clock.moveBy(3 * hour);
  await look(desk);
  expect(await told(desk)).toHaveLength(2);

  await record(desk, ...Array.from({ length: 60 }, (_, index) => mail(`Mailer ${index}`)));
  await look(desk);
  expect(await overlapsToLookAt(desk.desk)).toEqual([]);
  expect(await told(desk)).toHaveLength(2);
});

test('a tool that is changed while it is compared is compared again', async () => {
  const desk = await openDesk();
  await record(desk, mail('Postwise'), mail('Letterbird'));
  let isChanged = false;
  const directory: Directory = {
    ...desk.desk.directory,
    async person(id) {
      const isFirst = !isChanged;
      isChanged = true;
      if (isFirst) await record(desk, mail('Postwise', 2));
      return desk.desk.directory.person(id);
    },
  };
  await tellOfOverlaps({ ...desk.desk, directory });
  expect(await overlapsToLookAt(desk.desk)).toEqual(['Postwise']);
  await look(desk);
  expect(await overlapsToLookAt(desk.desk)).toEqual([]);
});
