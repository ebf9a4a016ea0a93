import type { KnownBlock } from '@slack/types';
import { findByWords } from '../../usecases/request/find-requests.ts';
import { myRequests } from '../../usecases/request/list-requests.ts';
import { findRequest, seeRequest } from '../../usecases/request/look-up-request.ts';
import type { ActionHandler, CommandHandler } from '../conversation.ts';
import { button, context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { tell, turnedAway } from '../kit/notice.ts';
import { helpMessage, helpSeats } from '../wording/help.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { lineInList } from '../wording/request-line.ts';
import { wholeRequest } from './whole-request.ts';

/** `/martech-request help`: what everybody needs first; the other parts are a button away, in its place. */
export const help: CommandHandler = async () => ({ kind: 'tell', message: helpMessage('everybody') });

/** The buttons of the help, by their action_id. */
export const helpParts: Record<string, ActionHandler> = Object.fromEntries(
  helpSeats.map((seat): [string, ActionHandler] => [
    `help.${seat}`,
    async () => ({ kind: 'tell', message: helpMessage(seat), replaces: true }),
  ]),
);

/** `/martech-request mine` */
export const mine: CommandHandler = async ({ desk, person }) => {
  const lines = await myRequests(desk, person);
  if (lines.length === 0)
    return tell('You have not asked for anything yet. `/martech-request` starts a request.');
  const now = desk.clock.now();
  return {
    kind: 'tell',
    message: {
      text: 'Your requests',
      blocks: [
        section('*Your requests*'),
        ...lines.map((line) => section(lineInList(line, 'marketing', now))),
        context('`/martech-request show MR-12` opens one of them.'),
      ],
    },
  };
};

/** `/martech-request find words` */
export const find: CommandHandler = async (call) => {
  const { desk, words } = call;
  const barred = await turnedAway(call);
  if (barred) return barred;
  if (!words) return tell('Which words? For example `/martech-request find webinar form`.');
  const lines = await findByWords(desk, words);
  if (lines.length === 0) return tell('No request has all of these words. Fewer words find more.');
  const now = desk.clock.now();
  const text = `Requests with “${inline(words, ours.name)}”`;
  return {
    kind: 'tell',
    message: {
      text,
      blocks: [
        section(`*${text}*`),
        ...lines.map(
          (line): KnownBlock => ({
            ...section(lineInList(line, null, now)),
            accessory: button('Open', 'request.found', line.request.id),
          }),
        ),
      ],
    },
  };
};

/** The button beside what was found. */
export const showFound: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeRequest(desk, person, value ?? '');
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  return { kind: 'open', modal: wholeRequest(seen.value, person, desk.clock.now()) };
};

/** `/martech-request show MR-12` */
export const show: CommandHandler = async ({ desk, person, words }) => {
  if (!words) return tell('Which one? For example `/martech-request show MR-12`.');
  const found = await findRequest(desk, person, words);
  if (!found.ok) return tell(sentenceFor(found.refusal, null));
  return { kind: 'open', modal: wholeRequest(found.value, person, desk.clock.now()) };
};
