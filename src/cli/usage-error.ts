/** What the person at the terminal did wrong, in a sentence. */
export class UsageError extends Error {
  override name = 'UsageError';
}
