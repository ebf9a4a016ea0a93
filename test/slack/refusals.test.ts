import { expect, test } from 'vitest';
import type { CommandType } from '../../src/domain/request/commands.ts';
import { closedStatuses, openStatuses } from '../../src/domain/request/request.ts';
import { transitions } from '../../src/domain/request/transitions.ts';
import { sentenceFor } from '../../src/slack/wording/refusals.ts';
import type { AnyRefusal } from '../../src/usecases/outcome.ts';
import { ines, mia, openDesk } from './support/desk.ts';

const refusals: AnyRefusal[] = [
  { code: 'outsider' },
  { code: 'already-claimed', by: ines },
  { code: 'already-yours' },
  { code: 'not-your-claim', assignee: ines },
  { code: 'not-your-claim', assignee: null },
  { code: 'not-in-it', person: mia },
  { code: 'definition-changed', version: 2 },
  { code: 'already-signed', side: 'it' },
  { code: 'already-signed', side: 'marketing' },
  { code: 'signed-for-other-side' },
  { code: 'nothing-to-sign' },
  { code: 'nothing-changed' },
  { code: 'criteria-open', open: ['a'] },
  { code: 'criteria-open', open: ['a', 'b'] },
  { code: 'unknown-criterion' },
  { code: 'amendment-open', missing: 'it' },
  { code: 'amendment-open', missing: 'marketing' },
  { code: 'already-contested' },
  { code: 'merge-into-itself' },
  { code: 'unknown-check' },
  { code: 'only-heads-up', headsUp: true },
  { code: 'only-heads-up', headsUp: false },
  { code: 'too-late-to-reopen', days: 30 },
  { code: 'no-such-request', key: 'MR-<!channel>' },
  { code: 'not-an-admin' },
  { code: 'settings-fixed', variables: ['TRIAGE_CHANNEL', 'IT_USERGROUP'] },
  { code: 'date-passed', date: '2026-02-27' },
];

test('each refusal is a sentence with a way on', async () => {
  const desk = await openDesk();
  const { request } = await desk.view(await desk.ask());
  const spoken = refusals.map((refusal) => `${refusal.code}: ${sentenceFor(refusal, request)}`);
  expect(spoken.join('\n')).toMatchSnapshot();
});

test('who may do it instead is named', async () => {
  const desk = await openDesk();
  const { request } = await desk.view(await desk.ask());
  const commands = Object.keys(transitions) as CommandType[];
  const spoken = commands.map(
    (command) => `${command}: ${sentenceFor({ code: 'not-allowed', command, side: 'it' }, request)}`,
  );
  spoken.push(sentenceFor({ code: 'not-allowed', command: 'claim', side: 'marketing' }, request));
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
