import type { KnownBlock } from '@slack/types';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { LaunchChange } from '../../domain/roadmap/launch.ts';
import type { Instant } from '../../domain/time.ts';
import type { LaunchList, LaunchView } from '../../usecases/roadmap/look-up-launch.ts';
import type { Modal } from '../conversation.ts';
import { openMenu } from '../home/open-menu.ts';
import { actions, button, context, header, menu, section } from '../kit/blocks.ts';
import { day, moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { readingModal } from '../kit/modal.ts';
import { inDays } from '../stack/words.ts';
import { lineInList } from '../wording/request-line.ts';

/** In a window there is room for more; whoever has so many finds the others in the menu. */
const listed = 60;

export function launchesWindow({ launches, today, mayAdd }: LaunchList): Modal {
  const lines = launches
    .slice(0, listed)
    .map(({ launch: { name, date, owner }, open }) =>
      section(
        `*${inline(name, ours.name)}* · ${day(date)}${inDays(date, today)}\nowner ${mention(owner)} · ${requestsInWords(open)}`,
      ),
    );
  const choices = launches.map(({ launch: { id, name, date } }) => ({
    text: `${day(date)} · ${name}`,
    value: id,
  }));
  return readingModal('Launches', [
    section(
      launches.length === 0
        ? 'No launch is to come. Once there is one, it can be picked where somebody asks for something.'
        : '*What marketing launches, and when*',
    ),
    ...lines,
    ...actions([
      ...menu('Open a launch…', 'launch.show', choices),
      ...(mayAdd ? [button('Add a launch…', 'launch.add', 'add')] : []),
    ]),
  ]);
}

export function requestsInWords(open: number): string {
  if (open === 0) return 'no open request is for it';
  return open === 1 ? 'one open request is for it' : `${open} open requests are for it`;
}

/** `said` tells what came of the last change, in mrkdwn. */
export function launchWindow(view: LaunchView, now: Instant, said: readonly string[] = []): Modal {
  const { launch, today, history, requests, open, mayChange } = view;
  const { id, name, date, owner, cancelled } = launch;
  const why = cancelled ? history.find(({ because }) => because !== null)?.because : null;
  return readingModal('A launch', [
    ...said.map((line) => section(line)),
    header(name),
    section(
      cancelled
        ? `*Cancelled.* It was to be on ${day(date)}.`
        : `*${day(date)}*${inDays(date, today)} · owner ${mention(owner)}`,
    ),
    ...(why ? [section(`Because: ${inline(why, ours.passage)}`)] : []),
    { type: 'divider' },
    section(requests.length === 0 ? 'No request is for it.' : `*Requests* · ${requestsInWords(open)}`),
    ...requests.map((line) =>
      isOpen(line.request)
        ? section(lineInList(line, null, now))
        : context(`${requestKey(line.request.number)} ${inline(line.title, ours.title)} · closed`),
    ),
    ...openMenu(requests),
    ...(mayChange
      ? actions([button('Change…', 'launch.edit', id), button('Cancel it…', 'launch.cancel', id)])
      : []),
    { type: 'divider' },
    ...historyBlocks(history),
  ]);
}

function historyBlocks(history: readonly LaunchChange[]): KnownBlock[] {
  return history.map((change, index) =>
    context(`${moment(change.at)} · ${mention(change.by)} ${changeInWords(change, history[index + 1])}`),
  );
}

function changeInWords(after: LaunchChange, before: LaunchChange | undefined): string {
  if (after.because !== null) return 'cancelled it.';
  if (!before) return after.revision === 1 ? 'recorded it.' : 'changed it.';
  return `${differences(before, after).join(', ')}.`;
}

/** What somebody changed of a launch, in words that follow a name. */
function differences(
  before: Pick<LaunchChange, 'name' | 'date' | 'owner'>,
  after: Pick<LaunchChange, 'name' | 'date' | 'owner'>,
): string[] {
  return [
    ...(before.date === after.date ? [] : [`moved it from ${day(before.date)} to ${day(after.date)}`]),
    ...(before.name === after.name
      ? []
      : [`renamed it from “${inline(before.name, ours.name)}” to “${inline(after.name, ours.name)}”`]),
    ...(before.owner === after.owner ? [] : [`made ${mention(after.owner)} its owner`]),
  ];
}
