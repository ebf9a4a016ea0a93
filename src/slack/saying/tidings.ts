import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import { isOpen } from '../../domain/request/request.ts';
import { type Desk, leadsInForce, signersOf } from '../../usecases/desk.ts';
import { viewRequest } from '../../usecases/request/request-view.ts';
import type { Told } from '../../usecases/saying/outbox.ts';
import { standingFor, versionsOf } from '../../usecases/settings/change-standing.ts';
import { agreementButtons } from '../agreement/buttons.ts';
import { onCard, suggestionBlock } from '../agreement/definition.ts';
import { standingBlocks } from '../agreement/standing-blocks.ts';
import { checkMessage } from '../checks/check-message.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { pulseMessage } from '../pulse/pulse-message.ts';
import { importMessage } from '../stack/import-message.ts';
import { overlapMessage } from '../stack/overlap-message.ts';
import { renewalMessage } from '../stack/renewal-message.ts';
import { reviewMessage } from '../stack/review-message.ts';
import { brokerMessage } from '../triage/broker.ts';
import { kindName } from '../wording/plain-words.ts';
import { doneBlocks, titleLine } from '../wording/request-blocks.ts';

/** A message of its own for one person; null where what it was about is over by now. */
export async function tidings(desk: Desk, about: Told, recipient: PersonId): Promise<Message | null> {
  switch (about.topic) {
    case 'to-read':
    case 'being-read':
    case 'reworded':
    case 'not-passed':
      return brokerMessage(desk, about, recipient);
    case 'pulse':
      return pulseMessage(desk, about);
    case 'silence':
      return silence(desk, about.request, recipient);
    case 'check': {
      const view = await viewRequest(desk, desk.store, about.request);
      return view && checkMessage(desk, view, about.event, recipient);
    }
    case 'to-sign':
      return toSign(desk, about, recipient);
    case 'standing':
      return standing(desk, about, recipient);
    case 'stack-import':
      return importMessage(desk, about);
    case 'overlaps':
      return overlapMessage(desk, about);
    case 'review':
      return reviewMessage(desk, about);
    case 'renewal':
      return renewalMessage(desk, about, recipient);
  }
}

/** For the leads: a delivery of some size that nobody has looked at. It never closes by itself. */
async function silence(desk: Desk, request: string, recipient: PersonId): Promise<Message | null> {
  const view = await viewRequest(desk, desk.store, request);
  const delivered = view?.history.findLast(({ type }) => type === 'RequestDelivered');
  if (!view || !delivered || view.request.state.status !== 'delivered') return null;
  const { id, requester, size, number } = view.request;
  const text = `${inline(titleLine(view), ours.title)} was ${moment(delivered.at, 'delivered')}, and ${mention(requester)} has not said yet whether it is done.`;
  const { marketing } = await leadsInForce(desk.store, view.settings);
  const isMarketings = recipient === marketing;
  return message(text, [
    context(
      `Size ${size ?? 'not set'} never closes by itself. \`/martech-request show MR-${number}\` has everything.`,
    ),
    ...(isMarketings
      ? actions([button('All good', 'request.confirm', id), button('Not yet…', 'request.reject', id)])
      : []),
  ]);
}

/** For the one person who signs for a side in everybody's place. */
async function toSign(
  desk: Desk,
  { request, version }: Extract<Told, { topic: 'to-sign' }>,
  recipient: PersonId,
): Promise<Message | null> {
  const view = await viewRequest(desk, desk.store, request);
  if (!view || !isOpen(view.request) || view.proposed?.version !== version) return null;
  const signers = signersOf(view.settings, await leadsInForce(desk.store, view.settings));
  const side = view.proposed.signatures.marketing ? 'it' : 'marketing';
  if (signers[side] !== recipient) return null;
  const text = `${inline(titleLine(view), ours.title)} waits for your signature: you sign for ${side === 'it' ? 'IT' : 'marketing'}.`;
  const change = suggestionBlock(view);
  const reader = { side, person: recipient } as const;
  return message(text, [
    ...(change.length > 0 ? change : doneBlocks(view, reader, { sides: ['it', 'marketing'], fold: onCard })),
    ...actions(agreementButtons(view, side)),
  ]);
}

/** For the leads: a suggestion for what is always checked, or the yes to it. */
async function standing(
  desk: Desk,
  { requestKind, version, signed }: Extract<Told, { topic: 'standing' }>,
  recipient: PersonId,
): Promise<Message | null> {
  const known = await standingFor(desk, desk.store, recipient);
  const told = versionsOf(known.versions, requestKind).find((each) => each.version === version);
  if (!told) return null;
  const name = inline(kindName(requestKind, known.settings), ours.name);
  if (signed && told.signed) {
    return message(
      `${mention(told.signed.by)} agreed to what “done” means for “${name}”. It holds for new requests from now on.`,
      [],
    );
  }
  return message(`${mention(told.proposedBy)} suggests a change to what “done” means for “${name}”.`, [
    ...standingBlocks(known, requestKind),
  ]);
}

function message(text: string, rest: KnownBlock[]): Message {
  return { text, blocks: [section(text), ...rest] };
}
