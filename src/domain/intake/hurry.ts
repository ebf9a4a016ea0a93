/** Words that promise a time without naming one. What they mean here is said before a request is sent. */
export const hurryMeanings = ['soon', 'end-of-week', 'before-event'] as const;
export type HurryMeaning = (typeof hurryMeanings)[number];

export interface Hurry {
  /** As it was typed. */
  words: string;
  meaning: HurryMeaning;
}

export const hurryLanguages = ['en', 'de'] as const;
export type HurryLanguage = (typeof hurryLanguages)[number];

// Adverbs of speed are not among them: "Customers check out quickly" is a wish for a checkout, not for a date.
const words: Record<HurryLanguage, Record<HurryMeaning, string>> = {
  en: {
    soon: 'a\\.?s\\.?a\\.?p|as soon as possible|urgent(?:ly)?|immediately|right away|by yesterday|by (?:today|tonight|tomorrow)|by eo[db]|eod|end of (?:the )?day|rush job|high(?:est)? priority',
    'end-of-week':
      '(?:by |before )?(?:the )?end of (?:the |this )?week|eow|(?:by|before) (?:the )?weekend|by friday',
    'before-event':
      '(?:before|in time for|ahead of) (?:the |our |this |next )?(?:[\\p{L}\\d-]+ ){0,2}(?:launch|go-live|event|fair|show|webinar|conference|campaign|release|holidays|sale)',
  },
  de: {
    soon: 'so schnell wie möglich|schnellstmöglich|schnellstens|baldmöglichst|dringend|eilt|sofort|umgehend|bis (?:heute|morgen|gestern)|asap',
    'end-of-week': '(?:bis )?(?:zum )?ende (?:der|dieser) woche|wochenende|bis freitag',
    'before-event':
      'vor (?:dem|der|unserem|unserer) (?:[\\p{L}\\d-]+ ){0,2}(?:launch|start|messe|veranstaltung|event|webinar|kampagne|konferenz)',
  },
};

/** A word that a desk's own dictionary adds to those above. */
export interface HurryWord {
  word: string;
  meaning: HurryMeaning;
}

/** The first such words in a short text; null if there are none. */
export function hurryIn(
  text: string,
  languages: readonly HurryLanguage[],
  more: readonly HurryWord[] = [],
): Hurry | null {
  const noticed = [
    ...languages.flatMap((language) =>
      hurryMeanings.map((meaning) => ({ pattern: words[language][meaning], meaning })),
    ),
    ...more.map(({ word, meaning }) => ({ pattern: literally(word), meaning })),
  ];
  const found = noticed.flatMap(({ pattern, meaning }) => {
    const match = new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'iu').exec(text);
    return match ? [{ words: match[0], meaning, at: match.index }] : [];
  });
  const first = found.sort((a, b) => a.at - b.at)[0];
  return first ? { words: first.words, meaning: first.meaning } : null;
}

/** `RegExp.escape` is not in Node 22. */
function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
