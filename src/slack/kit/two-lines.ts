/** What it means for the requester, then why: they read the first line first. */
export function inTwoLines(meaning: string, reason: string): string {
  return `${meaning}\n\n${reason}`;
}
