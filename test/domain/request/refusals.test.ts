import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  cast,
  delivered,
  inProgress,
  securityCheck,
  submitted,
  thenRefused,
  when,
} from './given-when-then.ts';

/** Refusals that no story of another test comes across, and the law that none is left out. */

const words = 'body-words';

test('there is nothing to sign, and nothing to drop, where nothing was suggested', () => {
  const story = inProgress();
  thenRefused(story, 'mia', { type: 'sign', version: 2 }, { code: 'nothing-to-sign' });
  thenRefused(story, 'mia', { type: 'drop-amendment' }, { code: 'nothing-to-sign' });
});

test('a criterion that was never agreed is neither ticked nor missed', () => {
  const unknown = { code: 'unknown-criterion' } as const;
  thenRefused(inProgress(), 'ines', { type: 'tick', ticked: ['it-9'] }, unknown);
  // The other side's own are not ticked for it.
  thenRefused(inProgress(), 'ines', { type: 'tick', ticked: ['mk-1'] }, unknown);
  thenRefused(delivered(), 'mia', { type: 'reject', failed: ['mk-9'], words }, unknown);
  const done = when(delivered(), 'mia', { type: 'confirm' });
  thenRefused(done, 'mia', { type: 'reopen', failed: ['mk-9'], words }, unknown);
});

test('silence closes nothing that is larger, and nothing before it was asked twice', () => {
  const open = { code: 'silence-keeps-it-open' } as const;
  thenRefused(delivered(), 'clock', { type: 'close-unconfirmed' }, open);
  const once = when(delivered(), 'clock', { type: 'nudge' });
  const twice = when(once, 'clock', { type: 'nudge' });
  thenRefused(twice, 'clock', { type: 'nudge' }, { code: 'nothing-changed' });
  thenRefused(twice, 'clock', { type: 'close-unconfirmed' }, open);
});

test('nobody looks back at an outcome before they are asked to', () => {
  const done = when(delivered(), 'mia', { type: 'confirm' });
  const judge = { type: 'judge-outcome', verdict: 'keep', words: null } as const;
  thenRefused(done, 'mia', judge, { code: 'outcome-not-asked' });
  const asked = when(done, 'clock', { type: 'ask-outcome' });
  when(asked, 'mia', judge);
});

test('a check that nobody asked for waits on nobody', () => {
  const checked = when(submitted(), 'ines', { type: 'request-check', check: securityCheck });
  thenRefused(checked, 'ben', { type: 'approve-check', check: 'budget' }, { code: 'unknown-check' });
});

test('two people act at once: the second hears of the first', () => {
  const story = submitted();
  const taken = when(story, 'ines', { type: 'claim' });
  thenRefused(taken, 'tom', { type: 'claim' }, { code: 'already-claimed', by: cast.ines });
  thenRefused(taken, 'tom', { type: 'release' }, { code: 'not-your-claim', assignee: cast.ines });
  const declined = when(taken, 'tom', { type: 'decline', reason: 'not-now', words });
  const accept = { type: 'decline', reason: 'not-now', words } as const;
  thenRefused(declined, 'ines', accept, { code: 'wrong-state', command: 'decline', status: 'declined' });
});

test('every refusal of the closed list is provoked by some test', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
  const codes = [...read('src/domain/request/refusal.ts').matchAll(/code: '([\w-]+)'/g)].map(
    ([, code]) => code,
  );
  // The sentences' own list names all of them, and provokes none.
  const stories = globSync('test/**/*.test.ts', { cwd: root }).filter(
    (file) => !file.includes('slack/refusals'),
  );
  const told = stories.map(read).join('\n');
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !told.includes(`'${code}'`))).toEqual([]);
});
