import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { manifest } from './desk-app.ts';
import { call } from './raw-api.ts';
import { rawApp } from './raw-app.ts';

let folder: string;
beforeEach(() => {
  folder = freshFolder();
});

test('what happened is on disk before its answer: there after a kill, gone after a fresh start', async () => {
  const statePath = join(folder, 'deep', 'state.db');
  const first = await rawApp({ statePath });
  const view = { type: 'modal', title: { type: 'plain_text', text: 'Open' }, blocks: [] };
  const tom = first.sandbox.person('tom');
  const said = await tom.says('#it-triage', 'hello', { files: [{ name: 'a.txt', content: 'bytes' }] });
  await said.react('eyes');
  await said.reply('there');
  await tom.slash('/desk');
  await call(first.sandbox, 'views.open', { trigger_id: first.of('/desk')[0]?.trigger_id, view });
  const { teamId } = first.sandbox;

  // The first is not closed: what the second finds is what a killed process would have left.
  const second = await rawApp({ statePath });
  expect(second.sandbox.teamId).toBe(teamId);
  const again = second.sandbox.person('tom');
  const [card] = again.sees('#it-triage');
  expect(card?.text()).toBe('hello');
  expect(card?.reactions()).toEqual({ eyes: ['tom'] });
  expect(card?.thread().map((reply) => reply.text())).toEqual(['there']);
  expect((await again.modal()).title).toBe('Open');
  expect((await again.says('#it-triage', 'newer')).ts > (card?.ts ?? '')).toBe(true);
  await second.close();
  await first.close();

  const third = await rawApp({ statePath, fresh: true });
  expect(third.sandbox.teamId).not.toBe(teamId);
  expect(third.sandbox.person('tom').sees('#it-triage')).toEqual([]);
  await third.close();
});

test('an event that was never acknowledged is delivered after the restart', async () => {
  const statePath = join(folder, 'state.db');
  const first = await rawApp({ statePath });
  first.answers = () => 'silence';
  await first.sandbox.person('tom').says('#it-triage', 'hello');
  await first.arrived('message', 1);
  await first.close();
  const second = await rawApp({ statePath });
  await second.arrived('message', 1);
  expect(second.of('message')[0]?.event_id).toBe(first.of('message')[0]?.event_id);
  await second.close();
});

test('a port that is taken is named, and the next one is used', async () => {
  const clock = createClock(Date.now);
  const lines: string[] = [];
  const first = await startSandbox({ clock, manifest, delivery: { mode: 'socket' } });
  const port = Number(new URL(first.url).port);
  const second = await startSandbox({
    clock,
    manifest,
    delivery: { mode: 'socket' },
    port,
    log: (line) => lines.push(line),
  });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  expect(lines[0]).toBe(`Port ${port} is taken by another program: the sandbox tries ${port + 1}.`);
  await first.close();
  await second.close();
});
