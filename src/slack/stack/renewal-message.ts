import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { isRenewable, type RenewalMatter, type RenewalStanding } from '../../domain/stack/renewal.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Told } from '../../usecases/saying/outbox.ts';
import { type RenewalView, seeRenewal } from '../../usecases/stack/renewals.ts';
import { todayOf } from '../../usecases/today.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import {
  answerInWords,
  newestAnswers,
  nextButtons,
  standingInWords,
  verdictsInWords,
} from './renewal-words.ts';
import { costInWords, inDays } from './words.ts';

type AboutRenewal = Extract<Told, { topic: 'renewal' }>;

/** What an owner or a lead is told before a contract goes on; null where that is over by now. */
export async function renewalMessage(
  desk: Desk,
  about: AboutRenewal,
  recipient: PersonId,
): Promise<Message | null> {
  const view = await seeRenewal(desk, about.tool);
  if (view?.renewal.contractEnd !== about.contractEnd || !isRenewable(view.tool)) return null;
  const { tool, renewal, standing } = view;
  if (!isNews(about.matter, standing, recipient)) return null;
  const name = inline(tool.name, ours.name);
  const text = headline(about.matter, name, view, await todayOf(desk, recipient));
  return {
    text,
    blocks: [
      section(text),
      ...factBlocks(view),
      ...newestAnswers(renewal.answers).map((answer) => context(answerInWords(answer))),
      ...(standing.is === 'decided' ? [] : [context(standingInWords(standing))]),
      ...actions([
        ...(standing.is === 'decided'
          ? []
          : [button('Answer…', 'renewal.answer', tool.id, { style: 'primary' })]),
        ...nextButtons(standing, tool.id),
        button('Show the tool', 'stack.show', tool.id),
      ]),
    ],
  };
}

/** Answers may have come since it was decided that somebody should be told. */
function isNews(matter: RenewalMatter, standing: RenewalStanding, recipient: PersonId): boolean {
  switch (matter) {
    case 'first':
    case 'second':
      return standing.is === 'open' && standing.waitsFor.includes(recipient);
    case 'leads':
      return standing.is !== 'decided';
    case 'disagreement':
      return standing.is === 'disagreed';
    case 'decided':
      return standing.is === 'decided';
  }
}

function headline(
  matter: RenewalMatter,
  name: string,
  { renewal, standing }: RenewalView,
  today: LocalDate,
): string {
  const notice = `${day(renewal.noticeOn)}${inDays(renewal.noticeOn, today)}`;
  switch (matter) {
    case 'first':
      return `Notice for *${name}* is due by ${notice}. Keep it, keep less of it, or let it end? And did it bring what it was for?`;
    case 'second':
      return `*${name}* goes on by itself unless notice is given by ${notice}. What shall become of it?`;
    case 'leads':
      return `Nobody has settled yet what becomes of *${name}*, and notice is due by ${notice}. Your word decides.`;
    case 'disagreement':
      return `The two owners of *${name}* see its renewal differently. Notice is due by ${notice}. Please talk, then one of you answers anew.`;
    case 'decided':
      return standing.is === 'decided'
        ? `*${name}*: ${verdictsInWords[standing.verdict]}. That is settled. Notice would be due by ${notice}.`
        : `*${name}* has an answer. Notice is due by ${notice}.`;
  }
}

function factBlocks({ tool, left, unjudged }: RenewalView): KnownBlock[] {
  const facts = [
    ...(tool.cost ? [costInWords(tool.cost)] : []),
    ...(tool.seats === null ? [] : [`${tool.seats.toLocaleString('en')} users or seats`]),
    ...(tool.purpose ? [inline(tool.purpose, ours.title)] : []),
  ];
  return [
    ...(facts.length > 0 ? [context(facts.join(' · '))] : []),
    ...(unjudged.length > 0 ? [context(unjudgedInWords(unjudged))] : []),
    ...left.map((person) => context(`${mention(person)} has left, so the question is yours.`)),
  ];
}

const requestsNamed = 3;

function unjudgedInWords(requests: RenewalView['unjudged']): string {
  const named = requests
    .slice(0, requestsNamed)
    .map(({ request, title }) => `${requestKey(request.number)} ${inline(title, ours.name)}`);
  const rest = requests.length - named.length;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return `Done for it, and nobody has said yet what became of it: ${named.join(' · ')}${more}`;
}
