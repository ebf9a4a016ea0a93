import type { Message } from '../conversation.ts';
import { section } from '../kit/blocks.ts';

const lines = [
  '*MarTech Broker* takes what marketing asks of IT, gives it an owner and a date, and holds both to one definition of done.',
  [
    '`/martech-request` asks for something. Words after it become the title.',
    '`/martech-request mine` lists what you asked for.',
    '`/martech-request find webinar form` finds requests by their words.',
    '`/martech-request show MR-12` opens a request with its whole history.',
    '`/martech-request away 2026-08-03 2026-08-14` keeps nudges from you on those days.',
    '`/martech-request stack newsletter` finds a tool that we already have: what it does, who owns it, what it costs.',
    '`/martech-request terms asap` says what each side means by a word.',
    '`/martech-request roadmap` shows what comes, month by month, and what does not come now.',
    '`/martech-request launches` lists what marketing launches, and moves it.',
    '`/martech-request freezes` says when something is left as it is, and why.',
    '`/martech-request top-five` puts first what marketing needs most, for marketing’s lead.',
    '`/martech-request triage` opens IT’s queue, for IT.',
    '`/martech-request setup` sets up the desk, and `/martech-request holidays` its closed days, for admins.',
    '`/martech-request digest` shows the current week in figures, to the leads and admins.',
    '`/martech-request stack import` takes tools from a CSV file, for the leads and admins.',
    '`/martech-request export` makes a file of requests, history or stack, for the leads and admins.',
    '`/martech-request done` shows what “done” means for each kind of request.',
  ].join('\n'),
  'Each request has a card in your messages with this app. It says what happened, whose turn it is and by when. What you write in its thread goes to IT.',
  'You can also ask from any message: its menu has “Raise as a request”, and :ticket: on a message asks whoever wrote it.',
  'In IT’s channel :eyes: on a card takes it, :white_check_mark: delivers it, and :no_entry_sign: starts to decline it. What IT writes in the thread there stays with IT: :question: on a message asks the requester that, :mega: shares it, and :pushpin: keeps it as a decision, each after its author has looked at it once more.',
];

export const helpMessage: Message = {
  text: 'How to use MarTech Broker',
  blocks: lines.map((line) => section(line)),
};
