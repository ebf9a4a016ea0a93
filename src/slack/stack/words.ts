import { daysUntil } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { categories } from '../../domain/stack/category.ts';
import { type Column, personColumns } from '../../domain/stack/sheet.ts';
import type { CostPeriod, DataClass, Tool, ToolState } from '../../domain/stack/tool.ts';
import type { LocalDate } from '../../domain/time.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';

/** How the form asks for each column, and what the history calls it. */
export const labels: Record<Column, string> = {
  name: 'Name',
  category: 'Category',
  purpose: 'What it is for',
  state: 'Where it stands',
  state_reason: 'Why',
  business_owner: 'Business owner',
  technical_owner: 'Technical owner',
  backup: 'Who else can run it',
  decides: 'Who decides about it',
  pays: 'Who pays',
  holds_data: 'Who holds the data',
  answers: 'Who answers when it fails',
  vendor: 'Vendor',
  agency: 'Agency',
  owns_code: 'Who owns the code',
  owns_data: 'Who owns the data',
  data_classes: 'What data is in it',
  integrations: 'Exchanges data with',
  seats: 'Users or seats',
  cost: 'Cost',
  currency: 'Currency',
  period: 'Paid every',
  contract_start: 'Contract starts',
  contract_end: 'Contract ends',
  notice_days: 'Notice in days',
  security_review: 'Last security review',
  links: 'Links',
};

export const statesInWords: Record<ToolState, string> = {
  considering: 'being considered',
  pilot: 'on trial',
  live: 'in use',
  retiring: 'on its way out',
  retired: 'no longer in use',
  rejected: 'decided against',
};

export const dataInWords: Record<DataClass, string> = {
  none: 'No data of people',
  aggregated: 'Figures without people',
  behaviour: 'What people do on our sites',
  contact: 'Names and contact details',
  payment: 'Payment details',
  special: 'What the law protects most, such as health',
};

export const periodsInWords: Record<CostPeriod, string> = {
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  once: 'only once',
};

/** A cell as a reader sees it, in mrkdwn. */
export function cellInWords(column: Column, text: string, workspace: string): string {
  if (text === '') return 'nothing';
  return personColumns.includes(column) ? mention(personId(workspace, text)) : `“${inline(text, ours.name)}”`;
}

export function owner(person: PersonId | null): string {
  return person ? mention(person) : 'nobody yet';
}

/** A tool in a list, in two lines. */
export function toolLine({ name, category, purpose, state, businessOwner, technicalOwner }: Tool): string {
  const owners = `business owner ${owner(businessOwner)}, technical owner ${owner(technicalOwner)}`;
  return [
    `*${inline(name, ours.name)}* · ${categories[category].name} · ${statesInWords[state]}`,
    [...(purpose ? [inline(purpose, ours.title)] : []), owners].join(' · '),
  ].join('\n');
}

export function costInWords({ amount, currency, period }: NonNullable<Tool['cost']>): string {
  const money = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return `${money.format(amount)}, ${period === 'once' ? 'paid once' : `every ${period}`}`;
}

export function inDays(date: LocalDate, today: LocalDate): string {
  const days = daysUntil(date, today);
  if (days < 0) return ' (has passed)';
  return days === 0 ? ' (today)' : ` (in ${days} ${days === 1 ? 'day' : 'days'})`;
}
