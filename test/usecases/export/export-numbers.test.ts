import { expect, test } from 'vitest';
import { exportCommand } from '../../../src/cli/export.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { parseCsv, plainCell } from '../../../src/domain/csv/csv.ts';
import type { ExportSubject } from '../../../src/domain/export/columns.ts';
import { exportParts, orderExport } from '../../../src/usecases/export/export-numbers.ts';
import { ada, ines, lea, mia, omar, openDesk, type TestDesk } from '../../slack/support/desk.ts';

async function exported(
  { desk }: TestDesk,
  what: ExportSubject,
  format: 'csv' | 'jsonl',
  sees: 'all' | 'shared' = 'all',
): Promise<string> {
  let text = '';
  for await (const part of exportParts(desk.store, 'T1', { what, format, sees })) text += part.text;
  return text;
}

/** Rows by column, with cells as they were before they were made harmless. */
function rowsIn(csv: string): Record<string, string>[] {
  const { rows, faults } = parseCsv(csv.replace('\uFEFF', ''));
  expect(faults).toEqual([]);
  const [head, ...rest] = rows;
  return rest.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, at) => [name, plainCell(cells[at] ?? '')])),
  );
}

const evil = ['=HYPERLINK("http://evil","x")', '+1', '-1', '@x', '\t=1', 'a "b", c;\nd'];

test('both formats hold the same, and no cell is a formula', async () => {
  const desk = await openDesk();
  for (const title of evil) await desk.ask({ brief: { title, outcome: title, link: null } });
  const csv = await exported(desk, 'requests', 'csv');
  expect(csv).not.toMatch(/(^|[,\n])"?[=+\-@\t]/m);
  const rows = rowsIn(csv);
  const objects = (await exported(desk, 'requests', 'jsonl'))
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(rows.map(({ title }) => title)).toEqual(evil);
  expect(objects.map(({ title }) => title)).toEqual(evil);
  expect(rows).toEqual(
    objects.map((each) =>
      Object.fromEntries(
        Object.entries(each).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    ),
  );
});

test('a row says how it went, and who owed what', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  await desk.give(request, ines, { type: 'decline', reason: 'not-now', words: 'Secret reason of IT' });
  const [row] = rowsIn(await exported(desk, 'requests', 'csv'));
  expect(row).toMatchSnapshot();
  expect(rowsIn(await exported(desk, 'history', 'csv'))).toMatchSnapshot();
});

test('the history holds facts and no words, and what IT notes for itself only where IT asks', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'comment', words: 'They never know what they want', shared: false });
  const all = await exported(desk, 'history', 'jsonl');
  expect(all).toContain('CommentAdded');
  expect(all).not.toContain('They never know');
  expect(await exported(desk, 'history', 'jsonl', 'shared')).not.toContain('CommentAdded');
});

test('the leads and the admins may, each file once for each asking', async () => {
  const desk = await openDesk();
  const order = (person: typeof mia, cause: string) =>
    orderExport(desk.desk, { person, cause, what: 'requests', format: 'csv' });
  expect(await order(mia, 'a')).toMatchObject({ ok: false });
  expect(await order(ines, 'b')).toMatchObject({ ok: false });
  for (const person of [lea, omar, ada, ada])
    expect(await order(person, `c${person}`)).toMatchObject({ ok: true });
  const entries = await desk.desk.store.openOutbox(100);
  const files = entries.flatMap(({ subject }) => (subject.kind === 'export' ? [subject] : []));
  expect(files.map(({ recipient, sees }) => [recipient, sees])).toEqual([
    [lea, 'shared'],
    [omar, 'all'],
    [ada, 'shared'],
  ]);
});

test('the same comes from the command line, with its progress beside it', async () => {
  const desk = await openDesk();
  await desk.ask();
  const run = async (...words: string[]) => {
    let text = '';
    const lines: string[] = [];
    await exportCommand(words, {
      store: desk.desk.store,
      format: 'jsonl',
      async write(part) {
        text += part;
      },
      progress: (line) => lines.push(line),
    });
    return { text, lines };
  };
  expect((await run('requests')).text).toBe(await exported(desk, 'requests', 'jsonl'));
  expect((await run('history')).lines).toEqual(['1 of 1']);
  await expect(run('everything')).rejects.toThrow(UsageError);
});
