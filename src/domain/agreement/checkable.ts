/** Words that two people read differently, and what would make a criterion with them checkable. */
const unclear: readonly { pattern: RegExp; ask: string }[] = [
  {
    pattern: /\b(looks?|feels?|is|works?)\s+(good|nice|great|fine|ok(ay)?|well|right)\b/i,
    ask: 'good by what, and who looks?',
  },
  {
    pattern: /\b(beautiful|modern|clean|professional|on[- ]brand|pretty)\b/i,
    ask: 'which guideline or example does it follow?',
  },
  {
    pattern: /\b(fast|quick(ly)?|performant|snappy|soon|asap|timely)\b/i,
    ask: 'within how many seconds, or by which day?',
  },
  {
    pattern: /\bas (discussed|agreed|talked about|mentioned|usual|before)\b/i,
    ask: 'where is it written down?',
  },
  {
    pattern: /\b(easy|simple|intuitive|user[- ]friendly|seamless(ly)?|smooth(ly)?)\b/i,
    ask: 'who does what with it, without help?',
  },
  {
    pattern: /\b(better|improved|optimi[sz]ed|more|less|enough|sufficient(ly)?)\b/i,
    ask: 'from which figure to which?',
  },
  {
    pattern: /\b(etc|and so on|everything|all the usual|properly|appropriate(ly)?|correctly)\b/i,
    ask: 'what exactly would you look at?',
  },
];

/**
 * What to ask about a criterion that the two sides may read differently: the unclear words as typed, and a question.
 * Null if nothing stands out. Only ever a hint: a criterion may stay as it is.
 */
export function unclearWords(criterion: string): { words: string; ask: string } | null {
  // A figure makes "fast" checkable.
  if (/\d/.test(criterion)) return null;
  for (const { pattern, ask } of unclear) {
    const [words] = pattern.exec(criterion) ?? [];
    if (words) return { words, ask };
  }
  return null;
}
