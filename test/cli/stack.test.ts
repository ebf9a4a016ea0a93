import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stackCommand } from '../../src/cli/stack.ts';
import { createClock } from '../../src/clock.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, mia } from '../support/sample-request.ts';

describe.each(engines)('the command line on $engine', ({ freshUrl }) => {
  async function terminal() {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    const file = join(freshFolder(), 'stack.csv');
    let count = 0;
    const newId = () => {
      count += 1;
      return `TOOL${count}`;
    };
    const progress: string[] = [];
    return {
      ...{ store, file, progress },
      holds: () => readFileSync(file, 'utf8'),
      save: (text: string) => writeFileSync(file, text),
      run: (verb: string, yes = false) =>
        stackCommand([verb, file], {
          ...{ store, clock: createClock(() => 7), newId, yes, progress: (line) => progress.push(line) },
        }),
    };
  }

  const rows = [
    'name;category;purpose;business_owner;integrations',
    'Postwise;Email;"=1+1; or so";UMIA;Harbor CRM',
    'Harbor CRM;CRM and sales;Customers;;Postwise',
  ].join('\r\n');

  test('shows what a file would change, changes it, and is idle the second time', async () => {
    const { run, save, store, progress } = await terminal();
    save(rows);
    expect(await run('import')).toBe(
      [
        '+ Postwise',
        '+ Harbor CRM',
        '2 new, 0 changed, 0 unchanged. Tools that are not in the file stay as they are.',
        'Nothing is changed yet. Add --yes to import it.',
      ].join('\n'),
    );
    expect(await store.allTools('T1')).toEqual([]);

    expect(await run('import', true)).toContain('Imported.');
    expect(progress).toEqual(['2 of 2 tools written']);
    expect(await store.allTools('T1')).toMatchObject([
      { name: 'Harbor CRM' },
      { name: 'Postwise', purpose: '=1+1; or so', businessOwner: mia },
    ]);
    expect(await run('import', true)).toContain('The stack is as the file says already.');

    save(rows.replace('Customers', 'Customers and leads'));
    expect(await run('import')).toContain('~ Harbor CRM: purpose: "Customers" -> "Customers and leads"');
  });

  test('an export is imported without a change, even through a spreadsheet', async () => {
    const { run, save, store, holds } = await terminal();
    await store.write((transaction) =>
      transaction.savePerson({ id: mia, name: 'Mia', zone: null, isMember: true, isAdmin: false, readAt: 1 }),
    );
    save(rows);
    await run('import', true);
    const before = await store.allTools('T1');

    await run('export');
    expect(holds()).toContain('"\'=1+1; or so"');
    expect(holds()).toContain(',UMIA Mia,');
    expect(await run('import', true)).toContain('0 new, 0 changed, 2 unchanged');
    expect(await store.allTools('T1')).toEqual(before);
  });

  test('one bad row, and nothing is imported', async () => {
    const { run, save, store } = await terminal();
    save(`${rows}\r\nThird;Nonsense;;;`);
    await expect(run('import', true)).rejects.toThrow(
      /Nothing was imported.*\n {2}line 4, category: “Nonsense” is no/,
    );
    expect(await store.allTools('T1')).toEqual([]);
  });
});
