import type { KnownBlock } from '@slack/types';
import type { Message } from '../conversation.ts';
import { actions, button, section } from '../kit/blocks.ts';

/** Whom a part of the help is for; `everybody` is what one is shown first. */
export const helpSeats = ['everybody', 'it', 'leads', 'admins'] as const;
export type HelpSeat = (typeof helpSeats)[number];

interface Part {
  /** Of the button that leads to it. */
  label: string;
  paragraphs: readonly string[];
}

const parts: Record<HelpSeat, Part> = {
  everybody: {
    label: 'For everybody',
    paragraphs: [
      '*MarTech Broker* takes what marketing asks of IT, gives it an owner and a date, and holds both to one definition of done.',
      '`/martech-request` asks for something; words after it become the title, unless the first is one of these:',
      listed([
        '`mine`: what you asked for',
        '`find webinar form`: requests by their words',
        '`show MR-12`: one with its whole history',
        '`stack newsletter`: a tool that we already have',
        '`terms asap`: what each side means by a word',
        '`done`: what “done” means for each kind of request',
        '`roadmap`: what comes, month by month; `launches` and `freezes`: the dates around it',
        '`away`: no nudges for you on the days that you name',
      ]),
      'Each request has a card in your messages with this app. It says what happened, whose turn it is and by when. What you write in its thread goes to IT.',
      'You can also ask from any message: its menu has “Raise as a request”, and :ticket: on a message asks whoever wrote it.',
    ],
  },
  it: {
    label: 'For IT',
    paragraphs: [
      '`/martech-request triage` opens IT’s queue. App Home has it, too.',
      'In IT’s channel :eyes: on a card takes it, :white_check_mark: delivers it, and :no_entry_sign: starts to decline it. Taking an emoji back undoes its step while nothing followed.',
      'What IT writes in a card’s thread stays with IT: :question: on a message asks the requester that, :mega: shares it, and :pushpin: keeps it as a decision, each after its author has looked at it once more.',
    ],
  },
  leads: {
    label: 'For the leads',
    paragraphs: [
      'After `/martech-request`:',
      listed([
        '`digest`: the current week in figures',
        '`top-five`: what marketing needs most, put in order by its lead',
        '`capacity`: how much IT can do in a month, said by its lead, who writes `freezes` as well',
        '`stack import`: tools from a CSV file',
        '`export`: a file of requests, history or stack',
      ]),
      'What you both agree to, under `done` and `terms`, counts for everybody.',
    ],
  },
  admins: {
    label: 'For admins',
    paragraphs: [
      'After `/martech-request`:',
      listed([
        '`setup`: IT’s channel, the leads and the working hours',
        '`holidays`: the closed days; it proposes a country’s',
      ]),
      '`digest`, `stack import` and `export` are yours as well as the leads’.',
    ],
  },
};

/** The same for everybody who asks for that part, so it reads nothing. */
export function helpMessage(seat: HelpSeat): Message {
  const { label, paragraphs } = parts[seat];
  const heading = seat === 'everybody' ? [] : [`*${label}*`];
  const others = helpSeats.filter((each) => each !== seat);
  const blocks: KnownBlock[] = [
    ...[...heading, ...paragraphs].map((paragraph) => section(paragraph)),
    ...actions(others.map((each) => button(parts[each].label, `help.${each}`, each))),
  ];
  return { text: 'How to use MarTech Broker', blocks };
}

function listed(lines: readonly string[]): string {
  return lines.join('\n');
}
