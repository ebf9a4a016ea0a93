import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsCommand } from '../../src/cli/settings.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { openDesk } from '../slack/support/desk.ts';
import { freshFolder } from '../support/fresh-folder.ts';

test('a file that changes what “done” means is refused: both leads do that together', async () => {
  const { desk } = await openDesk();
  const exported: Settings = JSON.parse(await settingsCommand(['export'], desk));
  const file = join(freshFolder(), 'desk.json');
  const importing = (settings: Settings) => {
    writeFileSync(file, JSON.stringify(settings));
    return settingsCommand(['import', file], desk);
  };
  const { change } = exported.kinds;
  const weaker = { ...exported.kinds, change: { ...change, standing: change.standing.slice(1) } };
  await expect(importing({ ...exported, kinds: weaker })).rejects.toThrow('"done" means for change');
  const renamed = { ...exported.kinds, change: { ...change, name: 'A change to a page' } };
  expect(await importing({ ...exported, kinds: renamed })).toContain('version 2');
});

test('what a kind is called, asks and looks like goes out and comes in again', async () => {
  const { desk } = await openDesk();
  const exported: Settings = JSON.parse(await settingsCommand(['export'], desk));
  const question = { id: 'budget', label: 'Which budget pays?', type: 'text', choices: [], required: true };
  const launch = { ...exported.kinds.launch, name: 'Campaign day', emoji: ':rocket:', extra: [question] };
  const changed = {
    ...exported,
    kinds: { ...exported.kinds, launch },
    kindOrder: ['launch', 'change'],
  };
  const file = join(freshFolder(), 'desk.json');
  writeFileSync(file, JSON.stringify(changed));
  expect(await settingsCommand(['import', file], desk)).toContain('version 2');
  expect(JSON.parse(await settingsCommand(['export'], desk))).toEqual(changed);
});

test('what is wrong with a file or with the words is said, and nothing is kept of it', async () => {
  const { desk } = await openDesk();
  const before = await settingsCommand(['export'], desk);
  const exported: Settings = JSON.parse(before);
  const folder = freshFolder();
  const file = join(folder, 'desk.json');
  const importing = (text: string) => {
    writeFileSync(file, text);
    return settingsCommand(['import', file], desk);
  };
  const wrong = { ...exported, triageChannel: '#it', hours: { ...exported.hours, it: 9 } };
  await expect(importing(JSON.stringify(wrong))).rejects.toThrow(/triageChannel.*hours\.it/s);
  await expect(importing('{')).rejects.toThrow('is not JSON');
  await expect(settingsCommand(['import', join(folder, 'nowhere.json')], desk)).rejects.toThrow(
    'cannot be read',
  );
  await expect(settingsCommand(['dance'], desk)).rejects.toThrow('Usage: npm run settings');
  expect(await settingsCommand(['export'], desk)).toBe(before);
});
