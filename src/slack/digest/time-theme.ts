import type { KnownBlock } from '@slack/types';
import { type Figures, type Party, parties, percent } from '../../domain/digest/figures.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { timeInWords } from '../../domain/sla/business-time.ts';
import { actions, section } from '../kit/blocks.ts';
import { rowsButtons } from './buttons.ts';
import type { ChartBlock, RichMessage } from './rich-message.ts';
import { counted, partyInWords } from './words.ts';

const hour = 60 * 60_000;

/** With whom the week's working time was: a chart, or a table in words where Slack draws none. */
export function timeTheme(week: string, figures: Figures, { hours }: Pick<Settings, 'hours'>): RichMessage {
  const { time } = figures;
  const spent = parties.filter((party) => time[party].time > 0);
  const all = spent.reduce((sum, party) => sum + time[party].time, 0);
  const requests = Math.max(...spent.map((party) => time[party].count));
  const title = 'Where the time went';
  const lines = spent.map((party) => {
    const share = requestsEnough(requests) ? ` (${Math.round((100 * time[party].time) / all)} %)` : '';
    const words = timeInWords(time[party].time, hours[party === 'marketing' ? 'marketing' : 'it']);
    return `with ${partyInWords[party]}: ${words}${share}, over ${counted(time[party].count, 'request')}`;
  });
  const opening = section(`*${title}*, in each side’s own working hours\n${lines.join('\n')}`);
  const buttons: KnownBlock[] = actions(
    rowsButtons(
      week,
      figures,
      spent.map((party) => `time-${party}` as const),
    ),
  );
  const chart: ChartBlock = {
    type: 'data_visualization',
    title,
    chart: { type: 'pie', segments: spent.map((party) => segment(party, time[party].time)) },
  };
  return {
    text: [title, ...lines].join('\n'),
    blocks: [opening, chart, ...buttons],
    plainer: [opening, ...buttons],
  };
}

function segment(party: Party, time: number): { label: string; value: number } {
  const name = partyInWords[party];
  return {
    label: name[0]?.toUpperCase() + name.slice(1),
    // A slice of less than a tenth of an hour must still be more than nothing.
    value: Math.max(0.1, Math.round((10 * time) / hour) / 10),
  };
}

function requestsEnough(requests: number): boolean {
  return percent(0, requests) !== null;
}
