import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { type Check, decidesFor, isPending, missingOwners } from '../../domain/checks/check.ts';
import { type CheckEvent, isAboutCheck } from '../../domain/checks/standing.ts';
import type { PersonId } from '../../domain/person.ts';
import { awayOf } from '../../usecases/checks/check-owners.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { theCheck } from '../wording/checks.ts';
import { promisesOf } from '../wording/promise.ts';
import { askedBlocks, titleLine } from '../wording/request-blocks.ts';
import { answerBlocks, checkValue } from './check-blocks.ts';

// With eight answers of this length, the message stays below what Slack takes.
const answerShown = 400;

/** For whoever decides about a check, with all that is known; null for whom it is not to decide at present. */
export async function checkMessage(
  desk: Desk,
  view: RequestView,
  seq: number,
  recipient: PersonId,
): Promise<Message | null> {
  const event = view.history.find((each) => each.seq === seq);
  const check = event && isAboutCheck(event) ? checkOf(event, view) : null;
  if (!event || !isAboutCheck(event) || !check || !isPending(check)) return null;
  const now = desk.clock.now();
  const away = await awayOf(desk.store, check.owners, view.settings, now);
  // Whoever is away is left in peace where somebody stands in.
  if (check.standIn && away.has(recipient)) return null;
  const standsFor = decidesFor(check, recipient, view.request, (person) => away.has(person));
  if (standsFor.length === 0) return null;
  const { id } = view.request;
  const absent = standsFor.filter((owner) => owner !== recipient).map(mention);
  const text = `${inline(titleLine(view), ours.title)} ${why(event, check, view)}`;
  const reader = { side: null, person: recipient };
  const promised = promisesOf(view, reader, now, { check: check.name });
  return {
    text,
    blocks: [
      section(
        [`*${text}*`, ...(absent.length > 0 ? [`You stand in for ${absent.join(', ')}.`] : [])].join('\n'),
      ),
      ...askedBlocks(view, answerShown),
      ...answerBlocks(check, view, answerShown),
      ...actions([...decisionButtons(id, check), button('Show it', 'request.show', id)]),
      context([...promised, needsInWords(check)].join(' · ')),
    ],
  };
}

/** What whoever owns a check can do about it. */
function decisionButtons(request: string, check: Check): ActionsBlockElement[] {
  const value = checkValue(request, check.name);
  const { standing } = check;
  return [
    button('Approve', 'check.approve', value, { style: 'primary' }),
    ...(standing.is === 'open' ? [button('Ask for changes…', 'check.want-changes', value)] : []),
    button('Waive…', 'check.waive', value),
  ];
}

/** The checks that wait for this person, or for somebody who is away and whom they stand in for, with what can be done. */
export function decisionBlocks(
  view: RequestView,
  person: PersonId,
  answerShown: number = ours.passage,
): KnownBlock[] {
  const { request } = view;
  const isTheirs = (check: Check) =>
    check.standIn === person || decidesFor(check, person, request, () => false).length > 0;
  return request.checks
    .filter((check) => isPending(check) && isTheirs(check))
    .flatMap((check) => [
      section(`*${sentenceCase(theCheck(check.name))}* waits for you.`),
      ...answerBlocks(check, view, answerShown),
      ...actions(decisionButtons(request.id, check)),
    ]);
}

function checkOf(event: CheckEvent, { request }: RequestView): Check | null {
  const name = event.type === 'CheckRequested' ? event.check.name : event.check;
  return request.checks.find((check) => check.name === name) ?? null;
}

function why(event: CheckEvent, { name }: Check, { history }: RequestView): string {
  if (event.type === 'CheckRequested') return `needs ${theCheck(name)} from you.`;
  const before = history.findLast(
    ({ seq, type }) => seq < event.seq && (type === 'CheckWaived' || type === 'CheckChangesWanted'),
  );
  return before?.type === 'CheckWaived'
    ? `needs ${theCheck(name)} from you again: the waiver has ended.`
    : `needs ${theCheck(name)} from you again: what was to be changed was answered.`;
}

function needsInWords(check: Check): string {
  const others = missingOwners(check).length - 1;
  const inTheWay = check.blocks === 'accepting' ? 'IT can’t say yes before' : 'It can’t be delivered before';
  if (others < 1) return inTheWay;
  return check.needs === 'any' ? `${inTheWay}; one of you is enough` : `${inTheWay}; all of you are asked`;
}
