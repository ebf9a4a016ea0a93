import type { Detail, Details } from '../../domain/intake/details.ts';
import type { Topic } from '../../domain/intake/topics.ts';
import type { RequestKind } from '../../domain/request/kind.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';

interface Words {
  text: string;
  /** A second line where there is a choice. */
  line?: string;
}

/** What can be picked, as people read it. */
export const inWords = {
  where: {
    looking: { text: 'Just looking', line: 'A heads-up: IT knows, and does nothing yet' },
    want: { text: 'We want it', line: 'IT looks at it and decides' },
    bought: { text: 'We have bought it', line: 'IT helps to make it safe and useful' },
  },
  wish: {
    shrink: { text: 'Less of it' },
    retire: { text: 'An end of it' },
  },
  firmness: {
    fixed: { text: 'It is fixed' },
    movable: { text: 'It can move' },
  },
  data: {
    none: { text: 'No personal data' },
    customers: { text: 'Data of customers or prospects' },
    payment: { text: 'Payment data' },
    staff: { text: 'Data of colleagues' },
    sensitive: { text: 'Sensitive data, such as health' },
  },
  contract: {
    none: { text: 'No contract yet' },
    free: { text: 'None needed: it is free' },
    offer: { text: 'An offer or a draft' },
    signed: { text: 'It is signed' },
  },
  costPeriod: {
    once: { text: 'Once' },
    month: { text: 'Every month' },
    year: { text: 'Every year' },
  },
} satisfies Partial<Record<Detail, Record<string, Words>>>;

type HeadedDetail = Exclude<Detail, 'extra'>;

/** How the details are headed where they are read, in the order in which they stand there. */
const headings: Partial<Record<HeadedDetail, string>> = {
  where: 'Where marketing is with it',
  vendorCall: 'Next call with the vendor',
  onTheDay: 'On the day',
  firmness: 'The date',
  hurry: 'Said in a hurry',
  tool: 'Tool',
  wish: 'What is wanted',
  data: 'Data',
  systems: 'Works with',
  vendor: 'Vendor or agency',
  ownership: 'Owner of code and data',
  contract: 'Contract',
  cost: 'Cost',
  costPeriod: 'Paid',
  owned: 'Owned already',
  whyNot: 'Why not that',
  measure: 'It worked if',
  baseline: 'Today',
  lookOn: 'Looked at on',
  broughtFrom: 'Elsewhere it was',
};

const hurryInWords = {
  usual: 'meant as: in IT’s usual time',
  'week-end': 'meant as: by the end of IT’s week',
  day: 'meant as: by the day above',
};

const days: ReadonlySet<string> = new Set<Detail>(['vendorCall', 'lookOn']);

/** Each known detail with its heading, as plain text. */
export function detailsInWords(details: Details): { heading: string; words: string }[] {
  const known = Object.entries(headings).flatMap(([id, heading]) => {
    const value = details[id as HeadedDetail];
    if (value === undefined) return [];
    if (id === 'hurry') {
      const choice = details.hurryChoice ? `, ${hurryInWords[details.hurryChoice]}` : '';
      return [{ heading, words: `“${details.hurry}”${choice}` }];
    }
    const list = Array.isArray(value) ? value : [value];
    return [{ heading, words: list.map((each) => wordsFor(id, each)).join(', ') }];
  });
  const extra = (details.extra ?? []).map(({ label, type, answer }) => ({
    heading: label.replace(/[?:]$/, ''),
    words: type === 'date' ? day(answer) : answer,
  }));
  return [...known, ...extra];
}

function wordsFor(id: string, value: string): string {
  if (days.has(id)) return day(value);
  const choices: Record<string, Record<string, Words>> = inWords;
  return choices[id]?.[value]?.text ?? value;
}

const topicDetail: Partial<Record<Topic, { detail: Detail; name: string }>> = {
  success: { detail: 'measure', name: 'how to tell that it worked' },
  tool: { detail: 'tool', name: 'which tool' },
  data: { detail: 'data', name: 'which data it touches' },
  systems: { detail: 'systems', name: 'which systems it works with' },
  vendor: { detail: 'vendor', name: 'which vendor' },
  contract: { detail: 'contract', name: 'whether there is a contract' },
  cost: { detail: 'cost', name: 'what it costs' },
};

const unsureInWords = { impact: 'how much depends on it', urgency: 'how soon it is needed' };

// A card has room for what matters most about its kind.
const mostOpen = 3;

/** What the kind asks about first and nobody knows yet, as it reads after "not known yet". */
export function openTopics(
  details: Details,
  { questions: asked, extra }: Pick<Settings['kinds'][RequestKind], 'questions' | 'extra'>,
): string[] {
  const answered = new Set(details.extra?.map(({ id }) => id));
  const unsure = details.unsure ?? [];
  return [
    ...unsure.map((each) => unsureInWords[each]),
    ...asked
      .flatMap((topic) => topicDetail[topic] ?? [])
      .slice(0, mostOpen)
      .flatMap(({ detail, name }) => (details[detail] === undefined ? [name] : [])),
    ...extra.flatMap(({ id, label }) => (answered.has(id) ? [] : [`“${inline(label, ours.name)}”`])),
  ];
}
