import { expect, test } from 'vitest';
import type { GivenFile } from '../../src/domain/request/given-file.ts';
import type { ViewValues } from '../../src/slack/conversation.ts';
import { fileErrors } from '../../src/slack/files/file-errors.ts';
import { filesIn, givenFiles } from '../../src/slack/files/given-files.ts';
import { filesLine, leftBehindLine } from '../../src/slack/files/words.ts';
import { heldReplyMessage } from '../../src/slack/saying/held-reply.ts';
import { type Attachment, reasonsLeftBehind } from '../../src/usecases/threads/attachments.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { mia, openDesk } from './support/desk.ts';
import { errorsOf, handsOf } from './support/window.ts';

const brief: GivenFile = { source: 'F1', name: 'brief *draft*.pdf', size: 10 };
const attachment: Attachment = {
  ...{ ...brief, id: 'A1', workspace: 'T1', request: 'R1', fact: 1, side: 'marketing', author: mia },
  ...{ message: null, shared: true, leftBehind: null, copy: null, checksum: null },
};

test.each(reasonsLeftBehind)('a file that stays behind is named, with what helps: %s', async (leftBehind) => {
  const desk = await openDesk();
  const line = leftBehindLine(await desk.view(await desk.ask()), { ...attachment, leftBehind });
  expect(line && messageAloud(line)).toMatchSnapshot();
});

test('the cards name a few files', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...attachment, name: `part ${index + 1}.pdf` }));
  const blocks = filesLine([{ ...attachment, leftBehind: 'too-large' }, ...many]);
  expect(messageAloud({ text: 'files', blocks })).toMatchSnapshot();
  expect(filesLine([])).toEqual([]);
});

test.each(['key', 'password', 'customers'] as const)('what is held back says why: %s', (secret) => {
  const held = { kind: 'prompt', about: 'held-reply', channel: 'D1', threadTs: '1.1', ts: '1.2' } as const;
  expect(messageAloud(heldReplyMessage({ ...held, recipient: mia, secret }))).toMatchSnapshot();
});

test('the window to attach more', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  const hands = handsOf(desk, mia);
  const modal = await hands.opens('request.more', `attach ${request}`);
  expect(viewAloud(modal)).toMatchSnapshot();
  expect(errorsOf(await hands.submits(modal))).toMatchSnapshot('without a file');
  expect(errorsOf(await hands.submits(modal, { files: ['film.mov 200000000'] }))).toMatchSnapshot(
    'too large',
  );
  expect(await hands.submits(modal, { files: ['plan.csv'], words: 'The plan' })).toEqual({ kind: 'nothing' });
  const { files, history, said } = await desk.view(request);
  expect(files).toMatchObject([{ name: 'plan.csv', side: 'marketing', shared: true, author: mia }]);
  const added = history.at(-1);
  expect(added?.type === 'CommentAdded' && said(added.words)).toBe('The plan\n📎 plan.csv');
});

test('names are made safe, and what was deleted counts for nothing', () => {
  const given = givenFiles([
    { id: 'F1', name: 'evil\u202Egpj.exe\n\u0000', size: 3 },
    { id: 'F2', name: null },
    { id: 'F3', name: 'gone.txt', mode: 'tombstone' },
    { id: 'F4', name: 'x'.repeat(400) },
  ]);
  expect(given.map(({ name }) => name)).toEqual([
    'evilgpj.exe',
    'a file without a name',
    `${'x'.repeat(149)}…`,
  ]);
  const values: ViewValues = { a: { b: { files: [{ id: 'F1', name: 'a.txt', size: 1 }] } }, c: { d: {} } };
  expect(filesIn(values)).toEqual([{ source: 'F1', name: 'a.txt', size: 1 }]);
  expect(fileErrors(given)).toBeNull();
});
