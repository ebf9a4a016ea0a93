import type { RespondArguments } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../usecases/desk.ts';
import type { Answer, Message, Modal } from '../conversation.ts';
import { noticeModal, sentence } from '../kit/notice.ts';
import { failureOf } from '../web-api/web-api-error.ts';
import { type Deadline, inTime } from './in-time.ts';
import type { ActionsPayload, CommandPayload, ShortcutPayload } from './payload.ts';
import { whisper } from './private-answer.ts';

/** What answers go through. */
interface Door {
  desk: Desk;
  client: WebClient;
  deadline: Deadline;
}

/** A window as it was when something was pressed in it. */
type Window = Pick<NonNullable<ActionsPayload['view']>, 'id' | 'hash'>;

/** An answer as the ack of a command: for the eyes of whoever typed it. */
export async function answerCommand(
  door: Door,
  { trigger_id }: CommandPayload,
  answer: Answer,
  ack: (reply?: RespondArguments) => Promise<void>,
): Promise<void> {
  if (answer.kind === 'tell') return ack({ response_type: 'ephemeral', ...answer.message });
  if (answer.kind !== 'open') return ack();
  const failure = await opened(door, trigger_id, answer.modal);
  await ack(failure ? { response_type: 'ephemeral', ...failure } : undefined);
}

/** A message's shortcut may be answered in its place; a global one only by a window. */
export async function answerShortcut(
  door: Door,
  { trigger_id, response_url }: ShortcutPayload,
  answer: Answer,
  ack: () => Promise<void>,
): Promise<void> {
  const words = answer.kind === 'tell' && response_url ? answer.message : null;
  const modal = words ? null : windowOf(answer);
  const failure = modal && (await opened(door, trigger_id, modal));
  await ack();
  const whispered = words ?? failure;
  if (whispered && response_url) await whisper(door.desk.log, response_url, whispered);
}

/** Where a window is to be drawn anew and there is none, it is opened. */
export async function answerAction(
  door: Door,
  { trigger_id, response_url, view, container }: ActionsPayload,
  answer: Answer,
  ack: () => Promise<void>,
): Promise<void> {
  const { log } = door.desk;
  const threadTs = container.thread_ts;
  // Only a window can have another one pushed upon it: App Home is none.
  const window = view?.type === 'modal' ? view : null;
  if (answer.kind === 'tell' && response_url) {
    await ack();
    return whisper(log, response_url, answer.message, { replaces: answer.replaces, threadTs });
  }
  if (answer.kind === 'update' && window) {
    const update = () => updated(door, window, answer.modal);
    await inTime(door.deadline, update, { answer() {}, failed() {} });
    return ack();
  }
  const modal = windowOf(answer);
  const failure = modal && (await opened(door, trigger_id, modal, window));
  await ack();
  if (failure && response_url) await whisper(log, response_url, failure, { threadTs });
}

function windowOf(answer: Answer): Modal | null {
  switch (answer.kind) {
    case 'open':
    case 'update':
      return answer.modal;
    case 'tell':
      return noticeModal(answer.message);
    case 'errors':
    case 'nothing':
      return null;
  }
}

/** Opens a window, or pushes it upon the one where something was pressed; answers with words if Slack would not. */
function opened(
  door: Door,
  trigger: string,
  view: Modal,
  below: Window | null = null,
): Promise<Message | null> {
  const { log } = door.desk;
  const facts = { modal: view.callback_id };
  return inTime(door.deadline, () => open(door, trigger, view, below), {
    answer() {
      log.warn(facts, 'Slack takes longer to open a modal than it waits');
      return notOpened;
    },
    failed: (error) => log.error({ ...facts, error }, 'a modal could not be opened'),
  });
}

const notOpened = sentence('Slack did not open the window in time. Please try once more.');

async function open(
  door: Door,
  trigger_id: string,
  view: Modal,
  below: Window | null,
): Promise<Message | null> {
  const { client, desk } = door;
  try {
    const call = { trigger_id, view };
    await (below ? client.views.push(call) : client.views.open(call));
    return null;
  } catch (error) {
    const failure = failureOf(error);
    // Slack keeps three windows upon each other: the third gives way to the next.
    if (below && failure.kind === 'refused' && failure.error === 'push_limit_reached') {
      await updated(door, below, view);
      return null;
    }
    desk.log.warn({ error: String(error), modal: view.callback_id }, 'a modal could not be opened');
    return notOpened;
  }
}

async function updated({ client, desk }: Door, { id, hash }: Window, view: Modal): Promise<void> {
  try {
    await client.views.update({ view_id: id, hash, view });
  } catch (error) {
    // A stale hash means that the person is already further on: the newer state stands.
    desk.log.warn({ error: String(error), modal: view.callback_id }, 'a modal could not be updated');
  }
}
