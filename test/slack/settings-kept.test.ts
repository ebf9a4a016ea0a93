import { expect, test } from 'vitest';
import type { RequestKind } from '../../src/domain/request/kind.ts';
import { requestKinds } from '../../src/domain/request/kind.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { settingsSchema } from '../../src/domain/settings/settings.ts';
import type { Calendar } from '../../src/domain/sla/calendar.ts';
import type { Answer, Modal } from '../../src/slack/conversation.ts';
import { signStandingVersion, suggestStanding } from '../../src/usecases/settings/change-standing.ts';
import { ada, ben, ines, lea, mia, omar, openDesk, tom } from './support/desk.ts';
import { type Hands, handsOf, type Typed } from './support/window.ts';

/** Whatever is saved in one window, all else in the settings stays. */

/** With every field, however optional: a new one that is missing below does not compile. */
type Whole<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Each)[]
    ? Whole<Each>[]
    : { [Field in keyof T]-?: Whole<T[Field]> };

const calendar = (zone: string, version: number): Calendar => ({
  ...{ zone, version },
  week: {
    monday: [
      { from: '08:30', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
    ...{ tuesday: [{ from: '09:00', to: '24:00' }], wednesday: [], thursday: [], friday: [] },
    ...{ saturday: [{ from: '10:00', to: '11:00' }], sunday: [] },
  },
  holidays: [
    { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '09:00', to: '13:00' }] },
    { date: '2026-12-25', name: 'Open house 10:00-12:00,  for guests', hours: [] },
  ],
  openings: [{ date: '2026-11-28', hours: [{ from: '10:00', to: '14:00' }] }],
});

const target = { amount: 7, unit: 'minutes' } as const;
const targets = {
  ...{ 'first-response': target, decision: target, answer: target, agreement: target },
  ...{ ruling: target, acceptance: target, check: target },
};

const kindOf = (kind: RequestKind): Whole<Settings['kinds'][RequestKind]> => ({
  ...{ name: `Our ${kind}`, line: `A line for ${kind}`, questions: ['success'], emoji: ':toolbox:' },
  standing: [
    { id: `${kind}-1`, side: 'it', required: false, text: 'It is live', evidence: 'link' },
    { id: `${kind}-2`, side: 'marketing', required: true, text: 'It was read', evidence: 'screenshot' },
  ],
  extra: [
    { id: 'where', label: 'Where?', type: 'choice', choices: ['Here', 'There'], required: true },
    { id: 'how', label: 'How?', type: 'text', choices: [], required: false },
  ],
});

const whole: Whole<Settings> = {
  triageChannel: 'C0TRIAGE',
  routing: [{ kind: 'tool', tool: 'CRM', channel: 'C0TOOLS', assignee: tom, broker: ben }],
  digest: { channel: 'C0DIGEST', weekday: 'thursday', time: '14:15', zone: 'Asia/Tokyo' },
  itUsergroup: 'S0ITTEAM',
  leads: { marketing: lea, it: omar },
  signers: { marketing: 'lead', it: ines },
  checkOwners: { security: ines, privacy: tom, integration: omar, budget: lea },
  checks: [
    {
      name: 'brand',
      when: [{ kinds: ['change'], data: ['customers'], toolData: ['contact'], answered: ['vendor'] }],
      ...{ owners: [mia, ben], group: 'S0BRAND', needs: 'all', standIn: lea, blocks: 'closing' },
      questions: [{ id: 'logo', text: 'Which logo?' }],
    },
  ],
  hours: {
    marketing: calendar('Europe/Berlin', 7),
    it: calendar('America/New_York', 3),
    checks: calendar('Asia/Kolkata', 5),
  },
  targets,
  policies: [{ kind: 'broken', priority: 1, targets }],
  alerts: { atRisk: 0.5, escalation: 2 },
  kinds: {
    ...{ tool: kindOf('tool'), change: kindOf('change'), data: kindOf('data') },
    ...{ launch: kindOf('launch'), broken: kindOf('broken') },
  },
  kindOrder: [...requestKinds].reverse(),
  emergency: 'Ring 112',
  languages: ['de'],
  reactions: {
    ...{ claim: ['raised_hand', '+1'], deliver: ['tada'], decline: [], ask: ['thinking_face'] },
    ...{ share: ['loudspeaker'], keep: ['paperclip'] },
  },
  freezes: [
    { id: 'F1', revision: 2, from: '2026-11-20', to: '2026-12-01', what: 'The shop', why: 'Peak season' },
  ],
  capacity: { usual: { S: 5, M: 3, L: 1 }, months: { '2026-03': { S: 1, M: 1, L: 0 } } },
  stack: { review: target, forgivenDays: 30 },
};

const opened = (answer: Answer): Modal => {
  if (answer.kind !== 'open') throw new Error(JSON.stringify(answer));
  return answer.modal;
};

async function openWhole(document: Settings) {
  const desk = await openDesk();
  const { store } = desk.desk;
  const version = { version: 2, document: settingsSchema.parse(document), changedBy: ada, changedAt: 0 };
  await store.write((transaction) => transaction.addSettings('T1', version));
  return { desk, document: async () => (await store.settings('T1'))?.document };
}

type Window = (hands: Hands) => Promise<Modal>;
const setUp: Window = async (hands) => opened(await hands.types('setup'));
const holidays: Window = async (hands) => opened(await hands.types('holidays'));
const emoji: Window = (hands) => hands.opens('settings.emoji', 'emoji');
const routing: Window = (hands) => hands.opens('settings.routing', 'routing');
const capacity: Window = async (hands) => opened(await hands.types('capacity'));

const { marketing, it } = whole.hours;
const newDay = { date: '2026-12-31', name: 'New Year’s Eve', hours: [] };
const listed = '2026-12-31 New Year’s Eve';

test.each<[string, Window, Typed, Partial<Settings>]>([
  ['the set-up as it is', setUp, {}, {}],
  ['another lead', setUp, { 'lead-it': 'UINES' }, { leads: { marketing: lea, it: ines } }],
  [
    'another zone of marketing',
    setUp,
    { 'zone-marketing': 'Europe/Paris' },
    { hours: { ...whole.hours, marketing: { ...marketing, zone: 'Europe/Paris', version: 8 } } },
  ],
  ['the holidays as they are', holidays, {}, {}],
  [
    'IT’s holidays',
    holidays,
    { 'holidays-it.0': listed },
    { hours: { ...whole.hours, it: { ...it, holidays: [newDay], version: 4 } } },
  ],
  ['the emoji as they are', emoji, {}, {}],
  ['one emoji', emoji, { keep: ':pushpin:' }, { reactions: { ...whole.reactions, keep: ['pushpin'] } }],
  ['the rules as they are', routing, {}, {}],
  [
    'one more rule',
    routing,
    { kind: 'data', channel: 'C0DATA' },
    { routing: [...whole.routing, { kind: 'data', channel: 'C0DATA' }] },
  ],
  [
    'what IT can do',
    capacity,
    { 'size-S.every': '9' },
    { capacity: { ...whole.capacity, usual: { S: 9, M: 3, L: 1 } } },
  ],
])('%s', async (_what, window, typed, changed) => {
  const { desk, document } = await openWhole(whole);
  const hands = handsOf(desk, window === capacity ? omar : ada);
  expect(await hands.submits(await window(hands), typed)).toEqual({ kind: 'nothing' });
  expect(await document()).toEqual({ ...whole, ...changed });
});

test('of two who have windows open at once, neither takes back what the other changed', async () => {
  const { desk, document } = await openWhole(whole);
  const hands = handsOf(desk, ada);
  const [slow, list, quick] = [await setUp(hands), await holidays(hands), await setUp(hands)];
  await hands.submits(quick, { 'lead-it': 'UINES', 'hours-it': 'Mon 10:00-11:00' });
  await hands.submits(list, { 'holidays-it.0': listed });
  await hands.submits(slow, { 'lead-marketing': 'UBEN', 'digest-time': '16:00' });
  const saved = await document();
  expect(saved).toMatchObject({ leads: { marketing: ben, it: ines }, digest: { time: '16:00' } });
  expect(saved?.hours.it).toMatchObject({
    week: { monday: [{ from: '10:00', to: '11:00' }], tuesday: [] },
    holidays: [newDay],
  });
});

test('what is always checked for one kind', async () => {
  const { desk, document } = await openWhole(whole);
  const [kept, ...gone] = whole.kinds.data.standing;
  if (!kept) throw new Error('nothing is checked');
  const order = { kind: 'data' as const, cause: 'test:suggest' };
  await suggestStanding(desk.desk, { ...order, person: lea, criteria: [kept], seen: 0 });
  await signStandingVersion(desk.desk, { ...order, person: omar, version: 1, cause: 'test:sign' });
  expect(gone).toHaveLength(1);
  expect(await document()).toEqual({
    ...whole,
    kinds: { ...whole.kinds, data: { ...whole.kinds.data, standing: [kept] } },
  });
});

test('holidays of so many years that no window has room for them', async () => {
  const years = Array.from({ length: 150 }, (_, year) => ({
    ...{ date: `${2001 + year}-05-01`, name: 'Labour Day, everywhere', hours: [] },
  }));
  const { desk, document } = await openWhole({
    ...whole,
    hours: { ...whole.hours, it: { ...it, holidays: years } },
  });
  const hands = handsOf(desk, ada);
  const window = await holidays(hands);
  expect(JSON.stringify(window)).toContain('no room here for the first days');
  await hands.submits(window);
  expect((await document())?.hours.it).toEqual({ ...it, holidays: years });
  await hands.submits(window, { 'holidays-it.0': listed });
  const saved = (await document())?.hours.it.holidays ?? [];
  expect([saved[0], saved.at(-1)]).toEqual([years[0], newDay]);
  expect(saved.length).toBeGreaterThan(40);
});
