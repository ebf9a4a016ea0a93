import { expect, test } from 'vitest';
import type { Modal } from '../../src/slack/conversation.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { comingUp, seeRoadmap } from '../../src/usecases/roadmap/see-roadmap.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { viewAloud } from './support/aloud.ts';
import { acceptAsAsked, gus, ines, lea, mia, omar, openDesk, type TestDesk } from './support/desk.ts';
import { handsOf } from './support/window.ts';

async function roadmapOf(desk: TestDesk, person = mia): Promise<Modal> {
  const answer = await handsOf(desk, person).types('roadmap');
  if (answer.kind !== 'open') throw new Error(JSON.stringify(answer));
  return answer.modal;
}

async function turned(desk: TestDesk, action: string, value: string): Promise<string> {
  const answer = await handsOf(desk, mia).presses(action, value);
  if (answer.kind !== 'update') throw new Error(JSON.stringify(answer));
  return viewAloud(answer.modal);
}

async function accepted(desk: TestDesk, title: string, neededBy: string): Promise<string> {
  const request = await desk.ask({ brief: { title, outcome: null, link: null }, neededBy });
  await acceptAsAsked(desk, request);
  return request;
}

/** Something of everything: agreed work, a launch, a freeze, tools on the move, and what is not done now. */
async function full(): Promise<TestDesk> {
  const desk = await openDesk();
  const { store } = desk.desk;
  await accepted(desk, 'Badges for the *fair* <!channel>', '2026-03-18');
  await accepted(desk, 'Loyalty page', '2026-04-02');
  const held = await accepted(desk, 'Partner portal', '2026-04-10');
  const waitsFor = { party: 'third-party', name: 'Acme' } as const;
  await desk.give(held, ines, { type: 'hold', waitsFor, reason: 'Acme moves.', reviewOn: '2026-03-30' });
  const later = await desk.ask({ brief: { title: 'Chat bot', outcome: null, link: null } });
  await desk.give(later, ines, { type: 'decline', reason: 'not-now', words: 'After the release.' });
  const never = await desk.ask({ brief: { title: 'Pixel', outcome: null, link: null } });
  await desk.give(never, ines, { type: 'decline', reason: 'not-secure', words: 'It leaks.' });
  await store.write((transaction) =>
    transaction.saveTools(
      asSaved([
        sampleTool({ name: 'Mailbird Classic', state: 'retiring', contract_end: '2026-03-31' }),
        sampleTool({ name: 'Askaway', state: 'pilot', contract_end: '2026-08-31', notice_days: '30' }),
        sampleTool({ name: 'Textcheck', state: 'considering' }),
      ]),
    ),
  );
  const hands = handsOf(desk, lea);
  await hands.submits(await hands.opens('launch.add', 'add'), {
    'launch-name.0': 'Spring fair',
    'launch-date.0': '2026-03-20',
  });
  const freeze = await handsOf(desk, omar).presses('freeze.add', 'add');
  if (freeze.kind !== 'update') throw new Error(freeze.kind);
  await handsOf(desk, omar).submits(freeze.modal, {
    ...{ 'freeze-what': 'The shop', 'freeze-why': 'Spring sale' },
    ...{ 'freeze-from': '2026-04-01', 'freeze-to': '2026-04-07' },
  });
  const capacity = await handsOf(desk, omar).types('capacity');
  if (capacity.kind !== 'open') throw new Error(capacity.kind);
  const usual = { 'size-S.every': '4', 'size-M.every': '1', 'size-L.every': '1' };
  await handsOf(desk, omar).submits(capacity.modal, usual);
  return desk;
}

test('the roadmap has what comes by month, what is in its way, and what does not come now', async () => {
  const desk = await full();
  expect(viewAloud(await roadmapOf(desk))).toMatchSnapshot('for marketing');
  expect(viewAloud(await roadmapOf(desk, lea))).toContain('[Top five…]');
  expect(viewAloud(await roadmapOf(desk, omar))).toContain('[What IT can do…]');
  expect(await turned(desk, 'roadmap.filter', 'turn-off 0')).toMatchSnapshot('turned off alone');
});

test('whatever stands on it opens from it', async () => {
  const desk = await full();
  const hands = handsOf(desk, mia);
  const request = await desk.desk.store.requestByNumber('T1', 1);
  const [launch] = await desk.desk.store.upcomingLaunches('T1', '2026-03-02', 1);
  const opened = async (value: string) => viewAloud(await hands.opens('roadmap.open', value));
  expect(await opened(`request ${request?.id}`)).toContain('Badges for the');
  expect(await opened(`launch ${launch?.id}`)).toContain('Spring fair');
  expect(await opened('tool Textcheck')).toContain('Textcheck');
  expect(await hands.presses('roadmap.open', 'constructor x')).toEqual({ kind: 'nothing' });
  expect(await hands.presses('roadmap.later', 'all -1')).toEqual({ kind: 'nothing' });
});

test('a long roadmap is cut into pages, and stays within what Slack takes', async () => {
  const desk = await openDesk();
  const tools = Array.from({ length: 90 }, (_, index) =>
    sampleTool({
      name: `${'W'.repeat(60)} ${index}`,
      state: 'retiring',
      contract_end: `20${27 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15`,
    }),
  );
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved(tools)));
  expect(viewAloud(await roadmapOf(desk))).toContain('page 1 of 3');
  expect(await turned(desk, 'roadmap.later', 'all 2')).toContain('page 3 of 3');
  expect(await turned(desk, 'roadmap.later', 'all 99')).toContain('page 3 of 3');
});

test('which month is now depends on where the reader is, the days of plans do not', async () => {
  const desk = await openDesk();
  await accepted(desk, 'Loyalty page', '2026-04-01');
  desk.clock.moveBy(Date.UTC(2026, 2, 31, 12) - desk.clock.now());
  const reading = async (zone: string) => {
    const { directory } = desk.desk;
    const away: Desk = {
      ...desk.desk,
      directory: { ...directory, person: async (id) => ({ ...(await directory.person(id)), zone }) },
    };
    const seen = await seeRoadmap(away, mia, { doing: null, page: 0 });
    if (!seen.ok) throw new Error(seen.refusal.code);
    const { months } = seen.value;
    return months.map(({ horizon, month, entries }) => `${horizon} ${month} ${entries.map(({ on }) => on)}`);
  };
  expect(await reading('America/Los_Angeles')).toEqual(['next 2026-04 2026-04-01']);
  expect(await reading('Pacific/Kiritimati')).toEqual(['now 2026-04 2026-04-01']);
});

test('a guest sees nothing of it', async () => {
  const desk = await openDesk();
  expect(await handsOf(desk, gus).types('roadmap')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, gus).types('launches')).toMatchObject({ kind: 'tell' });
  expect(await handsOf(desk, gus).types('freezes')).toMatchObject({ kind: 'tell' });
});

test('what is on hold takes no place of what comes', async () => {
  const desk = await openDesk();
  for (const title of ['One', 'Two']) {
    const request = await accepted(desk, title, '2026-03-10');
    const waitsFor = { party: 'it' } as const;
    await desk.give(request, ines, { type: 'hold', waitsFor, reason: 'Later', reviewOn: '2026-03-20' });
  }
  await accepted(desk, 'Three', '2026-03-12');
  const [month] = await comingUp(desk.desk, mia, 1);
  expect(month?.entries).toMatchObject([{ what: 'plan', plan: { name: 'Three' } }]);
});
