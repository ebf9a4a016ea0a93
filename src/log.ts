import { type Logger, pino } from 'pino';

// Slack's tokens by their shape, wherever they turn up: https://docs.slack.dev/authentication/tokens
const tokens = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w-]{4,}/g;

/**
 * The log: one JSON line a fact. Secrets are taken out of the finished line, because they hide in places that nobody
 * lists: an error's message, a header, words that somebody typed.
 */
export function createLog(options: {
  level: string;
  secrets: readonly string[];
  write: (line: string) => void;
}): Logger {
  const { level, secrets, write } = options;
  const serializers = { error: pino.stdSerializers.err };
  return pino({ level, serializers }, { write: (line: string) => write(redacted(line, secrets)) });
}

function redacted(line: string, secrets: readonly string[]): string {
  const known = secrets.reduce((text, secret) => text.replaceAll(secret, '(redacted)'), line);
  return known.replace(tokens, '(redacted)');
}
