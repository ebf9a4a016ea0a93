import type { ActionsBlockElement, KnownBlock, StaticSelect } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import { type Doing, doings } from '../../domain/roadmap/plan.ts';
import type { Entry } from '../../domain/roadmap/roadmap.ts';
import type { NotNow, RoadmapPlace, RoadmapView } from '../../usecases/roadmap/see-roadmap.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, menu, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { selectInput } from '../kit/inputs.ts';
import { limits, ours } from '../kit/limits.ts';
import { readingModal } from '../kit/modal.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { doingsInWords, monthBlocks } from './entries.ts';

/** What will be bought, changed, moved and turned off; what is in its way; and what is not done now. */
export function roadmapWindow(view: RoadmapView): Modal {
  const { months, openByLaunch, loads, notNow, place, pages } = view;
  const heading = pages > 1 ? `*What comes* · page ${place.page + 1} of ${pages}` : '*What comes*';
  const blocks: KnownBlock[] = [
    section(months.length === 0 ? `${heading}\nNothing is accepted for a day yet.` : heading),
    ...actions([filter(place), ...buttonsFor(view)]),
    ...months.flatMap((month) => [
      { type: 'divider' as const },
      ...monthBlocks(month, openByLaunch, loads.get(month.month ?? '')),
    ]),
    ...notNowBlocks(notNow),
    ...actions([...turning(view), ...openMenu(view)]),
  ];
  return readingModal('The roadmap', blocks.slice(0, limits.viewBlocks));
}

function filter(place: RoadmapPlace): StaticSelect {
  const to = (doing: Doing | null) => placeAsValue({ doing, page: 0 });
  const choices = [
    { value: to(null), text: 'All of it' },
    ...doings.map((doing) => ({ value: to(doing), text: sentenceCase(doingsInWords[doing]) })),
  ];
  return { ...selectInput(choices, to(place.doing)), action_id: 'roadmap.filter' };
}

function buttonsFor({ leads }: RoadmapView): ActionsBlockElement[] {
  return [
    button('Launches…', 'launch.open', 'launches'),
    button('Freeze periods…', 'freeze.open', 'freezes'),
    ...(leads.marketing ? [button('Top five…', 'top-five.open', 'top-five')] : []),
    ...(leads.it ? [button('What IT can do…', 'capacity.open', 'capacity')] : []),
  ];
}

function notNowBlocks(notNow: readonly NotNow[]): KnownBlock[] {
  if (notNow.length === 0) return [];
  return [
    { type: 'divider' },
    section('*Not now, because*'),
    ...notNow.map((each) => section(notNowLine(each))),
  ];
}

function notNowLine({ request, title, because }: NotNow): string {
  const { state } = request;
  const why =
    state.status === 'on-hold' ? `on hold, looked at again on ${day(state.reviewOn)}` : 'declined for now';
  const words = because === null ? '' : `\n${inline(because, ours.line)}`;
  return `*${requestKey(request.number)}* ${inline(title, ours.title)} · ${why}${words}`;
}

function turning({ place, pages }: RoadmapView): ActionsBlockElement[] {
  const to = (page: number) => placeAsValue({ ...place, page });
  return [
    ...(place.page > 0 ? [button('Earlier', 'roadmap.earlier', to(place.page - 1))] : []),
    ...(place.page + 1 < pages ? [button('Later', 'roadmap.later', to(place.page + 1))] : []),
  ];
}

/** All that is on the page can be opened, whatever it is. */
function openMenu({ months, notNow }: RoadmapView): StaticSelect[] {
  const choices = [
    ...months.flatMap(({ entries }) => entries.flatMap(choiceOf)),
    ...notNow.map(({ request, title }) => ({
      text: `${requestKey(request.number)} · ${title}`,
      value: `request ${request.id}`,
    })),
  ];
  return menu('Open…', 'roadmap.open', choices.slice(0, limits.selectOptions));
}

function choiceOf(entry: Entry): { text: string; value: string }[] {
  if (entry.what === 'launch') return [{ text: entry.launch.name, value: `launch ${entry.launch.id}` }];
  if (entry.what === 'freeze') return [];
  const { of, name } = entry.plan;
  return 'request' in of
    ? [{ text: `${requestKey(of.number)} · ${name}`, value: `request ${of.request}` }]
    : [{ text: name, value: `tool ${of.tool}` }];
}

/** What a button or a menu carries. */
function placeAsValue({ doing, page }: RoadmapPlace): string {
  return `${doing ?? 'all'} ${page}`;
}
