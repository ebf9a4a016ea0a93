import type { KnownBlock, StaticSelect } from '@slack/types';
import type { Side } from '../../domain/person.ts';
import { ballOf } from '../../domain/request/ball.ts';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant } from '../../domain/time.ts';
import type { Home, RequestLine } from '../../usecases/list-requests.ts';
import type { HomeTab } from '../conversation.ts';
import { actions, button, context, header, plain, section } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import { lineInList } from '../wording/request-line.ts';
import { doneSection } from './done-section.ts';
import { stackBlocks } from './stack-section.ts';
import { unsaidBlocks } from './unsaid-section.ts';

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
    ...(queue
      ? list(
          queue.open > queue.lines.length
            ? `IT’s queue: the first ${queue.lines.length} of ${queue.open}`
            : `IT’s queue: ${queue.open} open`,
          queue.lines.map((line) => ({ line, side: 'it' as const })),
          now,
          'Nothing is open.',
        )
      : []),
    ...show(home),
    ...doneSection(home.standing),
  ];
}

interface ListedLine {
  line: RequestLine;
  side: Side;
}

/** What cannot go on without this person: their own requests with marketing, and those they took that are with IT. */
function waitingOn({ mine, queue, reader }: Home): ListedLine[] {
  const asked = mine.filter(({ request }) => isOpen(request) && ballOf(request)?.party === 'marketing');
  const taken = (queue?.lines ?? []).filter(
    ({ request }) => request.assignee === reader.person && ballOf(request)?.party === 'it',
  );
  return [
    ...asked.map((line) => ({ line, side: 'marketing' as const })),
    ...taken.map((line) => ({ line, side: 'it' as const })),
  ];
}

function list(title: string, lines: readonly ListedLine[], now: Instant, empty: string): KnownBlock[] {
  return [
    { type: 'divider' },
    section(`*${title}*`),
    ...(lines.length > 0
      ? lines.map(({ line, side }) => section(lineInList(line, side, now)))
      : [context(empty)]),
  ];
}

/** One menu for all that is listed: a button beside each line would need a name of its own in Slack. */
function show({ mine, queue }: Home): KnownBlock[] {
  const listed = new Map([...mine, ...(queue?.lines ?? [])].map((line) => [line.request.id, line]));
  const options = [...listed.values()].slice(0, limits.selectOptions).map(({ request, title }) => ({
    text: plain(`${requestKey(request.number)} · ${title}`, limits.optionText),
    value: request.id,
  }));
  if (options.length === 0) return [];
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: 'home.show',
    placeholder: plain('Open a request…'),
    options,
  };
  return [{ type: 'divider' }, ...actions([menu])];
}
