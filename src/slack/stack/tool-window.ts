import type { KnownBlock, RichTextElement, SectionBlock } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import { categories } from '../../domain/stack/category.ts';
import { noticeOn } from '../../domain/stack/contract.ts';
import { isRenewable } from '../../domain/stack/renewal.ts';
import type { ToolChange } from '../../domain/stack/sheet.ts';
import { isCurrent, type Tool } from '../../domain/stack/tool.ts';
import type { ToolView } from '../../usecases/stack/look-up-tool.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, header, mrkdwn, passage, richText, section } from '../kit/blocks.ts';
import { day, moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { readingModal } from '../kit/modal.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { askButton } from './ask-for-change.ts';
import { dealingBlocks } from './dealing-blocks.ts';
import { renewalBlocks } from './renewal-blocks.ts';
import { rivalBlocks } from './rivals.ts';
import { cellInWords, costInWords, dataInWords, inDays, labels, owner, statesInWords } from './words.ts';

/** Everything about one tool, in one window. */
export function toolWindow(view: ToolView): Modal {
  const { tool, history } = view;
  const { stateReason } = tool;
  const why = stateReason ? `: ${inline(stateReason, 200)}` : '';
  return readingModal('A tool', [
    header(tool.name),
    section(`${categories[tool.category].name} · ${sentenceCase(statesInWords[tool.state])}${why}`),
    ...(tool.purpose ? [passage(labels.purpose, tool.purpose, ours.passage)] : []),
    ...risks(view).map((risk) => context(`:warning: ${risk}`)),
    pairs([
      [labels.business_owner, owner(tool.businessOwner)],
      [labels.technical_owner, owner(tool.technicalOwner)],
      [labels.backup, owner(tool.backup)],
      ...cells(view, ['decides', 'pays', 'holds_data', 'answers', 'owns_code', 'owns_data']),
    ]),
    ...moneyBlocks(view),
    ...linkBlocks(tool),
    ...renewalBlocks(view),
    ...dealingBlocks(view),
    ...rivalBlocks(view),
    ...actions([
      button('Change…', 'stack.edit', tool.id),
      ...(isRenewable(tool) ? [askButton('retire', tool.id)] : []),
    ]),
    { type: 'divider' },
    section('*What changed*'),
    ...(history.length > 0
      ? history.map((change) => context(changeInWords(change, view)))
      : [context('Nothing since it was recorded.')]),
  ]);
}

/** What somebody should mend, as long as the tool is of any concern. */
function risks({ tool, left }: ToolView): string[] {
  if (!isCurrent(tool)) return [];
  const gone = left.map((person) => `${mention(person)} has left. Please name somebody else.`);
  const missing = [
    ...(tool.businessOwner ? [] : ['Nobody in the business owns it.']),
    ...(tool.technicalOwner ? [] : ['Nobody owns its technology.']),
    ...(tool.backup ? [] : ['Nobody else can run it.']),
  ];
  return [...gone, ...missing];
}

type Pair = readonly [name: string, value: string];

/** Side by side; Slack takes ten at most. */
function pairs(facts: readonly Pair[]): SectionBlock {
  return {
    type: 'section',
    fields: facts.slice(0, 10).map(([name, value]) => mrkdwn(`*${name}*\n${value}`)),
  };
}

function cells({ sheet }: ToolView, columns: readonly (keyof ToolView['sheet'])[]): Pair[] {
  return columns.flatMap((column) =>
    sheet[column] === '' ? [] : [[labels[column], inline(sheet[column], ours.title)] as const],
  );
}

function moneyBlocks(view: ToolView): KnownBlock[] {
  const { tool, today } = view;
  const { cost, contractEnd } = tool;
  const notice = noticeOn(tool);
  const recorded: Pair[] = [
    ...cells(view, ['vendor', 'agency', 'seats']),
    ...(cost ? [['Cost', costInWords(cost)] as const] : []),
    ...(contractEnd ? [[labels.contract_end, day(contractEnd)] as const] : []),
    ...(notice ? [['Give notice by', `${day(notice)}${inDays(notice, today)}`] as const] : []),
    ...(tool.dataClasses.length > 0
      ? [[labels.data_classes, tool.dataClasses.map((each) => dataInWords[each]).join(', ')] as const]
      : []),
    ...(tool.securityReview ? [[labels.security_review, day(tool.securityReview)] as const] : []),
    ...cells(view, ['integrations']),
  ];
  return recorded.length > 0 ? [pairs(recorded)] : [];
}

/** Rich text shows an address as it is, and nothing else in it is parsed. */
function linkBlocks({ links }: Tool): KnownBlock[] {
  if (links.length === 0) return [];
  return [
    richText([
      { type: 'text', text: 'Links', style: { bold: true } },
      ...links.flatMap((url): RichTextElement[] => [
        { type: 'text', text: '\n' },
        { type: 'link', url },
      ]),
    ]),
  ];
}

const cellsShown = 12;

function changeInWords(
  { revision, at, by, request, changes }: ToolChange,
  { tool, dealings }: ToolView,
): string {
  const asked = dealings.requests.find((each) => each.request.id === request)?.request;
  const how = asked ? ` with ${requestKey(asked.number)}` : '';
  const who = `${by ? mention(by) : request ? 'A request' : 'An import'}${how}`;
  if (revision === 1) return `${moment(at)} · ${by ? mention(by) : 'An import'} recorded it${how}.`;
  const words = changes.slice(0, cellsShown).map(({ column, before, after }) => {
    const cell = (text: string) => cellInWords(column, text, tool.workspace);
    return `${labels[column]}: ${cell(before)} → ${cell(after)}`;
  });
  const rest = changes.length - words.length;
  const all = `${words.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return `${moment(at)} · ${who} · ${all}`;
}
