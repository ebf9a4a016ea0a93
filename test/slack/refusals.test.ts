import { expect, test } from 'vitest';
import type { CommandType } from '../../src/domain/request/commands.ts';
import { closedStatuses, openStatuses } from '../../src/domain/request/request.ts';
import { transitions } from '../../src/domain/request/transitions.ts';
import { sentenceFor } from '../../src/slack/wording/refusals.ts';
import type { AnyRefusal } from '../../src/usecases/outcome.ts';
import { ines, lea, mia, openDesk } from './support/desk.ts';

/** Every refusal there is; one more in the domain asks for its sentence here. */
const refusals: { [Code in AnyRefusal['code']]: Extract<AnyRefusal, { code: Code }>[] } = {
  outsider: [{ code: 'outsider' }],
  'not-allowed': [{ code: 'not-allowed', command: 'claim', side: 'marketing' }],
  'wrong-state': [{ code: 'wrong-state', command: 'claim', status: 'done' }],
  'already-claimed': [{ code: 'already-claimed', by: ines }],
  'already-yours': [{ code: 'already-yours' }],
  'not-your-claim': [
    { code: 'not-your-claim', assignee: ines },
    { code: 'not-your-claim', assignee: null },
  ],
  'broker-takes-part': [{ code: 'broker-takes-part', person: mia }],
  'not-in-it': [{ code: 'not-in-it', person: mia }],
  'definition-changed': [{ code: 'definition-changed', version: 2 }],
  'already-signed': [
    { code: 'already-signed', side: 'it' },
    { code: 'already-signed', side: 'marketing' },
  ],
  'signed-for-other-side': [{ code: 'signed-for-other-side' }],
  'nothing-to-sign': [{ code: 'nothing-to-sign' }],
  'nothing-changed': [{ code: 'nothing-changed' }],
  'criteria-open': [
    { code: 'criteria-open', open: ['a'] },
    { code: 'criteria-open', open: ['a', 'b'] },
  ],
  'unknown-criterion': [{ code: 'unknown-criterion' }],
  'amendment-open': [
    { code: 'amendment-open', missing: 'it' },
    { code: 'amendment-open', missing: 'marketing' },
  ],
  'check-asked': [{ code: 'check-asked', check: 'security' }],
  'check-decided': [{ code: 'check-decided', check: 'security' }],
  'own-check': [{ code: 'own-check', check: 'security' }],
  'check-pending': [
    { code: 'check-pending', command: 'accept', check: 'security', waitsFor: ines },
    { code: 'check-pending', command: 'accept', check: 'security', waitsFor: 'marketing' },
    { code: 'check-pending', command: 'deliver', check: 'budget', waitsFor: 'it' },
  ],
  'stand-in-not-needed': [{ code: 'stand-in-not-needed', check: 'security', owner: ines }],
  'date-missing': [{ code: 'date-missing' }],
  'already-contested': [{ code: 'already-contested' }],
  'not-a-signer': [
    { code: 'not-a-signer', side: 'it', signer: ines },
    { code: 'not-a-signer', side: 'marketing', signer: mia },
  ],
  'silence-keeps-it-open': [{ code: 'silence-keeps-it-open' }],
  'outcome-not-asked': [{ code: 'outcome-not-asked' }],
  'not-a-lead': [{ code: 'not-a-lead' }],
  'leads-are-one': [{ code: 'leads-are-one' }],
  'standing-unchanged': [{ code: 'standing-unchanged' }],
  'standing-changed': [{ code: 'standing-changed' }],
  'standing-waits-for-other': [{ code: 'standing-waits-for-other' }],
  'merge-into-itself': [{ code: 'merge-into-itself' }],
  'unknown-check': [{ code: 'unknown-check' }],
  'only-heads-up': [
    { code: 'only-heads-up', headsUp: true },
    { code: 'only-heads-up', headsUp: false },
  ],
  'not-yours-to-take-back': [{ code: 'not-yours-to-take-back' }],
  'not-your-words': [{ code: 'not-your-words' }],
  'nothing-held': [{ code: 'nothing-held' }],
  'words-changed': [{ code: 'words-changed' }],
  'not-a-member': [{ code: 'not-a-member', person: mia }],
  'already-shared': [{ code: 'already-shared' }],
  'too-late-to-reopen': [{ code: 'too-late-to-reopen', days: 30 }],
  'no-such-request': [{ code: 'no-such-request', key: 'MR-<!channel>' }],
  'no-such-term': [{ code: 'no-such-term' }],
  'not-an-owner': [{ code: 'not-an-owner' }],
  'not-the-reviewer': [
    { code: 'not-the-reviewer', owner: ines },
    { code: 'not-the-reviewer', owner: null },
  ],
  'reviewed-already': [{ code: 'reviewed-already', by: ines }],
  'import-over': [{ code: 'import-over' }],
  'renewal-over': [{ code: 'renewal-over' }],
  'not-yours-to-agree': [{ code: 'not-yours-to-agree' }],
  'no-such-tool': [{ code: 'no-such-tool' }],
  'leads-decide': [{ code: 'leads-decide' }],
  'pulse-closed': [{ code: 'pulse-closed' }],
  'leads-and-admins': [{ code: 'leads-and-admins' }],
  'no-such-digest': [{ code: 'no-such-digest' }],
  'no-digest-channel': [{ code: 'no-digest-channel' }],
  'already-decided': [{ code: 'already-decided', by: lea }],
  'already-published': [{ code: 'already-published', by: lea }],
  'not-an-admin': [{ code: 'not-an-admin' }],
  'not-marketings-lead': [{ code: 'not-marketings-lead' }],
  'not-its-lead': [{ code: 'not-its-lead' }],
  'not-marketing': [{ code: 'not-marketing' }],
  'no-such-launch': [{ code: 'no-such-launch' }],
  'no-such-freeze': [{ code: 'no-such-freeze' }],
  'too-many-freezes': [{ code: 'too-many-freezes' }],
  'date-passed': [{ code: 'date-passed', date: '2026-02-27' }],
};

test('each refusal is a sentence with a way on', async () => {
  const desk = await openDesk();
  const { request } = await desk.view(await desk.ask());
  const spoken = Object.values(refusals)
    .flat()
    .map((refusal) => `${refusal.code}: ${sentenceFor(refusal, request)}`);
  expect(spoken.join('\n')).toMatchSnapshot();
});

test('who may do it instead is named', async () => {
  const desk = await openDesk();
  const { request } = await desk.view(await desk.ask());
  const commands = Object.keys(transitions) as CommandType[];
  const spoken = commands.map(
    (command) => `${command}: ${sentenceFor({ code: 'not-allowed', command, side: 'it' }, request)}`,
  );
  spoken.push(sentenceFor({ code: 'outsider' }, null));
  expect(spoken.join('\n')).toMatchSnapshot();
});

test('what cannot be done now says where the request is', async () => {
  const desk = await openDesk();
  const { request } = await desk.view(await desk.ask());
  const commands = Object.keys(transitions) as CommandType[];
  const statuses = [...openStatuses, ...closedStatuses];
  const spoken = [
    ...statuses.map((status) => sentenceFor({ code: 'wrong-state', command: 'accept', status }, request)),
    ...commands.map((command) => sentenceFor({ code: 'wrong-state', command, status: 'done' }, request)),
  ];
  expect(spoken.join('\n')).toMatchSnapshot();
});
