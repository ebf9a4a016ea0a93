import type { KnownBlock, RichTextElement, SectionBlock } from '@slack/types';
import type { Side } from '../../domain/person.ts';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { definitionBlock, type Fold, suggestionBlock } from '../agreement/definition.ts';
import { hintBlocks } from '../agreement/hints.ts';
import { filesLine } from '../files/words.ts';
import { context, header, passage, quote, richText, section, typedText } from '../kit/blocks.ts';
import { day, moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { detailsInWords, openTopics } from './details.ts';
import { alternativeInWords, happened, latestNews, wordsOf } from './events.ts';
import { placeInWords } from './place.ts';
import { kindName, priorityInWords } from './plain-words.ts';
import { promisesOf } from './promise.ts';
import { nameFor, objectFor, type Reader } from './reader.ts';
import { placeOf, taskOf } from './turn.ts';

/** What every picture of an open request begins with: its name, what happened last, whose turn it is and by when. */
export function headBlocks(view: RequestView, reader: Reader, now: Instant): KnownBlock[] {
  const words = presentWords(view);
  return [
    header(titleLine(view)),
    newsSection(view, reader, now),
    ...(words ? [quote(words, ours.passage)] : []),
  ];
}

/** "MR-12 · Landing page for the webinar", as typed: for plain_text, or through `inline` for mrkdwn. */
export function titleLine({ request, brief }: RequestView): string {
  return `${requestKey(request.number)} · ${brief.title}`;
}

function newsSection(view: RequestView, reader: Reader, now: Instant): SectionBlock {
  const news = latestNews(view);
  const sentence = happened(news, view, {
    subject: (person) => nameFor(reader, person),
    object: (person) => objectFor(reader, person),
  });
  return section(
    [
      `${sentence.replace(/\.$/, '')} · ${moment(news.at)}`,
      `*${placeOf(view, reader)}* · ${taskOf(view, reader)}`,
      ...promisesOf(view, reader, now),
    ].join('\n'),
  );
}

/** The words that matter now: what is asked, suggested or objected, or what came with the last step. */
function presentWords(view: RequestView): string | null {
  const { state } = view.request;
  switch (state.status) {
    case 'needs-info':
      return view.said(state.question);
    case 'countered':
      return view.alternative && alternativeInWords(view.alternative);
    case 'on-hold':
      return view.said(state.reason);
    case 'contested':
      return view.said(state.objection);
    default:
      return wordsOf(latestNews(view), view);
  }
}

/** What was asked for. `most` is how long its outcome may be. */
export function askedBlocks(view: RequestView, most: number = ours.passage): KnownBlock[] {
  const { request, brief, alternative } = view;
  const taken = request.state.status === 'countered' ? null : alternative;
  return [
    section([natureLine(view), peopleLine(view), datesLine(view)].join('\n')),
    brief.outcome
      ? passage('What it should achieve', brief.outcome, most)
      : context('Open question: what should it achieve?'),
    ...(brief.link ? [linksBlock('Link', [brief.link])] : []),
    ...issuesBlocks(view),
    ...filesLine(view.files),
    ...detailBlocks(view, most),
    ...(taken ? [passage('To be done instead', alternativeInWords(taken), ours.passage)] : []),
  ];
}

/** What else is known, and what the kind asks about first and is not. */
function detailBlocks({ brief: { details }, request, settings }: RequestView, most: number): KnownBlock[] {
  if (!details) return [];
  const lines = detailsInWords(details).map(({ heading, words }) => `${heading}: ${words}`);
  const open = openTopics(details, settings.kinds[request.kind]);
  return [
    ...(lines.length > 0 ? [passage('More about it', lines.join('\n'), most)] : []),
    ...(open.length > 0 ? [context(`Not known yet: ${open.join(', ')}`)] : []),
  ];
}

function natureLine({ request, brief, settings, history, place }: RequestView): string {
  const kind = `*${inline(kindName(request.kind, settings), ours.name)}*`;
  const size = request.size ? `, size ${request.size}` : '';
  const isSetByIt = history.some(({ type }) => type === 'PrioritySet');
  const first = place === null ? '' : ` · *${placeInWords(place)}*`;
  return `${kind}${size}${first} · priority ${priorityInWords(request, { isSetByIt, unsure: brief.details?.unsure ?? [] })}`;
}

function peopleLine({ request: { requester, author, assignee, broker } }: RequestView): string {
  const filed = requester === author ? '' : `, filed by ${mention(author)}`;
  const reads = broker ? ` · broker ${mention(broker)}` : '';
  return `Asked by ${mention(requester)}${filed} · taken by ${assignee ? mention(assignee) : 'nobody yet'}${reads}`;
}

function datesLine({ request: { neededBy, launch: id }, inForce, launches }: RequestView): string {
  const launch = id === null ? undefined : launches.get(id);
  const reason = launch ? ` for the launch “${inline(launch.name, ours.name)}”` : '';
  const wanted = neededBy ? `Needed by ${day(neededBy)}${reason}` : `Open question: needed by when?${reason}`;
  return inForce?.date ? `${wanted} · agreed for ${day(inForce.date)}` : wanted;
}

const issuesShown = 5;

/** Where it is kept elsewhere, what was linked last first. */
function issuesBlocks({ request: { links }, said }: RequestView): KnownBlock[] {
  const known = links.flatMap((link) => said(link) ?? []).reverse();
  const rest = known.length - issuesShown;
  if (known.length === 0) return [];
  return [
    linksBlock('Also at', known.slice(0, issuesShown)),
    ...(rest > 0 ? [context(`… and ${rest} linked before.`)] : []),
  ];
}

function linksBlock(heading: string, links: readonly string[]): KnownBlock {
  const shown = links.flatMap((link, at) => (at === 0 ? [linkIn(link)] : [comma, linkIn(link)]));
  return richText([{ type: 'text', text: `${heading} `, style: { bold: true } }, ...shown]);
}

const comma: RichTextElement = { type: 'text', text: ', ' };

/** A link only where it leads to the web; anything else stays text. */
function linkIn(link: string): RichTextElement {
  const text = typedText(link, ours.link);
  return isWebLink(link) ? { type: 'link', url: link, text } : { type: 'text', text };
}

export function isWebLink(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol } = new URL(link);
  return protocol === 'https:' || protocol === 'http:';
}

/** What "done" means, with its ticks, and below it what is suggested instead. */
export function doneBlocks(
  view: RequestView,
  reader: Reader,
  { sides, fold }: { sides: readonly Side[]; fold: Fold },
): KnownBlock[] {
  const shown = view.request.state.status === 'agreeing' ? view.proposed : (view.inForce ?? view.proposed);
  // A heads-up asks for nothing yet, so there is nothing to be done.
  if (!shown || view.request.headsUp) return [];
  const isAgreed = shown === view.inForce || !isOpen(view.request);
  // Where IT's criteria stand above as boxes, the heading is there.
  const heading = sides.includes('it') ? (isAgreed ? 'Done means' : 'Done means, once both agree') : null;
  return [
    ...definitionBlock(shown, reader, { heading, sides, fold }),
    ...suggestionBlock(view),
    // Once both have signed, they know what they meant.
    ...(isOpen(view.request) && view.proposed ? hintBlocks(view.proposed.criteria) : []),
  ];
}
