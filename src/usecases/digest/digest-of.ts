/** A short text that is equal for equal values; names in `without` count for nothing wherever they stand. */
export async function digestOf(value: unknown, without: readonly string[] = []): Promise<string> {
  const text = JSON.stringify(value, (name, held) => (without.includes(name) ? undefined : held));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64url');
}
