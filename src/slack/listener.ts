import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { personId } from '../domain/person.ts';
import type { Desk } from '../usecases/desk.ts';
import { StoreBusy } from '../usecases/ports.ts';
import {
  type ActionHandler,
  type Answer,
  type CommandHandler,
  causeOfSending,
  type Routes,
  type ShortcutHandler,
  type SubmissionHandler,
} from './conversation.ts';
import { answerAction, answerCommand, answerShortcut } from './door/give-answer.ts';
import { type Deadline, deadlineBy, inTime } from './door/in-time.ts';
import { choicesFor } from './door/menu-choices.ts';
import { Pace } from './door/pace.ts';
import {
  type ActionsPayload,
  actionsSchema,
  type CommandPayload,
  commandSchema,
  optionsSchema,
  type ShortcutPayload,
  type SubmissionPayload,
  shortcutSchema,
  submissionSchema,
} from './door/payload.ts';
import { RecentTriggers } from './door/recent-triggers.ts';
import { messageOf } from './door/shortcut-message.ts';
import { submissionReply } from './door/submission-reply.ts';
import { clean } from './kit/escape.ts';
import { tell } from './kit/notice.ts';

export interface ListenerOptions {
  desk: Desk;
  client: WebClient;
  command: string;
  routes: Required<Routes>;
  /** Real time: Slack's three seconds do not follow a clock that can be moved. */
  realClock: Clock;
}

/**
 * Connects the one table of routes with Bolt. Around every handler: parse, run, answer in time; a refusal is words
 * that the handler chose, a bug becomes a reference that the person and the log share.
 */
export function listen(app: App, options: ListenerOptions): void {
  const { desk, routes } = options;
  const seen = new RecentTriggers();
  const pace = new Pace(options.realClock.now);
  const arrived = () => ({ ...options, deadline: deadlineBy(options.realClock) });

  app.command(options.command, async ({ body, ack }) => {
    const door = arrived();
    const payload = parsed(commandSchema, body, desk);
    // A repeated command would open its modal twice; what changes anything has a key in the database as well.
    if (!payload || seen.before(payload.trigger_id)) return ack();
    const answer = await answered(door, () => runCommand(desk, routes.commands, payload, pace));
    await answerCommand(door, payload, answer, ack);
  });

  app.shortcut(/./, async ({ body, ack }) => {
    const door = arrived();
    const payload = parsed(shortcutSchema, body, desk);
    if (!payload || seen.before(payload.trigger_id)) return ack();
    const answer = await answered(door, () => runShortcut(desk, routes.shortcuts, payload));
    await answerShortcut(door, payload, answer, () => ack());
  });

  app.action(/./, async ({ body, ack }) => {
    const door = arrived();
    const payload = parsed(actionsSchema, body, desk);
    if (!payload) return ack();
    const answer = await answered(door, () => runAction(desk, routes.actions, payload));
    await answerAction(door, payload, answer, () => ack());
  });

  app.options(/./, async ({ body, ack }) => {
    const payload = parsed(optionsSchema, body, desk);
    await ack({ options: payload ? await choicesFor(options, payload) : [] });
  });

  app.view({ callback_id: /./, type: 'view_submission' }, async ({ body, ack }) => {
    const door = arrived();
    const payload = parsed(submissionSchema, body, desk);
    if (!payload) return ack();
    const answer = await answered(door, () => runSubmission(desk, routes.submissions, payload));
    await ack(submissionReply(payload, answer));
  });
}

async function runCommand(
  desk: Desk,
  handlers: Record<string, CommandHandler>,
  payload: CommandPayload,
  pace: Pace,
): Promise<Answer> {
  const text = clean(payload.text).trim();
  const [first = '', ...rest] = text.split(/\s+/);
  const word = first.toLowerCase();
  const named = word !== '' && Object.hasOwn(handlers, word) ? handlers[word] : undefined;
  const handler = named ?? handlers[''];
  if (!handler) throw new Error('the table of routes has no command for bare words');
  // Help costs next to nothing, and whoever is lost needs it.
  if (word !== 'help' && pace.isTooFast(payload.user_id)) {
    desk.log.warn({ person: payload.user_id }, 'somebody is slowed down');
    return tell(tooFast);
  }
  return handler({
    desk,
    person: personId(desk.workspace, payload.user_id),
    cause: `command:${payload.trigger_id}`,
    words: named ? rest.join(' ') : text,
  });
}

async function runShortcut(
  desk: Desk,
  handlers: Record<string, ShortcutHandler>,
  payload: ShortcutPayload,
): Promise<Answer> {
  const { user, callback_id: id, trigger_id: trigger } = payload;
  const handler = Object.hasOwn(handlers, id) ? handlers[id] : undefined;
  if (!handler) throw new Error(`nobody answers the shortcut ${id}`);
  return handler({
    desk,
    person: personId(user.team_id ?? desk.workspace, user.id),
    cause: `shortcut:${trigger}`,
    message: messageOf(desk.workspace, payload),
  });
}

async function runAction(
  desk: Desk,
  handlers: Record<string, ActionHandler>,
  { user, view, container, actions }: ActionsPayload,
): Promise<Answer> {
  const [action] = actions;
  const handler =
    action && Object.hasOwn(handlers, action.action_id) ? handlers[action.action_id] : undefined;
  if (!action || !handler) {
    desk.log.warn({ action: action?.action_id }, 'an action that nobody answers');
    return { kind: 'nothing' };
  }
  const { message_ts: ts, channel_id: channel } = container;
  return handler({
    desk,
    person: personId(user.team_id ?? desk.workspace, user.id),
    cause: `action:${action.action_ts}:${user.id}:${action.action_id}`,
    value: action.value ?? action.selected_option?.value ?? null,
    chosen: action.selected_options?.map(({ value }) => value) ?? [],
    // App Home is a view, too, and no window.
    view:
      view?.type === 'modal'
        ? { metadata: view.private_metadata, values: view.state.values, id: view.id }
        : null,
    message: ts && channel ? { channel, ts } : null,
  });
}

async function runSubmission(
  desk: Desk,
  handlers: Record<string, SubmissionHandler>,
  { user, view }: SubmissionPayload,
): Promise<Answer> {
  const handler = Object.hasOwn(handlers, view.callback_id) ? handlers[view.callback_id] : undefined;
  if (!handler) throw new Error(`nobody answers the modal ${view.callback_id}`);
  return handler({
    desk,
    person: personId(user.team_id ?? desk.workspace, user.id),
    cause: causeOfSending(view.id, view.callback_id),
    metadata: view.private_metadata,
    values: view.state.values,
  });
}

/** The handler's answer, or words for what kept it from answering. Never throws, never takes longer than Slack waits. */
async function answered(
  { desk, deadline }: { desk: Desk; deadline: Deadline },
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await inTime(deadline, run, {
      answer() {
        desk.log.warn({}, 'a handler takes longer than Slack waits');
        return tell(slowly);
      },
      failed: (error) => void excuse(desk, error),
    });
  } catch (error) {
    return excuse(desk, error);
  }
}

/** Words for whoever waits; the log has the same reference, and the reason. */
function excuse(desk: Desk, error: unknown): Answer {
  if (error instanceof StoreBusy) {
    desk.log.warn({ error: error.message }, 'the store is busy');
    return tell('The desk’s database is busy, so nothing was saved. Please try again in a moment.');
  }
  const reference = desk.newId().slice(-8);
  desk.log.error({ reference, error }, 'a handler failed');
  return tell(
    `Something went wrong on our side. Please try again; if it stays, give your admin the reference ${reference}.`,
  );
}

const tooFast =
  'That was more in a minute than anybody types, so nothing was done this time. Please wait a minute, then try again.';

const slowly =
  'This takes longer than Slack waits. Please try again in a moment: what was already saved is not saved twice.';

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown, desk: Desk): z.infer<Schema> | null {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  desk.log.warn(
    { faults: result.error.issues.map(({ path }) => path.join('.')) },
    'a payload of unknown shape',
  );
  return null;
}
