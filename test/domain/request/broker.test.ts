import { expect, test } from 'vitest';
import { actorNamed, cast, inProgress, submitted, thenRefused, when } from './given-when-then.ts';

const named = { type: 'name-broker', broker: cast.tom } as const;

test('a broker acts for neither side, whatever side they are of elsewhere', () => {
  const story = when(submitted(), 'ines', named);
  expect(story.request.broker).toBe(cast.tom);
  expect(actorNamed(story.request, 'tom')).toMatchObject({ side: null, roles: ['broker'] });
  const refused = (command: 'claim' | 'sign') => ({ code: 'not-allowed', command, side: null }) as const;
  thenRefused(story, 'tom', { type: 'claim' }, refused('claim'));
  thenRefused(story, 'tom', { type: 'sign', version: 1 }, { ...refused('sign') });
  const said = when(story, 'tom', { type: 'comment', words: 'body-words', shared: true });
  expect(said.history.at(-1)).toMatchObject({ type: 'CommentAdded', actor: cast.tom, side: null });
});

test('whoever takes part is no broker, and a broker is given no part', () => {
  const takesPart = (person: (typeof cast)['mia' | 'ines' | 'tom']) =>
    ({ code: 'broker-takes-part', person }) as const;
  const story = inProgress();
  thenRefused(story, 'ines', { type: 'name-broker', broker: cast.mia }, takesPart(cast.mia));
  thenRefused(story, 'mia', { type: 'name-broker', broker: cast.ines }, takesPart(cast.ines));
  const handedOver = when(story, 'mia', { type: 'hand-over', to: cast.ben });
  thenRefused(handedOver, 'ines', { type: 'name-broker', broker: cast.mia }, takesPart(cast.mia));
  const brokered = when(story, 'mia', named);
  thenRefused(brokered, 'ines', { type: 'assign', to: cast.tom }, takesPart(cast.tom));
  thenRefused(brokered, 'mia', { type: 'hand-over', to: cast.tom }, takesPart(cast.tom));
  thenRefused(brokered, 'ines', named, { code: 'nothing-changed' });
  const without = when(brokered, 'tom', { type: 'name-broker', broker: null });
  expect(actorNamed(without.request, 'tom').side).toBe('it');
});
