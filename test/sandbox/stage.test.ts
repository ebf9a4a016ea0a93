import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import type { ClientStage, Snapshot, StageOrder } from '../../src/sandbox/client-api.ts';
import { type Sandbox, type Story, startSandbox } from '../../src/sandbox/sandbox.ts';
import { manifest } from './desk-app.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function withStory(play: Story['play'], storyPause: () => Promise<void> = nextTurn) {
  const sandbox = await startSandbox({
    ...{ clock: createClock(Date.now), manifest, delivery: { mode: 'socket' } as const },
    ...{ stories: [{ title: 'A story', play }], storyPause },
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

test('whoever comes without an address is shown where to begin, and nothing counts as read by it', async () => {
  const sandbox = await startSandbox({
    ...{ clock: createClock(Date.now), manifest, delivery: { mode: 'socket' } },
    opening: [
      { who: 'mia', in: 'dm' },
      { who: 'tom', in: '#it-triage' },
    ],
  });
  onTestFinished(() => sandbox.close());
  await sandbox.person('ines').says('#it-triage', 'Good morning');
  expect((await stage(sandbox)).opening).toEqual([
    { as: sandbox.person('mia').id, at: expect.stringMatching(/^D/), thread: null, tab: 'messages' },
    { as: sandbox.person('tom').id, at: sandbox.channel('#it-triage').id, thread: null, tab: null },
  ]);
  const { channels } = await snapshotOf(sandbox, sandbox.person('tom').id);
  expect(channels.find(({ name }) => name === 'it-triage')?.unread).toBe(1);
});

async function order(sandbox: Sandbox, body: StageOrder): Promise<ClientStage> {
  const response = await fetch(`${sandbox.url}/client/stage`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as ClientStage;
}

async function snapshotOf(sandbox: Sandbox, as: string): Promise<Snapshot> {
  const response = await fetch(`${sandbox.url}/client/snapshot?as=${as}`);
  return (await response.json()) as Snapshot;
}

async function stage(sandbox: Sandbox): Promise<ClientStage> {
  return (await snapshotOf(sandbox, sandbox.person('mia').id)).stage;
}

test('a story plays on the page: panes, captions, and an end', async () => {
  const sandbox = await withStory(async ({ person, say, show }) => {
    show({ who: 'tom', in: '#it-triage' }, { who: 'mia', in: '#general' });
    await person('tom').says('#it-triage', 'Once upon a time');
    await say('Tom tells a story.');
    await say('He is done.');
  });
  expect(await stage(sandbox)).toMatchObject({ stories: [{ id: '0', title: 'A story' }], playing: null });
  await order(sandbox, { play: '0' });
  await expect.poll(async () => (await stage(sandbox)).playing?.ended).toBe('finished');
  expect((await stage(sandbox)).playing).toMatchObject({
    caption: 'He is done.',
    step: 2,
    panes: [
      { as: 'U00000TOM', at: 'C0ITTRIAGE', thread: null, tab: null },
      { as: 'U00000MIA', at: 'C0GENERAL', thread: null, tab: null },
    ],
  });
  expect(sandbox.messages('#it-triage')).toHaveLength(1);
  expect((await order(sandbox, { stop: true })).playing).toBeNull();
});

test('it waits while it is paused', async () => {
  const steps: string[] = [];
  let waits = 0;
  const sandbox: Sandbox = await withStory(
    async ({ say }) => {
      for (const step of ['first', 'second', 'third']) {
        steps.push(step);
        if (step === 'second') await order(sandbox, { pause: true });
        await say(step);
      }
    },
    () => {
      waits += 1;
      return nextTurn();
    },
  );
  /** Many times longer than any caption takes to read. */
  async function muchLater() {
    const until = waits + 1000;
    await expect.poll(() => waits).toBeGreaterThan(until);
  }
  await order(sandbox, { play: '0' });
  await expect.poll(async () => (await stage(sandbox)).playing?.isPaused).toBe(true);
  await muchLater();
  expect(steps).toEqual(['first', 'second']);
  await order(sandbox, { pause: false });
  await expect.poll(() => steps).toEqual(['first', 'second', 'third']);
});

test('once it is stopped it goes no further', async () => {
  let tick = () => {};
  const ticked = () =>
    new Promise<void>((resolve) => {
      tick = resolve;
    });
  let ended: unknown;
  const sandbox = await withStory(async ({ say }) => {
    await say('first').catch((error) => {
      ended = error;
      throw error;
    });
  }, ticked);
  await order(sandbox, { play: '0' });
  expect((await order(sandbox, { stop: true })).playing).toBeNull();
  tick();
  await expect.poll(() => ended).toBeInstanceOf(Error);
  expect((await stage(sandbox)).playing).toBeNull();
});

test('a story that fails says so, and another can be played', async () => {
  let broken = true;
  const sandbox = await withStory(async ({ say }) => {
    if (broken) throw new Error('the app is away');
    await say('All is well.');
  });
  await order(sandbox, { play: '0' });
  await expect.poll(async () => (await stage(sandbox)).playing?.ended).toBe('failed');
  expect((await stage(sandbox)).playing?.caption).toContain('the app is away');
  broken = false;
  await order(sandbox, { play: '0' });
  await expect.poll(async () => (await stage(sandbox)).playing?.ended).toBe('finished');
});

test('an announcement is shown to everybody until it is taken back', async () => {
  const sandbox = await withStory(async () => {});
  sandbox.announce('Demo data is on its way');
  expect(await stage(sandbox)).toMatchObject({ banner: 'Demo data is on its way' });
  expect((await order(sandbox, { play: '0' })).playing).toBeNull();
  sandbox.announce(null);
  expect(await stage(sandbox)).toMatchObject({ banner: null });
});
