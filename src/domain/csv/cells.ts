import { z } from 'zod';

/** What a cell may hold, whatever the file is about. An empty cell is null; each fault is a sentence. */

export function text(most: number) {
  return z.string().max(most, `Please use at most ${most} characters.`);
}

/** The id may stand with a name behind it, as our own exports write it. */
export const memberId = z.string().transform((typed, context) => {
  if (typed.trim() === '') return null;
  const id = /^\W*([UW][A-Z0-9]{2,20})\b/.exec(typed)?.[1];
  return (
    id ??
    fault(
      context,
      `“${short(typed)}” is no Slack member ID such as U0123ABCD (in a profile: ⋮, Copy member ID).`,
    )
  );
});

export const date = z.string().transform((typed, context) => {
  if (typed.trim() === '') return null;
  const parsed = z.iso.date().safeParse(typed.trim());
  return parsed.data ?? fault(context, `“${short(typed)}” is no day such as 2026-12-31.`);
});

interface Faults {
  addIssue(issue: { code: 'custom'; message: string }): void;
}

export function fault(context: Faults, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

export function isWebAddress(typed: string): boolean {
  const url = URL.parse(typed);
  return url !== null && ['https:', 'http:'].includes(url.protocol);
}

export function oneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim();
}

/** A cell as it is quoted in a sentence. */
export function short(typed: string): string {
  const line = oneLine(typed);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
