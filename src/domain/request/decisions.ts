import { agreeing } from './agreeing.ts';
import { asking } from './asking.ts';
import { checking } from './checking.ts';
import { deciding } from './deciding.ts';
import type { CommandOnRequest, DecisionsOf } from './decision.ts';
import { ending } from './ending.ts';
import { launching } from './launching.ts';
import { working } from './working.ts';

/** What each command does once the table of transitions has let it through. */
export const decisions: DecisionsOf<CommandOnRequest['type']> = {
  ...asking,
  ...deciding,
  ...agreeing,
  ...checking,
  ...working,
  ...ending,
  ...launching,
};
