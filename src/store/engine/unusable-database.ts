/** The database cannot be worked with as it is. The message says why and what to do, for the person who started us. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
}
