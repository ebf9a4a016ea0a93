import { expect, test } from 'vitest';
import { recordTool, type ToolEntry } from '../../../src/usecases/stack/record-tool.ts';
import { agreeToTerm } from '../../../src/usecases/terms/terms.ts';
import { ada, gus, ines, mia, openDesk, settings } from '../../slack/support/desk.ts';

const postwise: ToolEntry = {
  ...{ person: mia, cause: 'view:1', tool: null, seen: 0 },
  typed: { name: 'Postwise', category: 'Email' },
};

test('the same delivery twice is one tool', async () => {
  const { desk } = await openDesk();
  const first = await recordTool(desk, postwise);
  expect(await recordTool(desk, postwise)).toEqual(first);
  expect(await desk.store.allTools('T1')).toHaveLength(1);
});

test('two who record the same name in the same instant make one tool', async () => {
  const { desk } = await openDesk();
  const both = await Promise.all([
    recordTool(desk, postwise),
    recordTool(desk, { ...postwise, person: ines, cause: 'view:2', typed: { name: 'POSTWISE' } }),
  ]);
  expect(both).toMatchObject([
    { value: { kind: 'recorded' } },
    { value: { kind: 'faulty', faults: { name: expect.stringContaining('in the stack already') } } },
  ]);
});

test('what changes nothing leaves no trace in the history', async () => {
  const { desk } = await openDesk();
  await recordTool(desk, postwise);
  const [tool] = await desk.store.allTools('T1');
  if (!tool) throw new Error('no tool');
  await recordTool(desk, { ...postwise, cause: 'view:3', tool: tool.id, seen: 1 });
  expect(await desk.store.toolHistory(tool.id, 5)).toHaveLength(1);
});

test('guests record nothing, and tools of nowhere are refused', async () => {
  const { desk } = await openDesk();
  expect(await recordTool(desk, { ...postwise, person: gus })).toMatchObject({
    refusal: { code: 'outsider' },
  });
  expect(await recordTool(desk, { ...postwise, tool: 'nowhere', seen: 1 })).toMatchObject({
    refusal: { code: 'no-such-tool' },
  });
});

test('nobody agrees to a word for both sides, and only leads agree', async () => {
  const { desk } = await openDesk();
  const asap = { id: 'asap', cause: 'action:1' };
  expect(await agreeToTerm(desk, { ...asap, person: mia, seen: 0 })).toMatchObject({
    refusal: { code: 'not-yours-to-agree' },
  });
  const alone = { ...settings, leads: { marketing: ada, it: ada } };
  await desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document: alone, changedBy: null, changedAt: 1 }),
  );
  await agreeToTerm(desk, { ...asap, person: ada, seen: 0 });
  await agreeToTerm(desk, { ...asap, person: ada, seen: 1 });
  const [term] = await desk.store.terms('T1');
  expect(term).toMatchObject({ id: 'asap', revision: 1, agreed: { marketing: { by: ada } } });
  expect(term?.agreed.it).toBeUndefined();
});
