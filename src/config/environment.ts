import { z } from 'zod';

const text = z.string().trim();
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const startsWith = (prefix: string, where: string) =>
  text.startsWith(prefix, `must begin with ${prefix}: copy it from ${where}`);

const id = (pattern: RegExp, like: string, where: string) =>
  text.regex(pattern, { error: ({ input }) => `must be ${like} (got "${input}"): copy it from ${where}` });

const channel = id(/^[CG][A-Z0-9]{2,}$/, 'a channel id such as C0123ABCD', "the channel's details in Slack");

const environmentSchema = z
  .object({
    SLACK_BOT_TOKEN: optional(startsWith('xoxb-', "the app's page, OAuth & Permissions")),
    SLACK_APP_TOKEN: optional(startsWith('xapp-', "the app's page, Basic Information, App-Level Tokens")),
    SLACK_SIGNING_SECRET: optional(
      text.min(8, "is too short: copy it from the app's page, Basic Information"),
    ),
    SLACK_API_URL: optional(
      z
        .url({ protocol: /^https?$/, error: 'must be an http or https address' })
        .endsWith('/api/', 'must end in /api/, such as https://slack.com/api/'),
    ),
    DATABASE_URL: optional(
      text.regex(
        /^(file:.+|postgres(ql)?:\/\/.+)$/,
        'must be file:path/to/broker.db or postgres://user@host/database',
      ),
    ),
    PORT: optional(
      text
        .regex(/^\d{1,5}$/, { error: ({ input }) => `must be a port number such as 3000 (got "${input}")` })
        .transform(Number)
        .refine((port) => port <= 65_535, 'must be at most 65535'),
    ),
    LOG_LEVEL: optional(
      z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be debug, info, warn, error or silent',
      }),
    ),
    TRIAGE_CHANNEL: optional(channel),
    DIGEST_CHANNEL: optional(channel),
    IT_USERGROUP: optional(
      id(/^S[A-Z0-9]{2,}$/, 'a user group id such as S0123ABCD', "the user group's menu in Slack"),
    ),
    BACKUPS_KEPT: optional(
      text
        .regex(/^\d{1,3}$/, {
          error: ({ input }) => `must be a number of days such as 7, or 0 for no backups (got "${input}")`,
        })
        .transform(Number),
    ),
    NODE_ENV: optional(text),
  })
  .superRefine((environment, context) => {
    const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, NODE_ENV } = environment;
    const missing = (variable: string, message: string) =>
      context.addIssue({ code: 'custom', path: [variable], message });
    if (SLACK_BOT_TOKEN && !SLACK_APP_TOKEN && !SLACK_SIGNING_SECRET) {
      missing('SLACK_APP_TOKEN', 'is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP');
    }
    if (!SLACK_BOT_TOKEN && (SLACK_APP_TOKEN || SLACK_SIGNING_SECRET)) {
      missing('SLACK_BOT_TOKEN', "is missing: copy it from the app's page, OAuth & Permissions");
    } else if (!SLACK_BOT_TOKEN && NODE_ENV === 'production') {
      missing(
        'SLACK_BOT_TOKEN',
        'is missing: the sandbox, which opens without tokens, is not for production',
      );
    }
  });

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  databaseUrl: string;
  port: number;
  logLevel: NonNullable<Environment['LOG_LEVEL']>;
  slackApiUrl: string | undefined;
  /** How many daily copies of a SQLite database lie beside it; 0 if none are made. */
  backupsKept: number;
  fixed: {
    triageChannel: string | undefined;
    digestChannel: string | undefined;
    itUsergroup: string | undefined;
  };
}

/** Kept apart from the rest, so that the rest may be logged. */
export type Connection =
  | { mode: 'sandbox' }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string };

/** Every fault of the environment in one message, each with the variable's name and what to do. */
export class EnvironmentFaults extends Error {
  override name = 'EnvironmentFaults';
}

/** Reads what the environment says. Empty values count as absent. Throws EnvironmentFaults. */
export function readEnvironment(variables: Record<string, string | undefined>): {
  config: Config;
  connection: Connection;
} {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
    throw new EnvironmentFaults(`The environment needs mending:\n${faults.join('\n')}`);
  }
  const environment = parsed.data;
  const connection = connectionOf(environment);
  const file = connection.mode === 'sandbox' ? 'file:data/sandbox.db' : 'file:data/broker.db';
  return {
    connection,
    config: {
      databaseUrl: environment.DATABASE_URL ?? file,
      port: environment.PORT ?? 3000,
      logLevel: environment.LOG_LEVEL ?? 'info',
      slackApiUrl: environment.SLACK_API_URL,
      backupsKept: environment.BACKUPS_KEPT ?? (connection.mode === 'sandbox' ? 0 : 7),
      fixed: {
        triageChannel: environment.TRIAGE_CHANNEL,
        digestChannel: environment.DIGEST_CHANNEL,
        itUsergroup: environment.IT_USERGROUP,
      },
    },
  };
}

function connectionOf({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Environment): Connection {
  if (!SLACK_BOT_TOKEN) return { mode: 'sandbox' };
  if (SLACK_APP_TOKEN) return { mode: 'socket', botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN };
  if (SLACK_SIGNING_SECRET) {
    return { mode: 'http', botToken: SLACK_BOT_TOKEN, signingSecret: SLACK_SIGNING_SECRET };
  }
  throw new Error('a bot token without a way to listen was refused above');
}

/** What must never be seen in a log. */
export function secretsOf(connection: Connection): string[] {
  switch (connection.mode) {
    case 'sandbox':
      return [];
    case 'socket':
      return [connection.botToken, connection.appToken];
    case 'http':
      return [connection.botToken, connection.signingSecret];
  }
}
