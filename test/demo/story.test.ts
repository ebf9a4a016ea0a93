import { expect, test } from 'vitest';
import { journeyStory } from '../../src/demo/story.ts';
import { openBroker } from '../support/broker.ts';

test('the story plays to its end, and can be watched again', async () => {
  const { sandbox, clock } = await openBroker();
  const story = journeyStory(clock.now);
  for (const showing of [1, 2]) {
    const captions: string[] = [];
    await story.play({
      person: sandbox.person,
      show() {},
      say: async (caption) => void captions.push(caption),
      beat: async () => {},
    });
    expect(captions.at(-1)).toContain('Done, and both say so.');
    expect(captions.length).toBeGreaterThan(12);
    const cards = sandbox.messages('#it-triage').filter(({ threadTs }) => threadTs === null);
    expect(cards.filter(({ text }) => text.includes('Closed'))).toHaveLength(showing);
  }
});
