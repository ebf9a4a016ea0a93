import { z } from 'zod';
import type { Desk } from '../../usecases/desk.ts';
import {
  configureDesk,
  deskSettings,
  mayConfigure,
  settingsSeen,
} from '../../usecases/settings/configure-desk.ts';
import { type Answer, type Call, nothing, type SubmissionHandler } from '../conversation.ts';
import { fieldsOf } from '../kit/fields.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
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
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const warning = await leadOutsideIt(desk);
  return warning ? { kind: 'update', modal: noticeModal(sentence(warning)) } : nothing;
};

/** Whoever leads IT is in IT, unless the channel lets nobody be: said at once, as the first request would find nobody. */
async function leadOutsideIt(desk: Desk): Promise<string | null> {
  const { triageChannel, leads } = (await deskSettings(desk)).settings;
  if (!triageChannel || !leads.it || (await desk.directory.standingOf(leads.it)).isIt) return null;
  return [
    `:white_check_mark: Saved. But ${mention(leads.it)} leads IT and does not count as IT yet.`,
    `IT is whoever is in <#${triageChannel}>, if it is private and the app is in it, or whoever is in the user group that you name. Put one of the two right; what you saved stands.`,
  ].join('\n');
}
