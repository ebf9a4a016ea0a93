import { describe, expect, test } from 'vitest';
import { largestFile } from '../../src/domain/request/given-file.ts';
import type { Fault } from '../../src/sandbox/client-api.ts';
import { graceMs } from '../../src/usecases/saying/speaker.ts';
import { openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, triageCardOf } from './asking.ts';

const brief = { name: 'brief.pdf', content: 'What the page is for' };
const completing = 'files.completeUploadExternal';

async function asked() {
  const broker = await openBroker();
  const { sandbox, store, clock } = broker;
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Landing page');
  const card = await triageCardOf(ines, 'Landing page');
  /** The files that IT sees, once everything that was committed has been said. */
  async function brought(): Promise<string[]> {
    await until(async () => {
      const open = await store.openOutbox(10);
      const waits = open.some(({ status, error }) => status === 'pending' && error !== null);
      // What shows late does so by the wall's time: before it has, the app would always look too soon and begin anew.
      const isShown = sandbox.messages('#it-triage').every(({ visibleFrom }) => visibleFrom <= Date.now());
      if (waits && isShown) clock.moveBy(graceMs);
      return open.length === 0;
    });
    return card.thread().flatMap((line) => line.files());
  }
  return { ...broker, mia, ines, hers, card, brought };
}

const faults: [string, Fault][] = [
  ['completed, and the connection is reset', { kind: 'accept-then-reset', method: completing, times: 1 }],
  [
    'completed, and fatal_error',
    { kind: 'error', method: completing, code: 'fatal_error', times: 1, afterAccepting: true },
  ],
  ['not completed, and HTTP 500', { kind: 'error-500', method: completing, times: 1 }],
  ['too many completions', { kind: 'rate-limit', method: completing, retryAfter: '1', times: 1 }],
  ['no place for now', { kind: 'error-500', method: 'files.getUploadURLExternal', times: 1 }],
  ['completed, but shared only later', { kind: 'visible-late', milliseconds: 300 }],
];

test.each(faults)('%s: one copy of the file', async (_what, fault) => {
  const { sandbox, hers, ines, card, brought } = await asked();
  sandbox.control({ fault });
  await hers.reply('Here it is', { files: [brief] });
  await ines.waitForMessage({ in: '#it-triage', matching: 'Here it is', threadOf: card });
  expect(await brought()).toEqual(['brief.pdf']);
});

describe('a file that cannot cross is named to both sides, and the rest goes through', () => {
  test('because it is too large', async () => {
    const { hers, ines, mia, card, brought } = await asked();
    const film = { name: 'film.mov', content: Buffer.alloc(largestFile + 1) };
    await hers.reply('Both of them', { files: [film, brief] });
    await mia.waitForMessage({ in: 'dm', matching: 'film.mov did not cross', threadOf: hers });
    const line = await ines.waitForMessage({
      ...{ in: '#it-triage', matching: 'film.mov did not cross', threadOf: card },
    });
    expect(line.plain()).toContain('larger than 100 MB');
    expect(await brought()).toEqual(['brief.pdf']);
    expect(card.plain()).toContain('film.mov (did not cross) · brief.pdf');
  });

  test('because it is gone, or the app has no right to it', async () => {
    const { sandbox, hers, ines, mia, card, brought } = await asked();
    const gone: Fault = { kind: 'error', method: 'files.info', code: 'file_not_found', times: 1 };
    sandbox.control({ fault: gone });
    await hers.reply('This one', { files: [brief] });
    const first = await mia.waitForMessage({ in: 'dm', matching: 'did not cross', threadOf: hers });
    expect(first.plain()).toContain('attach it once more');

    sandbox.grantScopes(['chat:write', 'im:write', 'im:history', 'groups:history', 'users:read']);
    await hers.reply('And this', { files: [{ name: 'plan.csv', content: 'x' }] });
    const second = await ines.waitForMessage({
      ...{ in: '#it-triage', matching: 'plan.csv did not cross', threadOf: card },
    });
    expect(second.plain()).toContain('no right to files');
    await ines.waitForMessage({ in: '#it-triage', matching: 'And this', threadOf: card });
    expect(await brought()).toEqual([]);
  });
});
