import type { DividerBlock, KnownBlock } from '@slack/types';
import type { Side } from '../../domain/person.ts';
import { ballOf } from '../../domain/request/ball.ts';
import { isOpen } from '../../domain/request/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { Home } from '../../usecases/list-requests.ts';
import type { RequestLine } from '../../usecases/request-line.ts';
import type { HomeTab } from '../conversation.ts';
import { actions, button, context, header, section } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import { lineInList } from '../wording/request-line.ts';
import { doneSection } from './done-section.ts';
import { openMenu } from './open-menu.ts';
import { queueBlocks } from './queue-section.ts';
import { stackBlocks } from './stack-section.ts';
import { unsaidBlocks } from './unsaid-section.ts';

const divider: DividerBlock = { type: 'divider' };

/** App Home for one person: what waits on them first, then what is theirs, then what is everybody's. */
export function homeTab(home: Home, now: Instant): HomeTab {
  // The stack is short and stands last; what is cut from a full page is the end of the lists.
  const stack = home.stack ? stackBlocks(home.stack) : [];
  const blocks = [...blocksOf(home, now).slice(0, limits.viewBlocks - stack.length), ...stack];
  return { type: 'home', blocks };
}

function blocksOf(home: Home, now: Instant): KnownBlock[] {
  const { reader, mine, queue } = home;
  if (!reader.isMember) {
    return [section('This desk is for full members of the workspace. Please ask a colleague who is one.')];
  }
  return [
    header('MarTech Broker'),
    section('Marketing asks, IT answers, and both see whose turn it is and by when.'),
    ...actions([
      button('Start a request', 'home.start', 'start', { style: 'primary' }),
      ...(reader.isAdmin ? [button('Set up…', 'home.set-up', 'set-up')] : []),
    ]),
    ...(home.unsaid ? unsaidBlocks(home.unsaid, home.triageChannel) : []),
    ...list('Waiting on you', waitingOn(home), now, 'Nothing waits on you.'),
    ...list(
      'Your requests',
      mine.map((line) => ({ line, side: 'marketing' as const })),
      now,
      'You have not asked for anything yet.',
    ),
    ...(queue ? [divider, ...queueBlocks(queue, now)] : []),
    ...openMenu([...mine, ...home.taken, ...(queue?.lines ?? [])]),
    ...doneSection(home.standing),
  ];
}

interface ListedLine {
  line: RequestLine;
  side: Side;
}

/** What cannot go on without this person: their own requests with marketing, and those they took that are with IT. */
function waitingOn({ mine, taken }: Home): ListedLine[] {
  const asked = mine.filter(({ request }) => isOpen(request) && ballOf(request)?.party === 'marketing');
  const withThem = taken.filter(({ request }) => ballOf(request)?.party === 'it');
  return [
    ...asked.map((line) => ({ line, side: 'marketing' as const })),
    ...withThem.map((line) => ({ line, side: 'it' as const })),
  ];
}

function list(title: string, lines: readonly ListedLine[], now: Instant, empty: string): KnownBlock[] {
  return [
    divider,
    section(`*${title}*`),
    ...(lines.length > 0
      ? lines.map(({ line, side }) => section(lineInList(line, side, now)))
      : [context(empty)]),
  ];
}
