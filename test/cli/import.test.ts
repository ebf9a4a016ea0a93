import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importCommand } from '../../src/cli/import.ts';
import { createClock } from '../../src/clock.ts';
import { defaultSettings } from '../../src/domain/settings/default-settings.ts';
import type { Directory } from '../../src/usecases/ports.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, ivan, mia } from '../support/sample-request.ts';

const monday = Date.UTC(2026, 2, 2, 9);

/** Mia and Ivan are members, and Ivan is in IT. */
const directory: Directory = {
  standingOf: async (person) => ({
    person,
    isMember: person === mia || person === ivan,
    isIt: person === ivan,
  }),
  person: async () => {
    throw new Error('nobody’s profile is needed');
  },
};

const file = [
  'Ref;Kind;Title;Requester;Assignee;Impact;Needed by;Tool;Team',
  'HELP-1;a change;Landing page for May;UMIA;UIVAN;high;2026-04-01;;Web',
  'HELP-2;broken;"The form; again";UMIA Mia;;;;Postwise;CRM',
].join('\r\n');

describe.each(engines)('bringing open requests along, on $engine', ({ freshUrl }) => {
  async function terminal() {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    const folder = mkdtempSync(join(tmpdir(), 'broker-import-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'open.csv');
    let count = 0;
    return {
      store,
      open: () => store.openRequests('T1', { limit: 10, offset: 0 }),
      run: (text: string, yes = false) => {
        writeFileSync(path, text);
        return importCommand([path], {
          ...{ store, clock: createClock(() => monday), fixed: {}, yes, directoryOf: () => directory },
          newId: () => `ID${++count}`,
        });
      },
    };
  }

  test('shows what a file would make, makes it once, and its clocks start now', async () => {
    const { run, store, open } = await terminal();
    expect(await run(file)).toBe(
      [
        '+ HELP-1: Landing page for May (change, for UMIA, with UIVAN)',
        '+ HELP-2: The form; again (broken, for UMIA)',
        '2 new, 0 brought along before.',
        'Columns that are not known here were left out: Team.',
        'Nothing is made yet. Add --yes to import it.',
      ].join('\n'),
    );
    expect(await open()).toEqual([]);

    expect(await run(file, true)).toContain('+ MR-1 · HELP-1: Landing page for May');
    const [first, second] = await open();
    expect(first).toMatchObject({
      ...{ number: 1, kind: 'change', requester: mia, author: mia, assignee: ivan, impact: 1 },
      ...{ neededBy: '2026-04-01', submittedAt: monday, state: { status: 'new' } },
    });
    expect(second).toMatchObject({ number: 2, kind: 'broken', assignee: null });
    expect(await store.commitments(first?.id ?? '')).toMatchObject([
      { clock: 'decision', startedAt: monday, endedAt: null },
      { clock: 'first-response', startedAt: monday, endedAt: null },
    ]);
    const said = (await store.openOutbox(20)).map(({ subject }) => subject);
    expect(said).toMatchObject([
      { purpose: 'triage-card', request: first?.id },
      { purpose: 'private-card', request: first?.id, recipient: mia },
      { purpose: 'triage-card', request: second?.id },
      { purpose: 'private-card', request: second?.id, recipient: mia },
    ]);
    expect(await store.searchRequests('T1', ['help', '2'], { match: 'all', limit: 5 })).toEqual([second?.id]);

    const again = await run(`${file}\r\nHELP-3;change;Another one;UMIA;;;;;`, true);
    expect(again).toContain('+ MR-3 · HELP-3: Another one');
    expect(again).toContain('1 new, 2 brought along before.');
    expect(await run(file, true)).toContain('Everything in the file is here already.');
    expect(await open()).toHaveLength(3);
  });

  test('what nobody has elsewhere goes to whoever usually has its like', async () => {
    const { run, store, open } = await terminal();
    const document = { ...defaultSettings('UTC'), routing: [{ tool: 'postwise', assignee: ivan }] };
    await store.write((transaction) =>
      transaction.addSettings('T1', { version: 1, document, changedBy: null, changedAt: 0 }),
    );
    expect(await run(file, true)).toContain(
      '+ MR-2 · HELP-2: The form; again (broken, for UMIA, with UIVAN)',
    );
    expect((await open()).map(({ assignee }) => assignee)).toEqual([ivan, ivan]);
  });

  test('names every fault by line and column, and makes nothing', async () => {
    const { run, open } = await terminal();
    const faulty = [
      'ref,kind,title,requester,assignee,impact,needed_by,link',
      'A-1,change,Fine,UMIA,,,,',
      'A-1,nonsense,,Mia,,huge,2026-02-30,javascript:alert(1)',
      'A-3,change,Late,UMIA,,,2026-03-01,',
      'A-4,change,Too short',
    ];
    const answer = run(faulty.join('\n'), true);
    await expect(answer).rejects.toThrow(
      [
        '  line 3, kind: “nonsense” is none of tool, change, data, launch, broken.',
        '  line 3, title: Please say in a few words what is needed.',
        '  line 3, requester: “Mia” is no Slack member ID such as U0123ABCD (in a profile: ⋮, Copy member ID).',
        '  line 3, impact: Please write high, medium or low.',
        '  line 3, needed_by: “2026-02-30” is no day such as 2026-12-31.',
        '  line 3, link: “javascript:alert(1)” is no address that begins with https:// or http://.',
        '  line 3, ref: “A-1” is in line 2 already.',
        '  line 4, needed_by: 2026-03-01 has passed. Leave it empty, or write the day that counts now.',
        '  line 5: There are 3 cells, and 8 columns.',
      ].join('\n'),
    );
    expect(await open()).toEqual([]);
  });

  test('people are looked up before anything is made', async () => {
    const { run, open } = await terminal();
    const strangers = 'ref,kind,title,requester,assignee\nA-1,change,One,UXENA,UMIA';
    await expect(run(strangers, true)).rejects.toThrow(
      [
        '  line 2, requester: This is no full member of the workspace, or Slack could not be asked.',
        '  line 2, assignee: This is nobody of IT, or Slack could not be asked.',
      ].join('\n'),
    );
    await expect(run('ref;kind;title\nA;change;One', true)).rejects.toThrow(
      'line 1, requester: There is no column “requester”.',
    );
    await expect(run('', true)).rejects.toThrow('The file is empty.');
    await expect(run('ref;"title', true)).rejects.toThrow('A quotation mark opens a cell');
    expect(await open()).toEqual([]);
  });
});
