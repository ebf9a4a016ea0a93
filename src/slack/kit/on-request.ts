import { latestDefinition } from '../../domain/agreement/definition-of-done.ts';
import { localDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import { standsAgainst } from '../../domain/request/decide.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import type { Request } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { AnyRefusal } from '../../usecases/outcome.ts';
import { giveCommand } from '../../usecases/request/give-command.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import { type SeenRequest, seeRequest } from '../../usecases/request/look-up-request.ts';
import { speakOrAct } from '../../usecases/threads/speak-or-act.ts';
import {
  type ActionCall,
  type ActionHandler,
  type Answer,
  type Modal,
  nothing,
  type SubmissionHandler,
} from '../conversation.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { placeOf } from '../wording/turn.ts';
import { type Fields, fieldsOf, type Parsed } from './fields.ts';
import { readMetadata, writeMetadata } from './metadata.ts';
import { noticeModal, sentence, staleWindow, tell } from './notice.ts';
import { warned } from './secrets.ts';

/** A request in the hands of somebody who is about to act on it. */
export interface OnRequest extends SeenRequest {
  person: PersonId;
  now: Instant;
  /** The day it is for this person. */
  today: LocalDate;
  /** For the modal's private_metadata: which request, and which version of its definition of done is shown. */
  metadata: string;
  /** The same version, as the modal that was submitted had it. */
  seen: number;
}

/** A button that needs no words: its value is the request. */
export function press(intent: Intent): ActionHandler {
  return async (call) => {
    const { desk, person, cause } = call;
    const request = call.value ?? '';
    const outcome = await giveCommand(desk, { request, person, intent, cause });
    if (!outcome.ok) return tell(await refusalOn(desk, request, outcome.refusal));
    return pressed(call, outcome.value);
  };
}

/** A card is edited in place. A window and any other message show a moment that is over: they say what is now. */
export async function pressed(
  { desk, view, message }: Pick<ActionCall, 'desk' | 'view' | 'message'>,
  request: Request,
): Promise<Answer> {
  const place = placeOf({ request }, { side: null });
  const now = sentence(`:white_check_mark: *${requestKey(request.number)}* · ${place}`);
  if (view) return { kind: 'update', modal: noticeModal(now) };
  const isCard = !message || (await desk.store.location(desk.workspace, message.channel, message.ts));
  return isCard ? nothing : { kind: 'tell', message: now, replaces: true };
}

/** A button that opens a window, unless what the window is for is impossible by now. */
export function opens(
  command: CommandOnRequest['type'],
  modalOf: (on: OnRequest, desk: Desk) => Modal | Promise<Modal>,
): ActionHandler {
  return async ({ desk, person, value }) => {
    const request = value ?? '';
    const on = await onRequest(desk, person, request);
    if (!on.ok) return tell(await refusalOn(desk, request, on.refusal));
    // Asked early, so that nobody fills in a window in vain.
    const refusal = standsAgainst(on.value.view.request, command, on.value.reader);
    return refusal
      ? tell(sentenceFor(refusal, on.value.view.request))
      : { kind: 'open', modal: await modalOf(on.value, desk) };
  };
}

export interface SubmissionOptions {
  /** Which field can mend a refusal: block_ids by the refusal's code. */
  mendedBy?: Partial<Record<AnyRefusal['code'], string>>;
  /** The window itself, for words that cross: it is shown again where a secret seems to be in them. */
  guards?: (on: OnRequest, desk: Desk) => Modal | Promise<Modal>;
  /** The same window with the newest terms, where they changed while it was open. */
  again?: (on: OnRequest, desk: Desk) => Modal | Promise<Modal>;
}

/** A window that was sent: parse it, give the command, and say what stands against it. */
export function submits(
  parse: (fields: Fields, on: OnRequest) => Parsed<Intent>,
  { mendedBy = {}, guards, again }: SubmissionOptions = {},
): SubmissionHandler {
  return async ({ desk, person, cause, metadata, values }) => {
    const known = readMetadata(metadata);
    if (!known) return outOfDate;
    const { request, seen } = known;
    const on = await onRequest(desk, person, request);
    if (!on.ok) return shown(await refusalOn(desk, request, on.refusal));
    const fields = fieldsOf(values);
    const opened = { ...on.value, metadata, seen };
    const parsed = parse(fields, opened);
    if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
    const readers = on.value.reader.side === 'it' ? 'Marketing' : 'All of IT';
    const warning = guards && (await warned(fields, readers, () => guards(opened, desk)));
    if (warning) return warning;

    const outcome = await speakOrAct(desk, { request, person, intent: parsed.value, cause });
    if (outcome.ok) return outcome.value === 'with the broker' ? withTheBroker : nothing;
    const { refusal } = outcome;
    const text = await refusalOn(desk, request, refusal);
    const field = mendedBy[refusal.code];
    if (field) return besideField(field, text);
    if (refusal.code === 'definition-changed' && again)
      return { kind: 'update', modal: await again(on.value, desk) };
    return shown(text);
  };
}

/** The request of a window that is drawn anew while it is open: what it showed, and its version, stay as they were. */
export async function stillOn(desk: Desk, person: PersonId, metadata: string): Promise<OnRequest | null> {
  const known = readMetadata(metadata);
  if (!known) return null;
  const on = await onRequest(desk, person, known.request);
  return on.ok ? { ...on.value, metadata, seen: known.seen } : null;
}

const withTheBroker: Answer = {
  kind: 'update',
  modal: noticeModal(
    sentence('The broker reads it first. You have a message about it, with a button to send it at once.'),
  ),
};

/** The same for every window that a card opens. */
export const outOfDate = staleWindow('open it from the card');

async function onRequest(desk: Desk, person: PersonId, request: string) {
  const outcome = await seeRequest(desk, person, request);
  if (!outcome.ok) return outcome;
  const { version } = latestDefinition(outcome.value.view.request.agreement);
  const { zone } = await desk.directory.person(person);
  const now = desk.clock.now();
  const value: OnRequest = {
    ...outcome.value,
    person,
    now,
    today: localDay(now, zone ?? 'UTC'),
    metadata: writeMetadata({ request, seen: version }),
    seen: version,
  };
  return { ok: true as const, value };
}

async function refusalOn(desk: Desk, request: string, refusal: AnyRefusal): Promise<string> {
  return sentenceFor(refusal, await desk.store.request(request));
}

/** Beside its field; names show only in a window of their own. */
export function besideField(field: string, text: string): Answer {
  return text.includes('<@') ? shown(text) : { kind: 'errors', errors: { [field]: text } };
}

/** Beside the first field, so that what was typed stays; names show only in a window of their own. */
function shown(text: string): Answer {
  return text.includes('<@') ? { kind: 'update', modal: noticeModal(sentence(text)) } : tell(text);
}
