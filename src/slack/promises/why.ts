import type { KnownBlock } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import { budgetInWords, timeInWords, workingDayInWords } from '../../domain/sla/business-time.ts';
import type { ExplainedPause, Explanation } from '../../domain/sla/explain.ts';
import { explain } from '../../domain/sla/explain.ts';
import { ballMoves, timeCharged } from '../../domain/sla/ledger.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { Modal } from '../conversation.ts';
import { context, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { readingModal } from '../kit/modal.ts';
import { weekInWords } from '../settings/hours-in-words.ts';
import { clockName } from './clock-blocks.ts';
import { timeWentLines } from './time-went.ts';

// A clock takes two blocks, and a window has room for a hundred.
const clocksShown = 40;
const partsShown = 12;

/** Why each clock of a request shows what it shows: its start, what was counted, what stopped it, what is left. */
export function whyModal(view: RequestView, now: Instant): Modal {
  const { request, history, policies } = view;
  const explanations = explain(request, history, policies, now).reverse();
  const charges = timeCharged(ballMoves(request, history), policies, now);
  const rest = explanations.length - clocksShown;
  return readingModal(`${requestKey(request.number)}: why?`, [
    section(['*Where the working time went*', ...timeWentLines(charges)].join('\n')),
    ...explanations.slice(0, clocksShown).flatMap(explainedBlocks),
    ...(rest > 0 ? [context(`… and ${rest} earlier clocks.`)] : []),
    context(
      `The same, hour by hour: \`npm run explain -- ${requestKey(request.number)}\` where the app runs.`,
    ),
  ]);
}

function explainedBlocks(explanation: Explanation): KnownBlock[] {
  const { course, reading, calendar } = explanation;
  const used = timeInWords(reading.elapsed, calendar);
  const budget = reading.budget > 0 ? ` of ${budgetInWords(reading.budget, calendar)}` : '';
  return [
    section(
      [
        `*${clockName(course)}* · ${verdictInWords(explanation)}`,
        `Started ${moment(course.startedAt)}, counted ${used}${budget}.`,
        ...(reading.due.kind === 'due' ? [`Due ${moment(reading.due.at)}.`] : []),
        ...changesOf(explanation),
        ...pausesOf(explanation.pauses),
      ].join('\n'),
    ),
    context(`Counted in ${weekInWords(calendar.week)}, ${calendar.zone} · ${workingDayInWords(calendar)}`),
  ];
}

function verdictInWords({ course, reading }: Explanation): string {
  if (reading.verdict === 'missed') {
    const by = reading.breach?.byChange ? ', only because the terms were changed' : '';
    return `${course.end ? 'kept late' : 'late'}${by}`;
  }
  if (course.end) return course.end.met ? 'kept' : 'no longer owed';
  if (reading.verdict === 'none') return 'without a target';
  return reading.phase === 'paused' ? 'stands still' : 'running';
}

function changesOf({ course }: Explanation): string[] {
  return course.terms.slice(1, 1 + partsShown).map(({ from, budget = 0, calendar, because }) => {
    const now = budget > 0 ? budgetInWords(budget, calendar) : 'no target';
    const why =
      because === 'agreed-date'
        ? 'another date was agreed'
        : because && 'settings' in because
          ? 'hours or targets were changed'
          : 'the request’s priority or kind was changed';
    return `Since ${moment(from)}: ${now}, because ${why}.`;
  });
}

function pausesOf(pauses: readonly ExplainedPause[]): string[] {
  const lines = pauses
    .slice(-partsShown)
    .map(({ from, to }) =>
      to === null ? `Stands ${moment(from, 'since')}.` : `Stood ${moment(from, 'from')} ${moment(to, 'to')}.`,
    );
  return lines.length < pauses.length ? [`${pauses.length - lines.length} earlier pauses.`, ...lines] : lines;
}
