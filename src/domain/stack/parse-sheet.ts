import { z } from 'zod';
import { date, fault, isWebAddress, oneLine, memberId as person, short, text } from '../csv/cells.ts';
import { personId } from '../person.ts';
import { categories, parseCategory } from './category.ts';
import { type Column, columns, type Sheet } from './sheet.ts';
import { type CostPeriod, costPeriods, type DataClass, dataClasses, type Tool, toolStates } from './tool.ts';

/** All that a sheet says of a tool; other tools by their names, which only a whole stack can resolve. */
export type ToolFacts = Omit<Tool, 'id' | 'workspace' | 'revision' | 'integrations'> & {
  integrations: string[];
};

/** A sentence for each column that cannot be taken as it is. */
export type Faults = Partial<Record<Column, string>>;

export type ParsedSheet = { ok: true; facts: ToolFacts } | { ok: false; faults: Faults };

const longest = { name: 80, line: 200, text: 1000, links: 10, integrations: 50 };

const line = text(longest.line).transform((typed) => oneLine(typed) || null);

function wholeNumber(most: number) {
  return z.string().transform((typed, context) => {
    if (typed.trim() === '') return null;
    const value = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
    return value <= most ? value : fault(context, `Please write a whole number from 0 to ${most}.`);
  });
}

function listOf(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[;\n]/)
        .map(oneLine)
        .filter((part) => part !== ''),
    ),
  ];
}

/** A comma is taken for the decimal point only where it cannot be meant for thousands. */
const amount = z.string().transform((typed, context) => {
  if (typed.trim() === '') return null;
  const found = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (!found) return fault(context, `“${short(typed)}” is no amount such as 1200 or 1200.50.`);
  return Number(`${found[1]}.${found[2] ?? '0'}`);
});

const currencies = new Set(Intl.supportedValuesOf('currency'));

const currency = z.string().transform((typed, context) => {
  const code = typed.trim().toUpperCase();
  if (code === '' || currencies.has(code)) return code || null;
  return fault(context, `“${short(typed)}” is no currency code such as EUR or USD.`);
});

const periodWords: Record<string, CostPeriod> = {
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
  'one-off': 'once',
};

const period = z.string().transform((typed, context) => {
  const word = typed.trim().toLowerCase();
  if (word === '') return null;
  const known = costPeriods.find((each) => each === word) ?? periodWords[word];
  return known ?? fault(context, 'Please write month, quarter, year or once.');
});

const classes = z.string().transform((typed, context): DataClass[] => {
  const parts = listOf(typed).map((part) => part.toLowerCase());
  const unknown = parts.find((part) => !dataClasses.some((each) => each === part));
  if (unknown) return fault(context, `“${short(unknown)}” is none of ${dataClasses.join(', ')}.`);
  return dataClasses.filter((each) => parts.includes(each));
});

const links = z.string().transform((typed, context) => {
  const parts = listOf(typed).flatMap((part) => part.split(' '));
  if (parts.length > longest.links) return fault(context, `Please keep to ${longest.links} links.`);
  const odd = parts.find((part) => !isWebAddress(part));
  return odd ? fault(context, `“${short(odd)}” is no address that begins with https:// or http://.`) : parts;
});

const schema = z.object({
  name: text(longest.name).transform((typed, context) => {
    const name = oneLine(typed);
    if (name === '') return fault(context, 'Please say what it is called.');
    return name.includes(';') ? fault(context, 'Please leave semicolons out of a name.') : name;
  }),
  category: z.string().transform((typed, context) => {
    const known = typed.trim() === '' ? 'other' : parseCategory(typed);
    const list = Object.values(categories).map(({ name }) => name);
    return known ?? fault(context, `“${short(typed)}” is no category. There are: ${list.join(', ')}.`);
  }),
  purpose: text(longest.text).transform((typed) => typed.trim()),
  state: z.string().transform((typed, context) => {
    const word = typed.trim().toLowerCase() || 'live';
    const known = toolStates.find((each) => each === word);
    return known ?? fault(context, `“${short(typed)}” is none of ${toolStates.join(', ')}.`);
  }),
  state_reason: line,
  business_owner: person,
  technical_owner: person,
  backup: person,
  decides: line,
  pays: line,
  holds_data: line,
  answers: line,
  vendor: line,
  agency: line,
  owns_code: line,
  owns_data: line,
  data_classes: classes,
  integrations: z.string().transform((typed, context) => {
    const names = listOf(typed);
    const most = longest.integrations;
    return names.length > most ? fault(context, `Please keep to ${most} integrations.`) : names;
  }),
  seats: wholeNumber(10_000_000),
  cost: amount,
  currency,
  period,
  contract_start: date,
  contract_end: date,
  notice_days: wholeNumber(730),
  security_review: date,
  links,
} satisfies Record<Column, z.ZodType>);

/** Each fault stands beside its column; what concerns two columns stands beside the one that is missing or odd. */
export function parseSheet(sheet: Sheet, workspace: string): ParsedSheet {
  const parsed = schema.safeParse(sheet);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) };
  const row = parsed.data;
  const faults: Faults = {};
  if (row.state === 'rejected' && !row.state_reason)
    faults.state_reason = 'Please say why it was decided against.';
  if (row.cost !== null && !row.currency) faults.currency = 'Please say in which currency, such as EUR.';
  if (row.contract_start && row.contract_end && row.contract_end < row.contract_start) {
    faults.contract_end = 'The contract ends before it starts.';
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const owner = (user: string | null) => (user ? personId(workspace, user) : null);
  return {
    ok: true,
    facts: {
      ...{ name: row.name, category: row.category, purpose: row.purpose },
      ...{ state: row.state, stateReason: row.state_reason },
      businessOwner: owner(row.business_owner),
      technicalOwner: owner(row.technical_owner),
      backup: owner(row.backup),
      ...{ decides: row.decides, pays: row.pays, holdsData: row.holds_data, answers: row.answers },
      ...{ vendor: row.vendor, agency: row.agency, ownsCode: row.owns_code, ownsData: row.owns_data },
      ...{ dataClasses: row.data_classes, integrations: row.integrations, seats: row.seats },
      cost:
        row.cost !== null && row.currency
          ? { amount: row.cost, currency: row.currency, period: row.period ?? 'year' }
          : null,
      ...{ contractStart: row.contract_start, contractEnd: row.contract_end, noticeDays: row.notice_days },
      ...{ securityReview: row.security_review, links: row.links },
    },
  };
}

function faultsOf({ issues }: z.ZodError): Faults {
  const faults: Faults = {};
  for (const { path, message } of issues) {
    const column = columns.find((each) => each === path[0]);
    if (column) faults[column] ??= message;
  }
  return faults;
}
