/** How people name a request: `MR-42`. */
export function requestKey(number: number): string {
  return `MR-${number}`;
}

/** Reads `MR-42`, `mr-42` or `42`; null if the text is no key. */
export function parseRequestKey(text: string): number | null {
  const match = /^(?:mr-)?([1-9]\d{0,8})$/i.exec(text.trim());
  return match ? Number(match[1]) : null;
}
