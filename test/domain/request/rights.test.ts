import { expect, test } from 'vitest';
import { actorOn, launchKeeper } from '../../../src/domain/request/rights.ts';
import { cast, submitted } from './given-when-then.ts';

const { request } = submitted();
const leads = { marketing: cast.lea, it: cast.omar };
const on = (person: (typeof cast)['mia' | 'ben' | 'ines' | 'lea' | 'omar'], isIt = false) =>
  actorOn({ ...request, author: cast.ines }, { person, isMember: true, isIt }, leads);

test('who asked and who filed it act for marketing on it, wherever they work', () => {
  expect(on(cast.mia)).toEqual({ person: cast.mia, side: 'marketing', roles: ['requester'] });
  expect(on(cast.ines, true)).toEqual({ person: cast.ines, side: 'marketing', roles: ['requester'] });
});

test('leads act for the side they lead, on what others asked for and on their own', () => {
  expect(on(cast.lea)).toEqual({ person: cast.lea, side: 'marketing', roles: ['marketing-lead'] });
  expect(on(cast.lea, true).side).toBe('marketing');
  expect(on(cast.omar)).toEqual({ person: cast.omar, side: 'it', roles: ['it', 'it-lead'] });
  const own = actorOn(
    { ...request, requester: cast.lea },
    { person: cast.lea, isMember: true, isIt: false },
    leads,
  );
  expect(own.roles).toEqual(['requester', 'marketing-lead']);
});

test('everybody else looks on, and nobody from outside', () => {
  expect(on(cast.ben)).toEqual({ person: cast.ben, side: null, roles: ['colleague'] });
  const gus = actorOn(request, { person: cast.gus, isMember: false, isIt: true }, leads);
  expect(gus).toEqual({ person: cast.gus, side: null, roles: [] });
});

test('whoever keeps a launch does not sign for marketing where somebody else does', () => {
  const signers = { marketing: cast.lea, it: null };
  expect(launchKeeper(cast.kim, signers)).toMatchObject({ roles: ['launch-keeper'], signer: cast.lea });
  expect(launchKeeper(cast.lea, signers).signer).toBeUndefined();
});
