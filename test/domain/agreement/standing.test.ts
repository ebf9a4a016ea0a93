import { expect, test } from 'vitest';
import {
  pendingStanding,
  proposeStanding,
  type StandingVersion,
  signStanding,
  standingInForce,
} from '../../../src/domain/agreement/standing.ts';
import type { StandingCriterion } from '../../../src/domain/settings/settings.ts';

const lea = 'T1/LEA';
const omar = 'T1/OMAR';
const leads = { marketing: lea, it: omar } as const;
const live: StandingCriterion = { id: 'live', side: 'it', required: true, text: 'It is live' };
const read: StandingCriterion = { id: 'read', side: 'marketing', required: true, text: 'It was read' };

function proposed(by: 'T1/LEA' | 'T1/OMAR', versions: readonly StandingVersion[] = []): StandingVersion {
  const answer = proposeStanding({ person: by, leads, now: 1 }, 'change', [live, read], {
    inForce: [live],
    versions,
  });
  if ('code' in answer) throw new Error(answer.code);
  return answer;
}

test('one lead suggests, the other signs', () => {
  const version = proposed(lea);
  expect(version).toMatchObject({ version: 1, proposedFor: 'marketing', signed: null });
  expect(signStanding({ person: lea, leads, now: 2 }, 1, [version])).toEqual({
    code: 'standing-waits-for-other',
  });
  const signed = signStanding({ person: omar, leads, now: 2 }, 1, [version]);
  if ('code' in signed) throw new Error(signed.code);
  expect(standingInForce([{ ...version, signed: { by: omar, at: 2 } }])).toBe(1);
  expect(pendingStanding([{ ...version, signed: { by: omar, at: 2 } }])).toBeNull();
});

test('a newer suggestion takes the place of one that nobody signed', () => {
  const first = proposed(lea);
  const answer = proposeStanding({ person: omar, leads, now: 2 }, 'change', [read], {
    inForce: [live],
    versions: [first],
  });
  if ('code' in answer) throw new Error(answer.code);
  expect(answer.version).toBe(2);
  expect(signStanding({ person: omar, leads, now: 3 }, 1, [first, answer])).toEqual({
    code: 'standing-changed',
  });
  expect(signStanding({ person: lea, leads, now: 3 }, 2, [first, answer])).toMatchObject({
    signed: { by: lea },
  });
});

test('nobody else, nobody for both, and not for nothing', () => {
  const context = { leads, now: 1 };
  const state = { inForce: [live], versions: [] };
  expect(proposeStanding({ ...context, person: 'T1/MIA' }, 'change', [read], state)).toEqual({
    code: 'not-a-lead',
  });
  const one = { marketing: lea, it: lea } as const;
  expect(proposeStanding({ person: lea, leads: one, now: 1 }, 'change', [read], state)).toEqual({
    code: 'leads-are-one',
  });
  expect(proposeStanding({ ...context, person: lea }, 'change', [live], state)).toEqual({
    code: 'standing-unchanged',
  });
});

test('who became the other lead since cannot sign what they suggested', () => {
  const version = proposed(lea);
  const swapped = { marketing: omar, it: lea } as const;
  expect(signStanding({ person: lea, leads: swapped, now: 2 }, 1, [version])).toEqual({
    code: 'standing-waits-for-other',
  });
});

test('who leads the side that suggested it by now does not sign it for the other', () => {
  const later = { marketing: 'T1/MIA', it: omar } as const;
  expect(signStanding({ person: 'T1/MIA', leads: later, now: 2 }, 1, [proposed(lea)])).toEqual({
    code: 'standing-waits-for-other',
  });
});
