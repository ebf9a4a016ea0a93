import { expect, test } from 'vitest';
import { decide } from '../../../src/domain/request/decide.ts';
import { actorOn, type Signers } from '../../../src/domain/request/rights.ts';
import { cast, start, submitted, terms, when } from './given-when-then.ts';

const leads = { marketing: cast.lea, it: cast.omar };
const story = when(submitted(), 'ines', { type: 'claim' });
const context = (person: (typeof cast)['ben' | 'ines' | 'mia'], signers: Signers) => ({
  actor: actorOn(story.request, { person, isMember: true, isIt: person === cast.ines }, leads, signers),
  now: start + 60_000,
  cause: 'test',
  isIt: () => false,
});

test('whoever may not sign for IT still decides for it, and the signature is waited for', () => {
  const signers = { marketing: null, it: cast.omar };
  const accepted = decide(story.request, { type: 'accept', size: 'M', terms }, context(cast.ines, signers));
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  expect(accepted.request.state).toEqual({ status: 'agreeing', missing: 'it' });
  expect(decide(accepted.request, { type: 'sign', version: 1 }, context(cast.ines, signers))).toEqual({
    ok: false,
    refusal: { code: 'not-a-signer', side: 'it', signer: cast.omar },
  });
  const changed = { ...terms, date: '2026-03-27' };
  expect(
    decide(story.request, { type: 'accept', size: 'M', terms: changed }, context(cast.ines, signers)),
  ).toMatchObject({ ok: false, refusal: { code: 'not-a-signer' } });
});

test('somebody of neither side signs where the settings name them, and does nothing else', () => {
  const signers = { marketing: cast.ben, it: null };
  const changed = { ...terms, date: '2026-03-27' };
  const accepted = decide(
    story.request,
    { type: 'accept', size: 'M', terms: changed },
    context(cast.ines, signers),
  );
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  expect(decide(accepted.request, { type: 'sign', version: 2 }, context(cast.mia, signers))).toMatchObject({
    ok: false,
  });
  const signed = decide(accepted.request, { type: 'sign', version: 2 }, context(cast.ben, signers));
  expect(signed.ok && signed.request.state.status).toBe('in-progress');
  expect(
    decide(accepted.request, { type: 'withdraw', words: null }, context(cast.ben, signers)),
  ).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
});
