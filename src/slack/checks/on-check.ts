import { type Check, isPending } from '../../domain/checks/check.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import { refused } from '../../domain/request/refusal.ts';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { giveCommand } from '../../usecases/request/give-command.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { ActionCall, ActionHandler, Answer, Modal, SubmissionHandler } from '../conversation.ts';
import type { Fields, Parsed } from '../kit/fields.ts';
import { readMetadata, writeMetadata } from '../kit/metadata.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
import { type OnRequest, opens, outOfDate, submits } from '../kit/on-request.ts';
import { theCheck } from '../wording/checks.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { readCheckValue } from './check-blocks.ts';

/** A check in the hands of somebody who is about to do something about it. */
export interface OnCheck extends OnRequest {
  check: Check;
}

/** A button that opens a window about one check, unless that check is gone. */
export function opensOnCheck(
  command: CommandOnRequest['type'],
  windowOf: (on: OnCheck) => Modal,
): ActionHandler {
  return async (call) => {
    const { request, check: name } = readCheckValue(call.value);
    const open = opens(command, (on) => {
      const metadata = writeMetadata({ request, seen: on.seen, check: name });
      return shown({ ...on, metadata }, name, windowOf);
    });
    return inPlaceOfWhatIsOver(call, await open({ ...call, value: request }));
  };
}

/** The window that was sent. It is shown again where a secret seems to be in its words. */
export function submitsOnCheck(
  parse: (fields: Fields, on: OnCheck) => Parsed<Intent>,
  windowOf: (on: OnCheck) => Modal,
): SubmissionHandler {
  return async (call) => {
    const name = readMetadata(call.metadata)?.check;
    if (name === undefined) return outOfDate;
    let isThere = true;
    const submit = submits(
      (fields, on) => {
        const check = checkNamed(on, name);
        isThere = check !== null;
        return check ? parse(fields, { ...on, check }) : { ok: false, errors: {} };
      },
      { guards: (on) => shown(on, name, windowOf) },
    );
    const answer = await submit(call);
    return isThere ? answer : outOfDate;
  };
}

/** One press; the message whose button it was says so afterwards, and has no button any more. */
export const approve: ActionHandler = async (call) => {
  const { desk, person, cause, message } = call;
  const { request, check } = readCheckValue(call.value);
  const outcome = await giveCommand(desk, {
    request,
    person,
    cause,
    intent: { type: 'approve-check', check },
  });
  if (!outcome.ok) {
    const text = sentenceFor(outcome.refusal, await desk.store.request(request));
    return inPlaceOfWhatIsOver(call, tell(text));
  }
  const said = sentence(`You approved ${theCheck(check)} of ${requestKey(outcome.value.number)}. Thank you.`);
  return { kind: 'tell', message: said, replaces: message !== null };
};

/** A message that still asks for a check says why it need not be decided any more, rather than be pressed in vain again. */
async function inPlaceOfWhatIsOver(
  { desk, value, message }: Pick<ActionCall, 'desk' | 'value' | 'message'>,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== 'tell' || !message) return answer;
  const { request: id, check: name } = readCheckValue(value);
  const request = await desk.store.request(id);
  const check = request?.checks.find((each) => each.name === name);
  const isOver = !request || !isOpen(request) || !check || !isPending(check);
  return isOver ? { ...answer, replaces: true } : answer;
}

function shown(on: OnRequest, name: string, windowOf: (on: OnCheck) => Modal): Modal {
  const check = checkNamed(on, name);
  return check
    ? windowOf({ ...on, check })
    : noticeModal(sentence(sentenceFor(refused('unknown-check'), on.view.request)));
}

function checkNamed({ view }: OnRequest, wanted: string): Check | null {
  return view.request.checks.find(({ name }) => name === wanted) ?? null;
}
