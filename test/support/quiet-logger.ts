import { type Logger, LogLevel } from '@slack/bolt';

/** For clients whose log nobody reads. */
export const quietLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
