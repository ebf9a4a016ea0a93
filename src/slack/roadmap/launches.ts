import { assertNever } from '../../domain/assert-never.ts';
import { userOf } from '../../domain/person.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { colleague } from '../../usecases/desk.ts';
import { cancelLaunch, keepLaunch, type MovedAlong } from '../../usecases/roadmap/keep-launch.ts';
import { seeLaunch, seeLaunches } from '../../usecases/roadmap/look-up-launch.ts';
import { todayOf } from '../../usecases/today.ts';
import type { ActionHandler, Answer, Call, Modal, SubmissionHandler } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline, oneLine } from '../kit/escape.ts';
import { fieldsOf } from '../kit/fields.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { noticeModal, sentence, staleWindow, tell } from '../kit/notice.ts';
import { sentenceFor, situations } from '../wording/refusals.ts';
import {
  cancelForm,
  launchField,
  launchForm,
  parseCancel,
  parseLaunch,
  readCancelForm,
  readLaunchForm,
  typedLaunch,
} from './launch-form.ts';
import { launchesWindow, launchWindow } from './launch-window.ts';

/** `/martech-request launches`, and the buttons that lead there. */
export async function openLaunches({ desk, person }: Call): Promise<Answer> {
  const seen = await seeLaunches(desk, person);
  return seen.ok
    ? { kind: 'open', modal: launchesWindow(seen.value) }
    : tell(sentenceFor(seen.refusal, null));
}

async function shown({ desk, person }: Call, id: string, said: readonly string[] = []): Promise<Modal> {
  const seen = await seeLaunch(desk, person, id);
  return seen.ok
    ? launchWindow(seen.value, desk.clock.now(), said)
    : noticeModal(sentence(sentenceFor(seen.refusal, null)));
}

export const showLaunch: ActionHandler = async (call) => ({
  kind: 'open',
  modal: await shown(call, call.value ?? ''),
});

/** Pushed upon the list, or opened from elsewhere. */
export const addLaunch: ActionHandler = async ({ desk, person }) => {
  const seen = await seeLaunches(desk, person);
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  if (!seen.value.mayAdd) return tell(sentenceFor({ code: 'not-marketing' }, null));
  const form = { id: null, seen: 0, before: null };
  return { kind: 'open', modal: launchForm(form, { name: '', date: null, owner: userOf(person) }) };
};

export const editLaunch: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeLaunch(desk, person, value ?? '');
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  const { launch, mayChange } = seen.value;
  if (!mayChange) return tell(sentenceFor({ code: 'not-marketing' }, null));
  const form = { id: launch.id, seen: launch.revision, before: launch.date };
  return { kind: 'update', modal: launchForm(form, typedLaunch(launch)) };
};

export const submitLaunch: SubmissionHandler = async (call) => {
  const { desk, person, cause, metadata, values } = call;
  const form = readLaunchForm(metadata);
  if (!form) return gone;
  const parsed = parseLaunch(fieldsOf(values), form, await todayOf(desk, person));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const { date } = parsed.value;
  const [name, owner] = [oneLine(parsed.value.name), colleague(desk, parsed.value.owner)];
  const { id, seen } = form;
  const outcome = await keepLaunch(desk, { person, cause: `${cause}:${seen}`, id, seen, name, date, owner });
  if (!outcome.ok) {
    return outcome.refusal.code === 'not-a-member'
      ? {
          kind: 'errors',
          errors: { [launchField('owner', form)]: 'Please pick a full member of this workspace.' },
        }
      : tell(sentenceFor(outcome.refusal, null));
  }
  const kept = outcome.value;
  switch (kept.kind) {
    case 'kept':
      return { kind: 'update', modal: await shown(call, kept.id, movedInWords(kept.moved)) };
    case 'moved-on': {
      const { launch, merged } = kept;
      const theirs = `It now reads: *${inline(launch.name, ours.name)}*, ${day(launch.date)}, owner ${mention(launch.owner)}.`;
      const yours = 'Below is the same with what you changed.';
      return {
        kind: 'update',
        modal: launchForm(
          { id: launch.id, seen: launch.revision, before: launch.date },
          typedLaunch(merged),
          [
            section('*Somebody changed this launch while you had it open.* Nothing of yours is saved yet.'),
            section(`${theirs}\n${yours}`),
          ],
        ),
      };
    }
    default:
      return assertNever(kept);
  }
};

/** What became of the requests when their launch moved. */
function movedInWords({ changed, proposed, left }: MovedAlong): string[] {
  const keys = (requests: readonly { number: number }[]) =>
    requests
      .slice(0, ours.listed)
      .map(({ number }) => requestKey(number))
      .join(', ') + (requests.length > ours.listed ? ` and ${requests.length - ours.listed} more` : '');
  return [
    ...(proposed.length > 0
      ? [`:hourglass: A new date is proposed on ${keys(proposed)}. What was agreed holds until IT says yes.`]
      : []),
    ...(changed.length > 0 ? [`:calendar: The wanted date moved along on ${keys(changed)}.`] : []),
    ...left
      .filter(({ refusal }) => refusal.code !== 'nothing-changed')
      .slice(0, ours.listed)
      .map(({ request, refusal }) =>
        refusal.code === 'wrong-state'
          ? `:warning: ${requestKey(request.number)} keeps its date: it ${situations[refusal.status]}.`
          : `:warning: ${requestKey(request.number)} keeps its date. ${sentenceFor(refusal, request)}`,
      ),
  ];
}

export const askToCancel: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeLaunch(desk, person, value ?? '');
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  if (!seen.value.mayChange) return tell(sentenceFor({ code: 'not-marketing' }, null));
  return { kind: 'update', modal: cancelForm(seen.value) };
};

export const submitCancel: SubmissionHandler = async (call) => {
  const { desk, person, cause, metadata, values } = call;
  const id = readCancelForm(metadata);
  if (!id) return gone;
  const parsed = parseCancel(fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const outcome = await cancelLaunch(desk, { person, cause, id, ...parsed.value });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const { stay } = outcome.value;
  const said =
    stay === 0
      ? []
      : [
          `${stay === 1 ? 'One request stays' : `${stay} requests stay`} open; whoever asked and IT are told.`,
        ];
  return { kind: 'update', modal: await shown(call, id, said) };
};

const gone = staleWindow('open the launches');
