import { z } from 'zod';
import { pendingStanding } from '../../domain/agreement/standing.ts';
import { type RequestKind, requestKinds } from '../../domain/request/kind.ts';
import {
  signStandingVersion,
  standingFor,
  suggestStanding,
  versionsOf,
} from '../../usecases/settings/change-standing.ts';
import type { ActionHandler, Answer, Call, Modal, SubmissionHandler } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { errorsIn, fieldsOf } from '../kit/fields.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal, readingModal } from '../kit/modal.ts';
import { noticeModal, sentence, staleWindow, tell, turnedAway } from '../kit/notice.ts';
import { kindName } from '../wording/plain-words.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { standingBlocks } from './standing-blocks.ts';
import { bothSidesInputs, writtenCriteria } from './terms.ts';

/** `/martech-request done`, and Home's button: what "done" always means, kind by kind. */
export async function showStanding(call: Call): Promise<Answer> {
  return (await turnedAway(call)) ?? { kind: 'open', modal: await standingModal(call) };
}

async function standingModal({ desk, person }: Pick<Call, 'desk' | 'person'>): Promise<Modal> {
  const known = await standingFor(desk, desk.store, person);
  const kinds = requestKinds.flatMap((kind) => [
    { type: 'divider' as const },
    ...standingBlocks(known, kind).map((block) =>
      // One window shows the same buttons once for each kind, and Slack wants their blocks told apart.
      block.type === 'actions' ? { ...block, block_id: `standing-${kind}` } : block,
    ),
  ]);
  return readingModal('What “done” means', [
    section(
      'Each request begins with this list, and can add to it. Both leads own it: it changes when both agree.',
    ),
    ...kinds,
  ]);
}

const metadataSchema = z.strictObject({ kind: z.enum(requestKinds), seen: z.int().nonnegative() });

/** A lead changes what is on the table: the newest suggestion, or else what is in force. */
export const openSuggestion: ActionHandler = async ({ desk, person, value }) => {
  const kind = requestKinds.find((each) => each === value);
  if (!kind) return gone;
  const known = await standingFor(desk, desk.store, person);
  if (!known.leads) return tell(sentenceFor({ code: 'not-a-lead' }, null));
  const versions = versionsOf(known.versions, kind);
  const criteria = pendingStanding(versions)?.criteria ?? known.settings.kinds[kind].standing;
  const name = inline(kindName(kind, known.settings), ours.name);
  return {
    kind: 'open',
    modal: formModal({
      callback: 'standing.suggest',
      title: 'Suggest a change',
      submit: 'Suggest',
      metadata: JSON.stringify({ kind, seen: versions.at(-1)?.version ?? 0 }),
      blocks: [
        section(`*“${name}”* is done when all of this is true. It changes once the other lead agrees.`),
        ...bothSidesInputs(criteria),
      ],
    }),
  };
};

export const submitSuggestion: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const shown = metadataSchema.safeParse(parsedJson(metadata)).data;
  if (!shown) return gone;
  const fields = fieldsOf(values);
  const [its, marketings] = [writtenCriteria(fields, 'it'), writtenCriteria(fields, 'marketing')];
  if (!its.ok || !marketings.ok) return { kind: 'errors', errors: errorsIn(its, marketings) };
  const criteria = [...its.value, ...marketings.value];
  if (criteria.length > mostStanding) {
    return {
      kind: 'errors',
      errors: { 'it-0': `Please keep to ${mostStanding} in all; there are ${criteria.length}.` },
    };
  }
  const outcome = await suggestStanding(desk, { person, cause, criteria, ...shown });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const words = 'Sent to the other lead. It holds for new requests once they agree.';
  return { kind: 'update', modal: noticeModal(sentence(words)) };
};

/** As many as settings take, see `settingsSchema`. */
const mostStanding = 30;

/** "Agree" carries the version that was read. The window shows the list anew; the message says that it is done. */
export const signSuggestion: ActionHandler = async ({ desk, person, cause, value, view }) => {
  const [, named = '', version = ''] = /^([a-z]+):(\d{1,9})$/.exec(value ?? '') ?? [];
  const kind: RequestKind | undefined = requestKinds.find((each) => each === named);
  if (!kind) return gone;
  const outcome = await signStandingVersion(desk, { person, kind, version: Number(version), cause });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  if (view) return { kind: 'update', modal: await standingModal({ desk, person }) };
  return { kind: 'tell', message: sentence(agreed), replaces: true };
};

const agreed = ':white_check_mark: You agreed. It holds for new requests from now on.';

const gone = staleWindow('type `/martech-request done`');
