/** Made when first needed: making one costs milliseconds, and most texts are short enough. */
let graphemes: Intl.Segmenter | undefined;

/** At most `most` UTF-16 units, ending in "…" where something was left out; never cuts through a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let end = 0;
  for (const { segment, index } of graphemes.segment(text.slice(0, most + 1))) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The same for mrkdwn, which holds marks of ours (a mention, a date) and escaped characters: it cuts through none. */
export function cutMarkup(text: string, most: number): string {
  return text.length <= most ? text : cut(text, most).replace(/(<[^>]*|&[a-z]*)…$/, '…');
}
