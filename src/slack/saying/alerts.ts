import type { AlertKind } from '../../domain/sla/alerts.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { OutboxSubject } from '../../usecases/saying/outbox.ts';
import type { Message } from '../conversation.ts';
import { actions, button, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { checkOfClock, theCheck } from '../wording/checks.ts';
import { deeds, promiseLine } from '../wording/promise.ts';
import { itsChannel, type Reader } from '../wording/reader.ts';
import { titleLine } from '../wording/request-blocks.ts';

type AlertSubject = Extract<OutboxSubject, { kind: 'alert' }>;

/** What is nearly due or late, for whoever can act: a fact with its time, no fault. Who is not to be `called` is not named. */
export function alertLine(view: RequestView, subject: AlertSubject, called = true): Message {
  const { request, commitments } = view;
  const { clock, round, alert, at, audience } = subject;
  const commitment = commitments.find((each) => each.clock === clock && each.round === round);
  const reader: Reader =
    audience === 'triage-thread'
      ? itsChannel
      : { side: commitment?.debtor === 'marketing' ? 'marketing' : 'it', person: subject.recipient };
  const named = audience === 'triage-thread' && called ? request.assignee : null;
  const title = inline(titleLine(view), ours.title);
  const check = clock === 'check' ? checkOfClock(view, round).name : null;
  const what = check === null ? deeds[clock].noun.toLowerCase().replace(/,$/, '') : theCheck(check);
  const headline = `${headlines[alert]}: ${what}`;
  const dueAt = commitment?.dueAt ?? null;
  const lines = [
    `*${sentenceCase(headline)}*${named ? `, ${mention(named)}` : ''}`,
    ...(audience === 'direct' ? [title] : []),
    ...(commitment && dueAt !== null ? [promiseLine(commitment, dueAt, view, reader, at)] : []),
    ...(alert === 'escalation' ? ['It comes to you because it is still open well after that.'] : []),
  ];
  return {
    text: `${title} · ${headline}`,
    blocks: [
      section(lines.join('\n')),
      ...actions([button('Why?', 'request.why', request.id), button('Show it', 'request.show', request.id)]),
    ],
  };
}

const headlines: Record<AlertKind, string> = {
  'at-risk': 'Soon due',
  breach: 'Late',
  escalation: 'Still late',
};
