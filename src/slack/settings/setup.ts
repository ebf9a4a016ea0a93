import { z } from 'zod';
import {
  configureDesk,
  deskSettings,
  mayConfigure,
  settingsSeen,
} from '../../usecases/settings/configure-desk.ts';
import { type Answer, type Call, nothing, type SubmissionHandler } from '../conversation.ts';
import { fieldsOf } from '../kit/fields.ts';
import { parsedJson } from '../kit/metadata.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { parseSetup } from './setup-fields.ts';
import { setupModal } from './setup-modal.ts';

/** `/martech-request setup`, and Home's button. */
export async function openSetup({ desk, person }: Call): Promise<Answer> {
  if (!(await mayConfigure(desk, person))) return tell(sentenceFor({ code: 'not-an-admin' }, null));
  const { zone } = await desk.directory.person(person);
  return { kind: 'open', modal: setupModal(await deskSettings(desk), zone) };
}

export const submitSetup: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const seen = z.int().nonnegative().catch(0).parse(parsedJson(metadata));
  const parsed = parseSetup(fieldsOf(values), await settingsSeen(desk, seen), desk.workspace);
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const outcome = await configureDesk(desk, { person, cause, change: parsed.value, seen });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};
