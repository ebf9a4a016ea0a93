import { expect, test } from 'vitest';
import { checksNeeded } from '../../../src/domain/checks/checks-needed.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import { type Settings, settingsSchema } from '../../../src/domain/settings/settings.ts';

const people = {
  mia: 'T1/MIA',
  priya: 'T1/PRIYA',
  sam: 'T1/SAM',
  omar: 'T1/OMAR',
  lea: 'T1/LEA',
} as const satisfies Record<string, PersonId>;
const { mia, priya, sam, omar, lea } = people;
const desk = {
  ...defaultSettings('UTC'),
  leads: { it: omar, marketing: lea },
} satisfies Settings;
const byMia = { requester: mia, author: mia, toolData: [] };
const named = (facts: Partial<Parameters<typeof checksNeeded>[0]>, settings: Settings = desk) =>
  checksNeeded({ kind: 'change', details: undefined, ...byMia, ...facts }, settings.checks, {
    ...settings,
    membersOf: (group) => (group === 'S0SEC' ? [sam, priya] : []),
  });
const names = (...given: Parameters<typeof named>) => named(...given).map(({ name }) => name);

test('nothing is checked of a plain change; answers, kinds and what a tool holds say what is', () => {
  expect(names({})).toEqual([]);
  expect(names({ kind: 'tool' })).toEqual(['security']);
  expect(names({ kind: 'tool', details: { cost: '900', systems: 'CRM' } })).toEqual([
    'security',
    'integration',
    'budget',
  ]);
  expect(names({ details: { data: ['customers'] } })).toEqual(['privacy']);
  expect(names({ details: { data: ['none'] } })).toEqual([]);
  expect(names({ toolData: ['payment'] })).toEqual(['security', 'privacy']);
});

test('a check falls to its rule’s owners, else to the one named in the set-up, else to IT’s lead', () => {
  expect(named({ kind: 'tool' })[0]).toMatchObject({ owners: [omar], standIn: null });
  const setUp = { ...desk, checkOwners: { ...desk.checkOwners, security: priya } };
  expect(named({ kind: 'tool' }, setUp)[0]).toMatchObject({ owners: [priya], standIn: omar });
  const [rule] = desk.checks;
  if (!rule) throw new Error('there is a rule');
  const ruled = {
    ...setUp,
    checks: [{ ...rule, owners: [priya, sam], needs: 'all' as const, standIn: mia }],
  };
  expect(named({ kind: 'tool' }, ruled)[0]).toMatchObject({
    owners: [priya, sam],
    needs: 'all',
    standIn: omar,
  });
});

test('a group is its members, and one without any leaves the check to IT’s lead', () => {
  const [rule] = desk.checks;
  if (!rule) throw new Error('there is a rule');
  const ownedBy = (group: string) =>
    named({ kind: 'tool' }, { ...desk, checks: [{ ...rule, group }] })[0]?.owners;
  expect(ownedBy('S0SEC')).toEqual([sam, priya]);
  expect(ownedBy('S0NONE')).toEqual([omar]);
});

test('whoever raised a request is never asked about it, and a check that nobody could decide is not asked for', () => {
  const setUp = { ...desk, checkOwners: { ...desk.checkOwners, security: priya } };
  expect(named({ kind: 'tool', author: priya }, setUp)[0]?.owners).toEqual([omar]);
  expect(named({ kind: 'tool', requester: omar })[0]?.owners).toEqual([lea]);
  expect(named({ kind: 'tool' }, { ...desk, leads: { it: null, marketing: null } })).toEqual([]);
});

test('a document from before there were rules gets the usual ones, and one with two of a name is refused', () => {
  const {
    checks,
    targets: { check: _, ...targets },
    ...before
  } = JSON.parse(JSON.stringify(desk));
  expect(settingsSchema.parse({ ...before, targets })).toEqual(desk);
  const twice = { ...desk, checks: [...desk.checks, desk.checks[0]] };
  expect(settingsSchema.safeParse(twice).success).toBe(false);
  const wordy = {
    ...desk,
    checks: [
      {
        name: 'x',
        when: [],
        questions: Array.from({ length: 9 }, (_, id) => ({ id: `${id}`, text: 'Why?' })),
      },
    ],
  };
  expect(settingsSchema.safeParse(wordy).error?.issues[0]?.path).toEqual(['checks', 0, 'questions']);
  expect(checks).toHaveLength(4);
});
