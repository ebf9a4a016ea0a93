import type { StaticSelect } from '@slack/types';
import type { Side } from '../../domain/person.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import type { Request } from '../../domain/request/request.ts';
import { transitions } from '../../domain/request/transitions.ts';
import { menu } from '../kit/blocks.ts';

/** What is done less often, in the order of the menu, with the command that it is for. */
const choices = [
  { what: 'reply', text: 'Reply to the requester…', command: 'comment', sides: ['it'] },
  { what: 'attach', text: 'Attach more…', command: 'comment', sides: ['marketing'] },
  { what: 'assign', text: 'Give it to someone…', command: 'assign', sides: ['it'] },
  { what: 'set-priority', text: 'Set the priority…', command: 'set-priority', sides: ['it'] },
  { what: 'change-date', text: 'Change the date…', command: 'change-date', sides: ['it', 'marketing'] },
  { what: 'change-kind', text: 'Change the kind…', command: 'change-kind', sides: ['it', 'marketing'] },
  { what: 'merge', text: 'Join it to another…', command: 'merge', sides: ['it'] },
  {
    ...{ what: 'set-responsibility', text: 'Who decides and pays…' },
    ...{ command: 'set-responsibility', sides: ['it', 'marketing'] },
  },
  { what: 'request-check', text: 'Ask for a check…', command: 'request-check', sides: ['it'] },
  { what: 'drop-check', text: 'Drop a check…', command: 'drop-check', sides: ['it'] },
  { what: 'link-issue', text: 'Link an issue…', command: 'link-issue', sides: ['it'] },
  { what: 'name-broker', text: 'Name a broker…', command: 'name-broker', sides: ['it', 'marketing'] },
  { what: 'hand-over', text: 'Hand it over…', command: 'hand-over', sides: ['marketing'] },
] as const satisfies {
  what: string;
  text: string;
  command: CommandOnRequest['type'];
  sides: readonly Side[];
}[];

export type More = (typeof choices)[number]['what'];

/** Only what is possible as things stand. The value names the request too: a menu has none of its own. */
export function moreMenu({ id, state, checks }: Request, side: Side): StaticSelect[] {
  const possible = choices.filter(
    ({ command, sides }) =>
      sides.some((each) => each === side) &&
      (command !== 'drop-check' || checks.length > 0) &&
      transitions[command].from.some((status) => status === state.status),
  );
  return menu(
    'More…',
    'request.more',
    possible.map(({ what, text }) => ({ text, value: `${what} ${id}` })),
  );
}
