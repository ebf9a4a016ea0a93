import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import type { AnyRefusal, Outcome } from '../../src/usecases/outcome.ts';
import { giveCommand } from '../../src/usecases/request/give-command.ts';
import { findRequest } from '../../src/usecases/request/look-up-request.ts';
import { hearReply } from '../../src/usecases/threads/hear-reply.ts';
import { type Sending, sendAcross } from '../../src/usecases/threads/send-across.ts';
import { ben, gus, ines, mia, openDesk, tom } from '../slack/support/desk.ts';

/** What the use cases themselves refuse, whatever window or button somebody came by. */

function refusalOf<Value>(outcome: Outcome<Value>): AnyRefusal {
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.refusal;
}

test('a request is found by its key by whoever is no guest, and acted on only if it is there', async () => {
  const { desk, ask, refusedTo } = await openDesk();
  const request = await ask();
  expect(await findRequest(desk, mia, ' mr-1 ')).toMatchObject({
    ok: true,
    value: { view: { request: { id: request } } },
  });
  expect(refusalOf(await findRequest(desk, mia, ' MR-99 '))).toEqual({
    code: 'no-such-request',
    key: 'MR-99',
  });
  expect(refusalOf(await findRequest(desk, gus, 'MR-1'))).toEqual({ code: 'outsider' });
  expect(await refusedTo('nothing', mia, { type: 'follow' })).toMatchObject({ code: 'no-such-request' });
  expect(await refusedTo(request, mia, { type: 'hand-over', to: gus })).toEqual({
    code: 'not-a-member',
    person: gus,
  });
});

test('whoever tries what they may not is in the log, with what they tried and why it was refused', async () => {
  const { desk, ask } = await openDesk();
  const request = await ask();
  const lines: object[] = [];
  const log = { ...desk.log, info: (fields: object) => lines.push(fields) };
  const order = {
    request,
    person: ben,
    intent: { type: 'withdraw', words: null },
    cause: 'test:log',
  } as const;
  const refusal = refusalOf(await giveCommand({ ...desk, log }, order));
  expect(lines).toEqual([{ refusal, command: 'withdraw', person: ben, cause: 'test:log' }]);
});

test('only its author sends a message of IT across, as it reads now, and once', async () => {
  const { desk, ask } = await openDesk();
  const request = await ask();
  const place = { workspace: desk.workspace, channel: 'C0TRIAGE', threadTs: null, request };
  await desk.store.write((transaction) =>
    transaction.saveLocation({
      ...{ ...place, ts: '1.0', purpose: 'triage-card', recipient: null, event: null, supersededAt: null },
    }),
  );
  const at = { channel: 'C0TRIAGE', ts: '2.0' };
  const note = { ...at, threadTs: '1.0', person: ines, words: 'It is the cache', cause: 'test:3', files: [] };
  await hearReply(desk, note);
  const words = (await desk.store.threadMessage(desk.workspace, 'C0TRIAGE', '2.0'))?.words ?? '';
  let causes = 0;
  const sent = (person: PersonId, change: Partial<Sending> = {}) =>
    sendAcross(desk, { ...at, as: 'share', words, person, cause: `test:send:${++causes}`, ...change });

  expect(refusalOf(await sent(tom))).toEqual({ code: 'not-your-words' });
  expect(refusalOf(await sent(ines, { words: 'nothing' }))).toEqual({ code: 'words-changed' });
  expect(refusalOf(await sent(ines, { as: 'correct' }))).toEqual({ code: 'words-changed' });
  expect((await sent(ines)).ok).toBe(true);
  expect(refusalOf(await sent(ines))).toEqual({ code: 'already-shared' });
});
