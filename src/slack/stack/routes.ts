import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { PersonId } from '../../domain/person.ts';
import { type Category, categoryIds } from '../../domain/stack/category.ts';
import { blankSheet, columns } from '../../domain/stack/sheet.ts';
import { foldedName } from '../../domain/stack/tool.ts';
import { termsOf } from '../../domain/stack/words.ts';
import type { Desk } from '../../usecases/desk.ts';
import { keepBoth } from '../../usecases/stack/keep-both.ts';
import { searchStack, seeTool, stackOverview, toolsOfCategory } from '../../usecases/stack/look-up-tool.ts';
import { recordTool } from '../../usecases/stack/record-tool.ts';
import type {
  ActionHandler,
  Answer,
  Call,
  CommandHandler,
  Modal,
  Routes,
  SubmissionHandler,
} from '../conversation.ts';
import { fieldsOf } from '../kit/fields.ts';
import { parsedJson } from '../kit/metadata.ts';
import { noticeModal, sentence, staleWindow, tell, turnedAway } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { carryStack } from './import-routes.ts';
import { keepForm, readPair } from './rivals.ts';
import { categoryWindow, foundWindow, overviewWindow, pageOfCategory } from './stack-window.ts';
import { formAfterOthers, inputId, readForm, sheetIn, toolForm, typedIn } from './tool-form.ts';
import { toolWindow } from './tool-window.ts';

/** `/martech-request stack [words]`; one tool that has exactly this name is shown at once. */
const stack: CommandHandler = async (call) => {
  const { desk, person, words } = call;
  const barred = (await turnedAway({ desk, person })) ?? (await carryStack(call));
  if (barred) return barred;
  const [named] = words ? await desk.store.toolsByName(desk.workspace, [words]) : [];
  if (named && foldedName(words) === foldedName(named.name)) {
    return { kind: 'open', modal: await shown(desk, person, named.id) };
  }
  return { kind: 'open', modal: await lookedFor(desk, person, words) };
};

const search: SubmissionHandler = async ({ desk, person, values }) => {
  const barred = await turnedAway({ desk, person });
  if (barred) return barred;
  const { words } = fieldsOf(values);
  return { kind: 'update', modal: await lookedFor(desk, person, typeof words === 'string' ? words : '') };
};

/** From Home, where there is no window yet. */
const openStack: ActionHandler = async ({ desk, person }) =>
  (await turnedAway({ desk, person })) ?? { kind: 'open', modal: await lookedFor(desk, person, '') };

const backToOverview: ActionHandler = async ({ desk, person }) =>
  (await turnedAway({ desk, person })) ?? { kind: 'update', modal: await lookedFor(desk, person, '') };

async function lookedFor(desk: Desk, person: PersonId, typed: string): Promise<Modal> {
  return termsOf(typed).length > 0
    ? foundWindow(typed, await searchStack(desk, typed))
    : overviewWindow(await stackOverview(desk, person));
}

/** `kind`: in place within the window, or in a window of its own from Home. */
function openCategory(kind: 'update' | 'open'): ActionHandler {
  return async (call) => {
    const category = categoryIds.find((each) => each === call.value);
    return category ? turnTo(call, category, 0, kind) : gone;
  };
}

const pageSchema = z.strictObject({ category: z.enum(categoryIds), offset: z.int().nonnegative() });

const turnPage: ActionHandler = async (call) => {
  const page = pageSchema.safeParse(parsedJson(call.value ?? '')).data;
  return page ? turnTo(call, page.category, page.offset, 'update') : gone;
};

async function turnTo(
  { desk, person }: Call,
  category: Category,
  offset: number,
  kind: 'update' | 'open',
): Promise<Answer> {
  const barred = await turnedAway({ desk, person });
  if (barred) return barred;
  const page = await toolsOfCategory(desk, category, { limit: pageOfCategory, offset });
  return { kind, modal: categoryWindow(category, { ...page, offset }) };
}

export const showTool: ActionHandler = async ({ desk, person, value }) => ({
  kind: 'open',
  modal: await shown(desk, person, value ?? ''),
});

async function shown(desk: Desk, person: PersonId, id: string): Promise<Modal> {
  const seen = await seeTool(desk, person, id);
  if (!seen.ok) return noticeModal(sentence(sentenceFor(seen.refusal, null)));
  return toolWindow(seen.value);
}

const add: ActionHandler = async ({ desk, person }) =>
  (await turnedAway({ desk, person })) ?? {
    kind: 'open',
    modal: toolForm({ tool: null, seen: 0, more: false }, { ...blankSheet, state: 'live' }),
  };

const edit: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeTool(desk, person, value ?? '');
  if (!seen.ok) return { kind: 'update', modal: noticeModal(sentence(sentenceFor(seen.refusal, null))) };
  const { tool, sheet } = seen.value;
  return { kind: 'update', modal: toolForm({ tool: tool.id, seen: tool.revision, more: true }, sheet) };
};

const unfold: ActionHandler = async ({ view }) => {
  const form = view && readForm(view.metadata);
  if (!form) return gone;
  const sheet = sheetIn(fieldsOf(view.values), form.seen);
  return { kind: 'update', modal: toolForm({ ...form, more: true }, sheet) };
};

const record: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const form = readForm(metadata);
  if (!form) return gone;
  const { tool, seen } = form;
  const typed = typedIn(fieldsOf(values), seen);
  const outcome = await recordTool(desk, { person, cause: `${cause}:${seen}`, tool, seen, typed });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const recorded = outcome.value;
  switch (recorded.kind) {
    case 'recorded':
      return { kind: 'update', modal: await shown(desk, person, recorded.tool) };
    case 'faulty':
      return {
        kind: 'errors',
        errors: Object.fromEntries(
          columns.flatMap((column) => {
            const message = recorded.faults[column];
            return message ? [[inputId(column, seen), message]] : [];
          }),
        ),
      };
    case 'moved-on': {
      const { since, merged } = recorded;
      return {
        kind: 'update',
        modal: formAfterOthers({ ...form, more: true }, recorded.tool, since, merged),
      };
    }
    default:
      return assertNever(recorded);
  }
};

const askWhy: ActionHandler = async ({ desk, person, value }) => {
  const pair = readPair(value ?? '');
  if (!pair) return gone;
  const barred = await turnedAway({ desk, person });
  if (barred) return barred;
  const [one, other] = [await desk.store.tool(pair.tool), await desk.store.tool(pair.other)];
  if (!one || !other) return tell(sentenceFor({ code: 'no-such-tool' }, null));
  return { kind: 'update', modal: keepForm(JSON.stringify(pair), one.name, other.name) };
};

const keep: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const pair = readPair(metadata);
  const { because } = fieldsOf(values);
  if (!pair || typeof because !== 'string') return gone;
  // One window may say it of several pairs, one after another.
  const outcome = await keepBoth(desk, { person, cause: `${cause}:${pair.other}`, ...pair, because });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  return { kind: 'update', modal: await shown(desk, person, pair.tool) };
};

const gone = staleWindow('open the stack');

/** What both sides own together: looking, adding, changing. */
export const stackRoutes = {
  commands: { stack },
  actions: {
    'stack.open': openStack,
    'stack.overview': backToOverview,
    'stack.category': openCategory('update'),
    'home.category': openCategory('open'),
    'stack.earlier': turnPage,
    'stack.later': turnPage,
    'stack.show': showTool,
    'stack.add': add,
    'stack.edit': edit,
    'stack.more': unfold,
    'stack.keep': askWhy,
  },
  submissions: { 'stack.search': search, 'stack.record': record, 'stack.keep': keep },
} satisfies Routes;
