import { z } from 'zod';
import { mostRules } from '../../domain/settings/routing.ts';
import { configureDesk, deskSettings, mayConfigure } from '../../usecases/settings/configure-desk.ts';
import { type ActionHandler, nothing, type SubmissionHandler } from '../conversation.ts';
import { fieldsOf } from '../kit/fields.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { tell } from '../kit/notice.ts';
import { besideField } from '../kit/on-request.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { parseRouting, routingWindow } from './routing-window.ts';

export const openRouting: ActionHandler = async ({ desk, person }) => {
  if (!(await mayConfigure(desk, person))) return tell(sentenceFor({ code: 'not-an-admin' }, null));
  return { kind: 'open', modal: routingWindow(await deskSettings(desk)) };
};

export const submitRouting: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const newest = await deskSettings(desk);
  const { settings, version } = newest;
  const seen = z.int().nonnegative().safeParse(parsedJson(metadata)).data;
  // Rules are named by their place, which another change may have moved.
  if (seen !== version) {
    const news = 'The rules were changed meanwhile. Below are the newest: please look once more.';
    return { kind: 'update', modal: routingWindow(newest, news) };
  }
  const parsed = parseRouting(fieldsOf(values), version, desk.workspace);
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const { out, added } = parsed.value;
  if (added?.assignee && !(await desk.directory.standingOf(added.assignee)).isIt) {
    return besideField('assignee', `${mention(added.assignee)} is not in IT. Pick someone from IT.`);
  }
  const kept = settings.routing.filter((_rule, index) => !out.includes(index));
  if (added && kept.length >= mostRules) {
    return { kind: 'errors', errors: { kind: `There are ${mostRules} rules already. Take one out first.` } };
  }
  const routing = added ? [...kept, added] : kept;
  const change = { person, cause, change: (before: typeof settings) => ({ ...before, routing }) };
  const outcome = await configureDesk(desk, change);
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};
