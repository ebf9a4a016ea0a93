import { myRequests } from '../../usecases/list-requests.ts';
import { findRequest } from '../../usecases/look-up-request.ts';
import type { CommandHandler } from '../conversation.ts';
import { context, section } from '../kit/blocks.ts';
import { tell } from '../kit/notice.ts';
import { helpMessage } from '../wording/help.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { lineInList } from '../wording/request-line.ts';
import { wholeRequest } from './whole-request.ts';

/** `/martech-request help`: the same for everybody, so it reads nothing. */
export const help: CommandHandler = async () => ({ kind: 'tell', message: helpMessage });

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

/** `/martech-request show MR-12` */
export const show: CommandHandler = async ({ desk, person, words }) => {
  if (!words) return tell('Which one? For example `/martech-request show MR-12`.');
  const found = await findRequest(desk, person, words);
  if (!found.ok) return tell(sentenceFor(found.refusal, null));
  return { kind: 'open', modal: wholeRequest(found.value, person, desk.clock.now()) };
};
