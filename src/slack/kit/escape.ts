import { cut } from './cut.ts';

/** Text that people typed: made safe to keep, and safe to show. */

// Characters that reorder or hide what stands around them: bidi controls, invisible spaces and marks.
const deceptive = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const controls = /[\p{Cc}--[\n\t]]/gv;
const loneSurrogates = /\p{Surrogate}/gu;
// Joiners make one emoji out of several and shape some scripts; anywhere else they only hide.
const strayJoiners =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Malayalam}|\p{Script=Sinhala})[\u200C\u200D]/gu;

/** What a person typed, without what neither the database nor a reader could bear. Parsers call it; it is idempotent. */
export function clean(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '')
    .replace(controls, '')
    .replace(deceptive, '')
    .replace(strayJoiners, '');
}

/** In one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * For plain_text and rich_text, where Slack parses nothing. The word joiner keeps `<!channel>` dead even in a copy
 * that somebody pastes elsewhere.
 */
export function literal(text: string): string {
  return clean(text).replace(/<(?=[!@#])/g, '<\u2060');
}

const lookalikes: Record<string, string> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };

/**
 * A few typed words inside a sentence of ours in mrkdwn: they can neither ping, link nor format. Longer texts go into
 * rich_text, which needs no escaping.
 */
export function inline(text: string, most: number): string {
  return cut(oneLine(clean(text)), most)
    .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => lookalikes[mark] ?? mark)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
