import type { Clock } from '../clock.ts';
import { parseRequestKey, requestKey } from '../domain/request/request-key.ts';
import { budgetInWords, timeInWords, workingDayInWords } from '../domain/sla/business-time.ts';
import { type Explanation, explain } from '../domain/sla/explain.ts';
import { ballMoves, type Charge, timeCharged } from '../domain/sla/ledger.ts';
import { offsetAt } from '../domain/sla/zone.ts';
import type { Instant } from '../domain/time.ts';
import type { Store } from '../usecases/ports.ts';
import { policiesOn } from '../usecases/promises/promises.ts';
import { UsageError } from './usage-error.ts';

/** `explain MR-12`: every clock of a request step by step, so that a figure can be checked by hand. Throws UsageError. */
export async function explainCommand(
  words: readonly string[],
  { store, clock }: { store: Store; clock: Clock },
): Promise<string> {
  const number = parseRequestKey(words.join(' '));
  if (number === null) throw new UsageError('Usage: npm run explain -- MR-12');
  const workspace = await store.workspace();
  const request = workspace && (await store.requestByNumber(workspace.id, number));
  if (!request) throw new UsageError(`There is no ${requestKey(number)} in this database.`);
  const history = await store.history(request.id);
  const now = Math.max(clock.now(), request.changedAt);
  const policies = await policiesOn(store, request, now);
  const charges = timeCharged(ballMoves(request, history), policies, now);
  return [
    `${requestKey(number)}, priority ${request.priority}, as of ${new Date(now).toISOString()}`,
    'Where the working time went',
    ...charges.map((charge) => `  with ${holderName(charge)}: ${timeInWords(charge.time, charge.calendar)}`),
    ...explain(request, history, policies, now).flatMap(clockLines),
  ].join('\n');
}

function holderName({ holder }: Charge): string {
  if (holder.party === 'third-party') return holder.name;
  return holder.party === 'check-owner' ? holder.owner : holder.party;
}

interface Step {
  at: Instant;
  line: string;
}

/** In the time of the calendar that counts. */
function clockLines(explanation: Explanation): string[] {
  const { course, reading, calendar } = explanation;
  const shown = (at: Instant) => localTime(at, calendar.zone);
  const budget = reading.budget > 0 ? budgetInWords(reading.budget, calendar) : 'no target';
  return [
    '',
    `${course.clock} ${course.round}, owed by ${course.check === null ? '' : `the ${course.check} `}${course.debtor}: ${budget}, ${verdictOf(explanation)}`,
    `  counted in ${calendar.zone}, ${workingDayInWords(calendar)}`,
    ...steps(explanation, shown)
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => `  ${line}`),
    `  in all ${exact(reading.elapsed)} of ${exact(reading.budget)}, ${exact(reading.remaining)} left`,
    `  ${reading.due.kind === 'due' ? `due ${shown(reading.due.at)}` : `no due time: ${reading.due.kind}`}`,
    ...(reading.verdict === 'missed' && reading.breach
      ? [`  late since ${shown(reading.breach.at)}${reading.breach.byChange ? ', by a change of terms' : ''}`]
      : []),
  ];
}

function steps({ course, windows, pauses }: Explanation, shown: (at: Instant) => string): Step[] {
  const [, ...changes] = course.terms;
  return [
    { at: course.startedAt, line: `${shown(course.startedAt)}  starts` },
    ...windows.map(({ from, to }) => ({
      at: from,
      line: `${shown(from)}  counts until ${shown(to)}: ${exact(to - from)}`,
    })),
    ...pauses.map(({ from, to, stoppedBy, resumedBy }) => ({
      at: from,
      line: `${shown(from)}  stands (${stoppedBy ?? 'stopped'}) ${
        to === null ? 'until today' : `until ${shown(to)} (${resumedBy ?? 'resumed'})`
      }`,
    })),
    ...changes.map(({ from, budget = 0, because }) => ({
      at: from,
      line: `${shown(from)}  ${exact(budget)} from here on, ${causeInWords(because)}`,
    })),
    ...(course.end ? [{ at: course.end.at, line: `${shown(course.end.at)}  ends` }] : []),
  ];
}

function causeInWords(because: Explanation['course']['terms'][0]['because']): string {
  if (because === null) return 'as it began';
  if (because === 'agreed-date') return 'because another date was agreed';
  return 'settings' in because
    ? `by version ${because.settings} of the settings`
    : `by event ${because.event} of the history`;
}

function verdictOf({ course, reading }: Explanation): string {
  if (reading.verdict === 'missed') return 'missed';
  if (course.end) return course.end.met ? 'met' : 'no longer owed';
  return reading.verdict === 'none' ? 'no clock' : reading.phase;
}

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function localTime(at: Instant, zone: string): string {
  const local = new Date(at + offsetAt(zone, at));
  return `${weekdayNames[local.getUTCDay()]} ${local.toISOString().slice(0, 19).replace('T', ' ')}`;
}

/** Hours, minutes and seconds: nothing is rounded that a person would miss. */
function exact(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)} h`;
}
