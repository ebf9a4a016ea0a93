import { localDay } from '../../domain/day.ts';
import { type Details, lastingDetails } from '../../domain/intake/details.ts';
import { endOfWeek } from '../../domain/intake/first-promises.ts';
import { userOf } from '../../domain/person.ts';
import type { Brief } from '../../domain/request/brief.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { colleague, type Desk } from '../../usecases/desk.ts';
import { earlierRequest } from '../../usecases/intake/ask-again.ts';
import { hurryWords } from '../../usecases/intake/hurry-words.ts';
import { lookAround, namesOfTools } from '../../usecases/intake/look-before-sending.ts';
import { takeSubmission } from '../../usecases/intake/take-submission.ts';
import { giveCommand } from '../../usecases/request/give-command.ts';
import {
  type ActionHandler,
  type CommandHandler,
  nothing,
  type ShortcutHandler,
  type SubmissionHandler,
} from '../conversation.ts';
import { fileErrors } from '../files/file-errors.ts';
import { filesIn } from '../files/given-files.ts';
import { cut } from '../kit/cut.ts';
import { oneLine } from '../kit/escape.ts';
import { type Fields, fieldsOf } from '../kit/fields.ts';
import { ours } from '../kit/limits.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
import { outOfDate } from '../kit/on-request.ts';
import { readableText } from '../kit/readable-text.ts';
import { hasWarned, isSecretAllowed, secretErrors, secretsIn } from '../kit/secrets.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { causeOf, keepWindow, openOrGoOn, outlived } from './draft.ts';
import { criteriaFrom, readOpening } from './intake-modal.ts';
import { lookBlocks } from './look.ts';
import { draftFrom, readDraft, typedFrom } from './offer.ts';
import { drawn, openIntake, sceneOf } from './open-intake.ts';
import { type Asked, hurryOf, parseIntake } from './parse-intake.ts';
import { typedDegrees, typedDetails } from './questions.ts';
import { toolInBrief } from './tool-field.ts';

/** `/martech-request some words`: the words become the title. */
export const askFromCommand: CommandHandler = async (call) => {
  if (call.words === '') return openOrGoOn(call);
  return openIntake(call, {
    title: cut(oneLine(await readableText(call.words, namesFor(call.desk))), ours.title),
  });
};

/** A message becomes a request of whoever wrote it, filed by whoever raises it. */
export const raiseMessage: ShortcutHandler = async (call) => {
  const { desk, person, message } = call;
  if (!message) return openIntake(call, {});
  const { author, link } = message;
  const isForOther =
    author !== null && author !== person && (await desk.directory.standingOf(author)).isMember;
  const draft = draftFrom(await readableText(message.text, namesFor(desk)), link);
  return openIntake(call, { ...typedFrom(draft), requester: isForOther ? userOf(author) : null });
};

/** The button of an offer, which carries the words that it was made for. */
export const askFromOffer: ActionHandler = (call) => openIntake(call, readDraft(call.value));

/** Everything that was said about a closed request, once more, and what "done" meant. */
export const askAgain: ActionHandler = async (call) => {
  const id = call.value ?? '';
  const earlier = await earlierRequest(call.desk, call.person, id);
  if (!earlier) return tell('This request is open, or no longer there. Its card shows what is possible.');
  const { brief, kind, impact, urgency } = earlier;
  const typed: Fields = {
    ...typedDetails(lastingDetails(brief.details ?? {})),
    ...{ kind, title: brief.title, outcome: brief.outcome, link: brief.link, tool: toolInBrief(brief) },
    ...typedDegrees({ impact, urgency }, brief.details?.unsure),
  };
  return openIntake(call, typed, { again: id });
};

function namesFor(desk: Desk) {
  return async (user: string) => (await desk.directory.person(colleague(desk, user))).name;
}

/** Another kind asks other questions, and "More questions" unfolds the rest: in place, with what was typed. */
export function redraw(unfold: boolean): ActionHandler {
  return async ({ desk, person, view }) => {
    if (!view) return outOfDate;
    const [opening, fields] = [readOpening(view.metadata), fieldsOf(view.values)];
    if (!opening) return outlived({ desk, person }, { cause: causeOf(view), fields });
    const draft = { cause: opening.draft ?? causeOf(view), fields, again: opening.again };
    const isKept = !desk.isCrowded() && (await keepWindow({ desk, person }, draft));
    const now = {
      ...opening,
      more: unfold || opening.more,
      draft: isKept ? draft.cause : opening.draft,
    };
    const scene = await sceneOf(desk, person, now);
    return { kind: 'update', modal: await drawn(desk, person, fields, scene) };
  };
}

export const submitIntake: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const opening = readOpening(metadata);
  const fields = fieldsOf(values);
  if (!opening) return outlived({ desk, person }, { cause, fields });
  const scene = await sceneOf(desk, person, opening);
  const { settings, now, earlier } = scene;
  const zone = (await desk.directory.person(person)).zone ?? 'UTC';
  const more = await hurryWords(desk, settings);
  const weekEnd = () => endOfWeek(now, settings.hours.it);
  const parsed = parseIntake(fields, localDay(now, zone), weekEnd, settings, more);
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const asked = parsed.value;
  const files = filesIn(values);
  const unfit = fileErrors(files);
  if (unfit) return { kind: 'errors', errors: unfit };
  const strangers = await strangersAmong(desk, asked);
  if (strangers) return { kind: 'errors', errors: strangers };

  const people = {
    author: person,
    requester: asked.requester ? colleague(desk, asked.requester) : person,
  };
  const secrets = isSecretAllowed(fields) ? [] : secretsIn(fields);
  if (secrets.length > 0 && hasWarned(fields)) {
    return { kind: 'errors', errors: secretErrors(secrets) };
  }
  if (!opening.looked || secrets.length > 0) {
    const hurry = asked.neededBy === null ? hurryOf(fields, settings, more) : null;
    const found = await lookAround(desk, { ...asked, ...people }, hurry);
    const look = lookBlocks({ asked, hurry, secrets, found, settings, now, zone });
    // What was sent already would only look like itself: its repetition gets the same answer.
    const isNew = look.length > 0 && (await desk.store.handled(desk.workspace, cause)) === null;
    if (isNew) {
      const owned = found.owned.map(({ id }) => id);
      const draft = { cause: opening.draft ?? cause, fields, again: opening.again };
      const isKept = await keepWindow({ desk, person }, draft);
      const looking = {
        ...scene,
        opening: { ...opening, looked: true, owned, draft: isKept ? draft.cause : opening.draft },
      };
      return { kind: 'update', modal: await drawn(desk, person, fields, { ...looking, look }) };
    }
  }

  const { informed, brief, ...rest } = asked;
  const owned = await namesOfTools(desk, opening.owned);
  const outcome = await takeSubmission(desk, {
    ...rest,
    brief: withDetails(brief, {
      ...(owned.length > 0 && { owned: owned.join(', ') }),
      ...(opening.wish && { wish: opening.wish }),
    }),
    ...people,
    informed: informed.map((user) => colleague(desk, user)),
    given: criteriaFrom(earlier, asked.kind),
    files,
    draft: opening.draft,
    cause,
  });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

/** What the window knows and none of its fields holds. */
function withDetails(brief: Brief, known: Details): Brief {
  return Object.keys(known).length > 0 ? { ...brief, details: { ...brief.details, ...known } } : brief;
}

/** Only full members can have a request or be kept informed; null if all of them are. */
async function strangersAmong(
  desk: Desk,
  { requester, informed }: Pick<Asked, 'requester' | 'informed'>,
): Promise<Record<string, string> | null> {
  const isStranger = async (user: string) =>
    !(await desk.directory.standingOf(colleague(desk, user))).isMember;
  const [forStranger, ...tellStrangers] = await Promise.all([
    requester !== null && isStranger(requester),
    ...informed.map(isStranger),
  ]);
  const please = 'Please pick full members of this workspace: guests and apps can’t take part.';
  const errors = {
    ...(forStranger && { requester: please }),
    ...(tellStrangers.includes(true) && { informed: please }),
  };
  return Object.keys(errors).length > 0 ? errors : null;
}

/** "Follow that one instead": nothing is sent, and the other request's card comes along. */
export const followInstead: ActionHandler = async ({ desk, person, cause, value }) => {
  const request = value ?? '';
  const outcome = await giveCommand(desk, { request, person, intent: { type: 'follow' }, cause });
  const text = outcome.ok
    ? `You follow ${requestKey(outcome.value.number)} now. Its card is in your messages with this app. Nothing else was sent.`
    : outcome.refusal.code === 'nothing-changed'
      ? 'You already have that one’s card. Nothing else was sent.'
      : sentenceFor(outcome.refusal, await desk.store.request(request));
  return { kind: 'update', modal: noticeModal(sentence(text)) };
};
