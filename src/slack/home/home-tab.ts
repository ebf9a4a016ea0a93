import type { Button, KnownBlock } from '@slack/types';
import type { Instant } from '../../domain/time.ts';
import type { Home } from '../../usecases/request/list-requests.ts';
import type { HomeTab } from '../conversation.ts';
import { actions, button, header, section } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { waitingLine } from '../wording/waiting.ts';
import { doneSection } from './done-section.ts';
import { pageBlocks, requestBlock } from './lists.ts';
import { queueBlocks } from './queue-section.ts';
import { roadmapBlocks } from './roadmap-section.ts';
import { scoreboardBlocks } from './scoreboard-section.ts';
import { stackBlocks } from './stack-section.ts';
import { unsaidBlocks } from './unsaid-section.ts';

/** App Home for one person: what waits on them first, then what is theirs, then what is everybody's. */
export function homeTab(home: Home, now: Instant): HomeTab {
  // The roadmap and the stack are short and stand last; what is cut from a full page is the end of the lists.
  const last = [
    ...(home.coming ? roadmapBlocks(home.coming) : []),
    ...(home.stack ? stackBlocks(home.stack) : []),
  ];
  const blocks = [...blocksOf(home, now).slice(0, limits.viewBlocks - last.length), ...last];
  return { type: 'home', blocks };
}

function blocksOf(home: Home, now: Instant): KnownBlock[] {
  const { reader, scoreboard, queue } = home;
  if (!reader.isMember) {
    return [section('This desk is for full members of the workspace. Please ask a colleague who is one.')];
  }
  return [
    header('MarTech Broker'),
    section('Marketing asks, IT answers, and both see whose turn it is and by when.'),
    ...actions(firstButtons(home)),
    ...(home.unsaid ? unsaidBlocks(home.unsaid, home.triageChannel) : []),
    ...waitingBlocks(home, now),
    ...(scoreboard ? scoreboardBlocks(scoreboard) : []),
    ...(queue ? [{ type: 'divider' as const }, ...queueBlocks(queue, now)] : []),
    ...listBlocks(home, now),
    ...doneSection(home.standing),
  ];
}

/** What one comes for first; an admin whose desk has no channel yet comes to set it up. */
function firstButtons({ reader, triageChannel }: Home): Button[] {
  const isNew = reader.isAdmin && !triageChannel;
  const start = button('Start a request', 'home.start', 'start', isNew ? {} : { style: 'primary' });
  const notices = button('Notices…', 'notices.open', 'home');
  const setUp = button('Set up…', 'home.set-up', 'set-up', isNew ? { style: 'primary' } : {});
  if (isNew) return [setUp, start, notices];
  return [start, notices, ...(reader.isAdmin ? [setUp] : [])];
}

function waitingBlocks({ waiting, standing }: Home, now: Instant): KnownBlock[] {
  const lines = waiting.lines.map((each): KnownBlock => {
    const { text, button: accessory } = waitingLine(each, standing.settings, now);
    return { ...section(text), accessory };
  });
  return pageBlocks('waiting', 'Waiting on you', waiting, lines, 'Nothing waits on you.');
}

function listBlocks({ reader, mine, following, marketings, queue }: Home, now: Instant): KnownBlock[] {
  const none = 'You have not asked for anything yet.';
  const theirs = mine.lines.map((line) => requestBlock(line, 'marketing', now));
  const followed = following.lines.map((line) => requestBlock(line, null, now));
  const all = (marketings?.lines ?? []).map((line) => {
    const isTheirs = line.request.requester === reader.person;
    const asked = isTheirs ? null : `asked by ${mention(line.request.requester)}`;
    return requestBlock(line, isTheirs ? 'marketing' : null, now, asked);
  });
  return [
    ...(marketings
      ? pageBlocks('marketing', 'All that marketing asked for', marketings, all, 'Nothing is open.')
      : []),
    // IT seldom asks for anything itself, and its page is full.
    ...(queue && mine.total === 0 ? [] : pageBlocks('mine', 'Your requests', mine, theirs, none)),
    ...(following.total > 0 ? pageBlocks('following', 'You follow', following, followed, '') : []),
  ];
}
