import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';

const levels: Record<string, LogLevel> = {
  trace: LogLevel.DEBUG,
  debug: LogLevel.DEBUG,
  info: LogLevel.INFO,
  warn: LogLevel.WARN,
  error: LogLevel.ERROR,
  fatal: LogLevel.ERROR,
};

/** Bolt wants a logger with a level and a name of its own; this one is pino's child in that shape. */
export function boltLogger(pino: Pino): Logger {
  const log = pino.child({ from: 'slack' });
  const words = (parts: readonly unknown[]) => parts.map(wordOf).join(' ');
  return {
    debug: (...parts) => log.debug(words(parts)),
    info: (...parts) => log.info(words(parts)),
    warn: (...parts) => log.warn(words(parts)),
    error: (...parts) => log.error(words(parts)),
    // The level is pino's business: set in one place, for everything.
    setLevel() {},
    getLevel: () => levels[log.level] ?? LogLevel.ERROR,
    setName() {},
  };
}

function wordOf(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : JSON.stringify(part);
}
