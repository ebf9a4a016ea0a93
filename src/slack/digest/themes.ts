import type { KnownBlock } from '@slack/types';
import { assertNever } from '../../domain/assert-never.ts';
import { median } from '../../domain/digest/contract.ts';
import type { Theme } from '../../domain/digest/digest.ts';
import { type FigureName, type Figures, type Listed, parties } from '../../domain/digest/figures.ts';
import { type Size, sizes } from '../../domain/request/kind.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import type { DigestView } from '../../usecases/digest/view-digest.ts';
import type { RequestLine } from '../../usecases/request/request-line.ts';
import type { RenewalAhead } from '../../usecases/stack/renewals.ts';
import { actions, section } from '../kit/blocks.ts';
import { shortDay } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { verdictsInWords } from '../stack/renewal-words.ts';
import { costInWords } from '../stack/words.ts';
import { placeOf } from '../wording/turn.ts';
import { rowsButtons } from './buttons.ts';
import { type RichMessage, richMessage } from './rich-message.ts';
import { timeTheme } from './time-theme.ts';
import { counted, partOf, partyInWords } from './words.ts';

/** What a theme names, besides its figures. */
export interface Named {
  lines: ReadonlyMap<number, RequestLine>;
  renewals: readonly RenewalAhead[];
  launches: readonly Launch[];
}

const rowsNamed = 5;
const datesNamed = 12;
const renewalsNamed = 8;
const titleShown = 80;
const outcomeShown = 160;

/** The requests that a theme speaks of by name. */
export function namedIn(theme: Theme, figures: Figures): number[] {
  switch (theme) {
    case 'done':
      return first(figures.done.confirmed);
    case 'open':
      return parties.flatMap((party) => first(figures.open.overdue[party]));
    case 'dates':
      return figures.dates.rows.slice(0, datesNamed).map(({ request }) => request);
    default:
      return [];
  }
}

/** One message of the digest's thread. */
export function themeMessage(
  theme: Theme,
  week: string,
  figures: Figures,
  { settings, ...named }: Named & Pick<DigestView, 'settings'>,
): RichMessage {
  if (theme === 'time') return timeTheme(week, figures, settings);
  const { title, lines, rows } = themeText(theme, figures, named);
  const blocks: KnownBlock[] = [
    section([`*${title}*`, ...lines].join('\n')),
    ...actions(rowsButtons(week, figures, rows)),
  ];
  return richMessage([title, ...lines].join('\n'), blocks);
}

interface ThemeText {
  title: string;
  lines: string[];
  rows: FigureName[];
}

function themeText(theme: Exclude<Theme, 'time'>, figures: Figures, named: Named): ThemeText {
  switch (theme) {
    case 'done':
      return done(figures, named);
    case 'open':
      return open(figures, named);
    case 'delivery':
      return delivery(figures);
    case 'contract':
      return contract(figures);
    case 'renewals':
      return renewals(named);
    case 'accepted':
      return accepted(figures);
    case 'dates':
      return dates(figures, named);
    case 'pulse':
      return pulse(figures);
    default:
      return assertNever(theme);
  }
}

function done({ done: { confirmed, unconfirmed }, flow }: Figures, { lines }: Named): ThemeText {
  const all = confirmed.count + unconfirmed.count;
  const closed = flow.declined.count > 0 ? `, and ${flow.declined.count} declined` : '';
  return {
    title: `${all === 0 ? 'No request was' : `${counted(all, 'request')} ${all === 1 ? 'was' : 'were'}`} done${closed}`,
    lines: bullets(first(confirmed), confirmed.count, (number) => {
      const line = lines.get(number);
      return line && `${titleOf(line)}${line.outcome ? `: ${inline(line.outcome, outcomeShown)}` : ''}`;
    }),
    rows: ['confirmed', 'unconfirmed', 'declined'],
  };
}

function open({ open: { count, overdue, atRisk } }: Figures, { lines }: Named): ThemeText {
  const late = parties.flatMap((party) => first(overdue[party]));
  const lateInAll = sum(parties.map((party) => overdue[party]));
  const risky = sum(parties.map((party) => atRisk[party]));
  const turns = parties.flatMap((party) => {
    const [isLate, isRisky] = [overdue[party].count, atRisk[party].count];
    if (isLate + isRisky === 0) return [];
    return [`with ${partyInWords[party]}: ${isLate} late, ${isRisky} at risk`];
  });
  return {
    title: `Of ${counted(count, 'open request')} ${lateInAll} ${lateInAll === 1 ? 'is' : 'are'} late and ${risky} at risk`,
    lines: [
      `${turns.join(' · ')}.`,
      ...bullets(late.slice(0, rowsNamed), lateInAll, (number) => {
        const line = lines.get(number);
        return line && `${titleOf(line)} · ${placeWithoutNames(line)}`;
      }),
    ],
    rows: ['overdue', 'at-risk'],
  };
}

/** Nobody stands beside what is late: a check's owner is a check here. */
function placeWithoutNames({ request }: RequestLine): string {
  return request.state.status === 'checking' ? 'With a check' : placeOf({ request }, { side: null });
}

function delivery({ delivery: { confirmedAtFirst, sentBack }, done }: Figures): ThemeText {
  const looked = confirmedAtFirst.count + sentBack.count;
  const closed = done.confirmed.count + done.unconfirmed.count;
  return {
    title:
      looked === 0
        ? 'Nothing was confirmed'
        : `Right at the first delivery: ${partOf(confirmedAtFirst.count, looked)}`,
    lines: [`Closed without a word from marketing: ${partOf(done.unconfirmed.count, closed)}.`],
    rows: ['sent-back', 'unconfirmed'],
  };
}

function contract({ contract: { before, after, unknown, daysAhead } }: Figures): ThemeText {
  const all = before.count + after.count + unknown.count;
  const days = median(daysAhead);
  const early =
    days === null
      ? []
      : daysAhead.length === 1
        ? [`The one that came before and names a day was asked ${counted(days, 'day')} ahead of it.`]
        : [
            `Of those before, ${daysAhead.length} name a day; the middle one was asked ${counted(days, 'day')} ahead of it.`,
          ];
  return {
    title: `New tools: ${before.count} of ${all} were asked for before a contract`,
    lines: [
      `${after.count === 0 ? 'None' : after.count} came after something was signed or bought${unknown.count === 0 ? '' : `, ${unknown.count} did not say`}.`,
      ...early,
    ],
    rows: ['before-contract', 'after-contract', 'contract-unknown'],
  };
}

function renewals({ renewals: ahead }: Named): ThemeText {
  const reachedIn = (one: RenewalAhead) => {
    const yes = one.reached.filter((each) => each === 'yes').length;
    return one.reached.length === 0
      ? 'nobody has said yet what it brought'
      : `brought what it was for: ${yes} of ${one.reached.length}`;
  };
  return {
    title: `${counted(ahead.length, 'contract')} with notice due in 90 days`,
    lines: bullets(ahead.slice(0, renewalsNamed), ahead.length, (one) => {
      const cost = one.tool.cost ? costInWords(one.tool.cost) : 'cost not recorded';
      const decided =
        one.standing.is === 'decided' ? ` · decided: ${verdictsInWords[one.standing.verdict]}` : '';
      return `*${inline(one.tool.name, titleShown)}* by ${shortDay(one.noticeOn)} · ${cost} · ${reachedIn(one)}${decided}`;
    }),
    rows: [],
  };
}

function accepted({ accepted: { S, M, L }, load }: Figures): ThemeText {
  const all = S.count + M.count + L.count;
  return {
    title: all === 0 ? 'IT took on nothing new' : `IT took on ${counted(all, 'request')}`,
    lines: [
      ...(all === 0 ? [] : [`${S.count} small, ${M.count} medium, ${L.count} large.`]),
      ...load.map(loadLine),
    ],
    rows: ['accepted-S', 'accepted-M', 'accepted-L'],
  };
}

/** "March: 3 of 8 small, 5 of 4 medium, 1 of 1 large": more than was said to be possible stands out. */
function loadLine({ month, accepted: taken, capacity }: Figures['load'][number]): string {
  const name = monthName.format(new Date(`${month}-01T00:00:00Z`));
  const words = sizes.map((size) => {
    const most = capacity === null ? '' : ` of ${capacity[size]}`;
    const isOver = capacity !== null && taken[size] > capacity[size];
    return `${isOver ? ':warning: ' : ''}${taken[size]}${most} ${sizeName[size]}`;
  });
  return `Promised for ${name}: ${words.join(', ')}${capacity === null ? '; IT has not said how much it can do' : ''}.`;
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const sizeName: Record<Size, string> = { S: 'small', M: 'medium', L: 'large' };

const whyThatDay: Record<Figures['dates']['rows'][number]['what'], string> = {
  promised: 'promised',
  wanted: 'wanted by then',
  review: 'on hold, looked at again',
};

function dates({ dates: { count, rows }, launches: ahead }: Figures, { lines, launches }: Named): ThemeText {
  const all = count + ahead.length;
  const named = launches.map(
    ({ date, name }) => `• ${shortDay(date)} · :rocket: ${inline(name, titleShown)}`,
  );
  return {
    title: `${counted(all, 'date')} in the next two weeks`,
    lines: [
      ...named,
      ...bullets(rows.slice(0, datesNamed), count, ({ on, what, request }) => {
        const line = lines.get(request);
        return line && `${shortDay(on)} · ${titleOf(line)} · ${whyThatDay[what]}`;
      }),
    ],
    rows: count > datesNamed ? ['dates'] : [],
  };
}

function pulse({ pulse: newest }: Figures): ThemeText {
  const mean = (side: NonNullable<Figures['pulse']>['it']) =>
    side ? `${side.mean} of 5 from ${counted(side.answers, 'answer')}` : 'too few answers to tell';
  const gap = newest?.gap ?? null;
  return {
    title: `How well both sides work together, ${newest?.quarter ?? ''}`,
    lines: [
      `Marketing: ${mean(newest?.marketing ?? null)} · IT: ${mean(newest?.it ?? null)}`,
      ...(gap === null ? [] : [`They are ${gap} apart.`]),
    ],
    rows: [],
  };
}

function first({ rows }: Listed): number[] {
  return rows.slice(0, rowsNamed).map(({ request }) => request);
}

function sum(parts: readonly Listed[]): number {
  return parts.reduce((all, { count }) => all + count, 0);
}

function titleOf({ request, title }: RequestLine): string {
  return `*${requestKey(request.number)}* ${inline(title, titleShown)}`;
}

function bullets<One>(
  shown: readonly One[],
  all: number,
  wordsOf: (one: One) => string | undefined,
): string[] {
  const said = shown.flatMap((one) => wordsOf(one) ?? []).map((words) => `• ${words}`);
  return all > shown.length ? [...said, `… and ${all - shown.length} more`] : said;
}
