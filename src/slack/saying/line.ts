import { assertNever } from '../../domain/assert-never.ts';
import type { PersonId } from '../../domain/person.ts';
import type { MessageLocation } from '../../usecases/records.ts';
import { type RequestView, viewRequest } from '../../usecases/request/request-view.ts';
import type { OutboxEntry, OutboxSubject } from '../../usecases/saying/outbox.ts';
import type { Message } from '../conversation.ts';
import { bringAcross } from '../files/bring-across.ts';
import { leftBehindLine } from '../files/words.ts';
import { isAlertWanted, isWanted } from '../notices/wanted.ts';
import { belongsIn } from '../triage/card-place.ts';
import { wasDeleted } from '../web-api/call-outcome.ts';
import { alertLine } from './alerts.ts';
import { isToldTo, lineFor } from './lines.ts';
import type { Place } from './marks.ts';
import type { Mouth } from './mouth.ts';
import { nothingToFind, said, type Telling } from './telling.ts';

type LineSubject = Extract<OutboxSubject, { kind: 'say' | 'left-behind' | 'alert' }>;
type ChangedSubject = Extract<OutboxSubject, { purpose: 'line' }>;
type FileSubject = Extract<OutboxSubject, { purpose: 'file' }>;

/** A line tells one thing once: in the thread of the card that its reader has, or to one person directly. */
export function lineTelling(mouth: Mouth, entry: OutboxEntry, subject: LineSubject): Telling {
  const { desk } = mouth;
  const about = {
    request: subject.request,
    purpose: 'say',
    recipient: recipientOf(subject),
    event: subject.kind === 'say' ? subject.event : null,
  } as const;

  async function place(): Promise<Place | null> {
    if (subject.audience === 'direct') {
      return { channel: await mouth.directMessageWith(subject.recipient), threadTs: null };
    }
    const card = await cardOf(mouth, subject);
    return card && { channel: card.channel, threadTs: card.ts };
  }

  return {
    async say() {
      const view = await viewRequest(desk, desk.store, subject.request);
      if (!view) return { result: 'dead', reason: 'no-such-request' };
      const line = await lineOf(mouth, view, subject);
      if (!line) return said;
      if (line === 'no-such-event') return { result: 'dead', reason: line };
      const where = await place();
      if (where) return mouth.post(entry, where, line, about);
      const unset = subject.audience === 'triage-thread' && !belongsIn(view);
      return { result: 'dead', reason: unset ? 'no-triage-channel' : 'no-card' };
    },

    async find() {
      const where = await place();
      const found = where && (await mouth.marked(entry, where));
      if (!found) return { result: 'absent' };
      const { ts, revision } = found;
      const location = { workspace: entry.workspace, ...where, ts, ...about, supersededAt: null };
      return { result: 'found', revision, location };
    },
  };
}

/** Null where nobody wants to hear it, or there is nothing to tell any more. */
async function lineOf(
  { desk }: Mouth,
  view: RequestView,
  subject: LineSubject,
): Promise<Message | 'no-such-event' | null> {
  switch (subject.kind) {
    case 'say': {
      const event = view.history.find(({ seq }) => seq === subject.event);
      if (!event) return 'no-such-event';
      const recipient = recipientOf(subject);
      return isToldTo(recipient, view, event) && (await isWanted(desk, subject, view, event.type))
        ? lineFor(view, event, subject.audience, recipient)
        : null;
    }
    case 'left-behind': {
      const file = await desk.store.attachment(subject.file);
      return file && leftBehindLine(view, file);
    }
    case 'alert': {
      const isWantedNow = await isAlertWanted(desk, subject, view);
      // In IT's channel it stands all the same, and rings for nobody who wants it in the morning.
      if (!isWantedNow && subject.audience !== 'triage-thread') return null;
      return alertLine(view, subject, isWantedNow);
    }
    default:
      return assertNever(subject);
  }
}

/** Words that were changed or taken back change the line that told them; a line that is not there is left alone. */
export function changedLineTelling(
  { desk, client, edit }: Mouth,
  entry: OutboxEntry,
  subject: ChangedSubject,
): Telling {
  const { store, clock } = desk;
  const { request, event: seq, audience } = subject;
  const recipient = recipientOf(subject);
  return {
    async say() {
      const view = await viewRequest(desk, store, request);
      const event = view?.history.find((each) => each.seq === seq);
      const line = await store.lineLocation(request, seq, recipient);
      if (!view || !event || !line) return said;
      const { workspace, channel, ts } = line;
      if (view.corrections.get(seq) !== null) {
        if (!isToldTo(recipient, view, event)) return said;
        const message = lineFor(view, event, audience, recipient);
        const edited = await edit(entry, () => client.chat.update({ channel, ts, ...message }));
        return wasDeleted(edited) ? said : edited;
      }
      const deleted = await edit(entry, () => client.chat.delete({ channel, ts }));
      if (deleted.result !== 'said' && !wasDeleted(deleted)) return deleted;
      await store.write((transaction) => transaction.supersedeLocation(workspace, channel, ts, clock.now()));
      return said;
    },
    find: nothingToFind,
  };
}

/** A file keeps account of its own upload: see `bringAcross`. */
export function fileTelling(mouth: Mouth, entry: OutboxEntry, subject: FileSubject): Telling {
  return {
    async say() {
      const file = await mouth.desk.store.attachment(subject.file);
      if (!file) return { result: 'dead', reason: 'no-such-file' };
      return bringAcross(mouth, entry, file, await cardOf(mouth, subject));
    },
    find: nothingToFind,
  };
}

function recipientOf(subject: LineSubject | ChangedSubject): PersonId | null {
  return 'recipient' in subject ? subject.recipient : null;
}

/** The card in whose thread it belongs. */
function cardOf(
  { desk }: Mouth,
  subject: Exclude<LineSubject, { audience: 'direct' }> | FileSubject,
): Promise<MessageLocation | null> {
  return subject.audience === 'triage-thread'
    ? desk.store.cardLocation(subject.request, 'triage-card', null)
    : desk.store.cardLocation(subject.request, 'private-card', subject.recipient);
}
