import { z } from 'zod';
import type { SlackFile, ViewValues } from '../conversation.ts';

/**
 * What Slack sends, as far as we read it. Shapes: https://docs.slack.dev/reference/interaction-payloads and
 * https://docs.slack.dev/apis/events-api. Whatever does not fit is turned away at the door.
 */
const option = z.object({ value: z.string() });

export const slackFileSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  size: z.number().optional(),
  mode: z.string().optional(),
}) satisfies z.ZodType<SlackFile>;

const held = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).optional(),
  selected_conversation: z.string().nullish(),
  selected_channel: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).optional(),
  files: z.array(slackFileSchema).optional(),
});

const values: z.ZodType<ViewValues> = z.record(z.string(), z.record(z.string(), held));

const person = z.object({ id: z.string(), team_id: z.string().optional() });

const view = z.object({
  type: z.enum(['modal', 'home']).default('modal'),
  id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.object({ values }),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })),
});

export const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

const action = held.extend({
  action_id: z.string(),
  block_id: z.string(),
  action_ts: z.string(),
});

export const actionsSchema = z.object({
  type: z.literal('block_actions'),
  user: person,
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    channel_id: z.string().optional(),
  }),
  view: view.nullish(),
  actions: z.array(action).min(1),
});

export const shortcutSchema = z.object({
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  trigger_id: z.string(),
  user: person,
  team: z.object({ id: z.string(), domain: z.string() }).nullish(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z
    .object({
      ts: z.string(),
      thread_ts: z.string().optional(),
      text: z.string().default(''),
      user: z.string().optional(),
      bot_id: z.string().nullish(),
    })
    .optional(),
});

export const submissionSchema = z.object({
  type: z.literal('view_submission'),
  user: person,
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  view,
});

/** Somebody types into a menu of ours: which choices are there? */
export const optionsSchema = z.object({
  type: z.literal('block_suggestion'),
  user: person,
  action_id: z.string(),
  value: z.string().default(''),
});

export const eventSchema = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
});

/** Payloads we let Slack send and have nothing to say to. */
const otherSchema = z.looseObject({
  type: z.enum(['view_closed', 'app_rate_limited']),
});

const typedSchema = z.discriminatedUnion('type', [
  eventSchema,
  actionsSchema,
  submissionSchema,
  shortcutSchema,
  optionsSchema,
  otherSchema,
]);

/** True if the payload has the shape that Slack documents for its kind. A command alone names no type. */
export function isPayload(body: Record<string, unknown>): boolean {
  return (body.type === undefined ? commandSchema : typedSchema).safeParse(body).success;
}

export type ActionsPayload = z.infer<typeof actionsSchema>;
export type ShortcutPayload = z.infer<typeof shortcutSchema>;
export type SubmissionPayload = z.infer<typeof submissionSchema>;
export type OptionsPayload = z.infer<typeof optionsSchema>;
export type CommandPayload = z.infer<typeof commandSchema>;
