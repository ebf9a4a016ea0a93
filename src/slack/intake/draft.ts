import type { PersonId } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Draft } from '../../usecases/intake/draft-ports.ts';
import { draftOf, dropDraft, keepDraft } from '../../usecases/intake/drafts.ts';
import { type ActionHandler, type Answer, type Call, causeOfSending, type Modal } from '../conversation.ts';
import { actions, button, context, quote, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import type { Fields } from '../kit/fields.ts';
import { ours } from '../kit/limits.ts';
import { readingModal } from '../kit/modal.ts';
import { isSecretAllowed, secretsIn } from '../kit/secrets.ts';
import { untouched } from './intake-modal.ts';
import { drawn, openIntake, sceneOf } from './open-intake.ts';
import { textIn } from './questions.ts';

/**
 * What somebody began and did not send. Slack tells us what a window holds when it is submitted or when one of its
 * fields tells at once, so nothing else can be kept.
 */

/** Opens an empty window, or offers to go on with what was begun before. */
export async function openOrGoOn(call: Pick<Call, 'desk' | 'person'>): Promise<Answer> {
  const draft = await draftOf(call.desk, call.person);
  return draft ? { kind: 'open', modal: offerModal(draft) } : openIntake(call, {});
}

function offerModal({ fields, keptAt, cause }: Draft): Modal {
  const title = textIn(fields, 'title') ?? textIn(fields, 'outcome') ?? '';
  return readingModal('Ask for something', [
    section('You began this and did not send it:'),
    quote(title, ours.passage),
    ...actions([
      button('Go on with what you began', 'intake.resume', cause, { style: 'primary' }),
      button('Start afresh', 'intake.afresh', cause),
    ]),
    context(`Kept ${moment(keptAt)}. “Start afresh” deletes it.`),
  ]);
}

/** In the same window, so that what was typed is in its fields from the beginning. */
export const resume: ActionHandler = async ({ desk, person, value }) => {
  const draft = await draftOf(desk, person, value ?? '');
  if (!draft) return emptyWindow(desk, person);
  const opening = { ...untouched, again: draft.again, draft: draft.cause };
  const scene = await sceneOf(desk, person, opening);
  return { kind: 'update', modal: await drawn(desk, person, draft.fields, scene) };
};

export const startAfresh: ActionHandler = async ({ desk, person, value }) => {
  await dropDraft(desk, person, value ?? '');
  return emptyWindow(desk, person);
};

async function emptyWindow(desk: Desk, person: PersonId): Promise<Answer> {
  const scene = await sceneOf(desk, person, untouched);
  return { kind: 'update', modal: await drawn(desk, person, {}, scene) };
}

/**
 * Keeps what a window holds under its name, if it is worth coming back for; a field with a secret is not kept. True if
 * it was.
 */
export async function keepWindow(
  { desk, person }: Pick<Call, 'desk' | 'person'>,
  window: { cause: string; fields: Fields; again: string | null },
): Promise<boolean> {
  const { cause, fields, again } = window;
  const secret = new Set(isSecretAllowed(fields) ? [] : secretsIn(fields).map(({ field }) => field));
  const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => !secret.has(field)));
  if (textIn(kept, 'title') === null && textIn(kept, 'outcome') === null) return false;
  await keepDraft(desk, person, { fields: kept, again, cause });
  return true;
}

/** A window that an app of another age drew, or that was altered: what was typed is saved, and can be gone on with. */
export async function outlived(
  call: Pick<Call, 'desk' | 'person'>,
  window: { cause: string; fields: Fields },
): Promise<Answer> {
  const isKept = await keepWindow(call, { ...window, again: null });
  const modal = readingModal('MarTech Broker', [
    section(
      isKept
        ? 'This window is out of date: the app was renewed while it was open. What you wrote is kept.'
        : 'This window is out of date: the app was renewed while it was open. Please close it and open it again.',
    ),
    ...(isKept
      ? actions([button('Go on with what you began', 'intake.resume', window.cause, { style: 'primary' })])
      : []),
  ]);
  return { kind: 'update', modal };
}

/** The cause under which a window of ours would be sent. */
export function causeOf({ id }: { id: string }): string {
  return causeOfSending(id, 'intake');
}
