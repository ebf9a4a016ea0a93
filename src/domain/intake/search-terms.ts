/**
 * Text as what is searched for: words folded, cut to their stems and named alike, so that both engines find the same
 * and neither needs to know a language.
 */
export function searchTerms(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  const named = phrases.reduce((words, [phrase, name]) => words.replace(phrase, ` ${name} `), folded);
  const terms = [...named.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => word)
    .filter((word) => !asides.has(word))
    .map((word) => sameWord.get(stem(word)) ?? stem(word));
  return [...new Set(terms)];
}

/** Several words for one thing. */
const phrases: readonly [RegExp, string][] = [
  [/\bsingle sign[- ]?on\b|\bcompany (?:account|login)\b/g, 'sso'],
  [/\bcontent management system\b/g, 'cms'],
  [/\ba\s?\/\s?b[- ]tests?(?:ing)?\b/g, 'abtest'],
  [/\b(?:log|sign)(?:ging|ing)? in\b|\bsign[- ]in\b/g, 'login'],
  [/\be-?mails?\b/g, 'mail'],
  [/\b(?:thank|press|trade|black) (?=\p{L})/gu, '$&'],
];

const asides = new Set(
  (
    'a an the and or of for to in on at by with from into our we us i my me you your its it is are be been do does did not no ' +
    'can cannot could should would will please need needs needed want wants like have has had get gets getting got ' +
    'that this these those there here as when which who what how than then so if also all any each more most some ' +
    'new own about after before during per via again instead only still make made add show someone somebody ' +
    'der die das den dem des ein eine einen einem einer und oder fur mit von zu zum zur auf im am an ist sind wir ich ' +
    'uns unser unsere bitte brauchen braucht nicht kein keine neu neue neuer neues'
  ).split(' '),
);

/** Stems that mean the same at such a desk. */
const sameWord = new Map(
  [
    ['access', 'login', 'account', 'licence', 'license', 'permission', 'zugang', 'zugriff'],
    ['connect', 'integration', 'integrat', 'sync', 'synchroni', 'interfac', 'schnittstell'],
    ['broken', 'fail', 'error', 'crash', 'bug', 'defect', 'kaputt', 'fehler'],
    ['url', 'address', 'link'],
    ['website', 'site', 'homepag', 'webseit'],
    ['phon', 'mobil', 'smartphon', 'handy'],
    ['lead', 'prospect'],
    ['lost', 'drop', 'los', 'missing', 'miss', 'lack'],
    ['analytic', 'statistic'],
    ['report', 'dashboard', 'bericht'],
    ['newsletter', 'mailing'],
    ['video', 'film', 'clip'],
    ['picture', 'photo', 'imag', 'bild'],
    ['slow', 'fast', 'performanc', 'speed', 'langsam'],
    ['contact', 'kontakt'],
    ['survey', 'questionnair', 'umfrag'],
    ['registration', 'regist', 'sign', 'signup', 'anmeld', 'anmeldung'],
    ['form', 'formular'],
    ['spam', 'junk'],
    ['colleague', 'starter', 'intern', 'kolleg'],
  ].flatMap(([name = '', ...others]) => others.map((other) => [other, name] as const)),
);

function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed|ly)$/u, '')
    .replace(/(?<=\p{L}{3})e$/u, '')
    .replace(/([^\Wls])\1$/, '$1');
}
