import { type Brief, briefSchema } from '../../domain/request/brief.ts';
import type { Request } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { stageOf, stateAfter, type ToolRequest, wishOf } from '../../domain/stack/following.ts';
import { guessCategory } from '../../domain/stack/guess-category.ts';
import { blankSheet, changesBetween, sheetOf } from '../../domain/stack/sheet.ts';
import { emptyTool, isCurrent, type Tool, type ToolState } from '../../domain/stack/tool.ts';
import { dayMs } from '../../domain/time.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import type { Transaction } from '../ports.ts';
import { beginReview } from '../stack/reviews.ts';
import { sheetIn } from '../stack/tool-sheet.ts';

const requestsRead = 20;

export function requestsToFollow({ store, workspace }: Desk): Promise<string[]> {
  return store.requestsForStack(workspace, requestsRead);
}

/**
 * A tool learns what became of a request about it: a wish makes it considered, IT's yes a trial, done in use, a refusal
 * decided against with the reason. However often this runs, each step is taken once; what people record in between stays.
 */
export async function followRequest(desk: Desk, id: string): Promise<void> {
  const followed = await desk.store.write(async (transaction) => {
    const request = await transaction.request(id);
    if (!request) return null;
    await transaction.followedForStack(id, request.version);
    const text = (await transaction.words([request.brief])).get(request.brief);
    const brief = text === undefined ? null : briefSchema.parse(JSON.parse(text));
    const link = await linkOf(desk, transaction, request, brief);
    if (!link) return null;
    const stage = stageOf(request);
    if (request.state.status === 'merged') await goOnWith(desk, transaction, link, request.state.into);
    else if (link.isNew || link.stage !== stage)
      await takeStage(desk, transaction, request, { ...link, stage });
    return { request: requestKey(request.number), tool: link.tool, stage };
  });
  if (followed) desk.log.info(followed, 'the stack follows a request');
}

type Link = ToolRequest & { isNew: boolean };

/** The tool of a request: the one it was about before, else the one it names, else a new one if it asks for one. */
async function linkOf(
  desk: Desk,
  transaction: Transaction,
  request: Request,
  brief: Brief | null,
): Promise<Link | null> {
  const before = await transaction.toolRequest(request.id);
  const named = brief && (await namedIn(transaction, desk.workspace, brief));
  if (before) {
    const isOther = brief?.tool !== undefined && named !== null && named.id !== before.tool;
    return isOther ? { ...before, tool: named.id, began: false, isNew: true } : { ...before, isNew: false };
  }
  if (!brief) return null;
  const wish = wishOf(request, brief);
  const tool =
    named ?? (wish === 'get' || wish === 'bought' ? await register(desk, transaction, request, brief) : null);
  if (!tool) return null;
  const settings = await settingsInForce(desk, transaction);
  const forgiven = (await transaction.installedAt()) + settings.stack.forgivenDays * dayMs;
  const began = wish === 'get' && (named === null || !isCurrent(named));
  return {
    ...{ request: request.id, tool: tool.id, wish, stage: 'asked', began, isNew: true },
    counts: request.submittedAt >= forgiven,
  };
}

async function namedIn(transaction: Transaction, workspace: string, brief: Brief): Promise<Tool | null> {
  const byId = brief.tool === undefined ? null : await transaction.tool(brief.tool);
  if (byId?.workspace === workspace) return byId;
  const [byName] = await transaction.toolsByName(workspace, [nameFrom(brief)]);
  return byName ? transaction.tool(byName.id) : null;
}

/** The tool's own name where it is known; a wish without one is known by its title until somebody says better. */
function nameFrom({ title, details = {} }: Brief): string {
  const name = (details.tool ?? title).replaceAll(';', ',').replace(/\s+/g, ' ').trim();
  return cut(name, 80) || 'A tool without a name';
}

async function register(desk: Desk, transaction: Transaction, request: Request, brief: Brief): Promise<Tool> {
  const { title, outcome, details = {} } = brief;
  const tool: Tool = {
    ...emptyTool,
    ...{ id: desk.newId(), workspace: desk.workspace, revision: 1 },
    name: nameFrom(brief),
    category: guessCategory(`${title} ${outcome ?? ''}`),
    purpose: cut(outcome ?? title, 1000),
    state: wishOf(request, brief) === 'bought' ? 'live' : 'considering',
    businessOwner: request.requester,
    vendor: details.vendor ? cut(details.vendor, 200) : null,
  };
  const changes = changesBetween(
    blankSheet,
    sheetOf(tool, () => undefined),
  );
  const change = { at: desk.clock.now(), by: request.author, changes, request: request.id };
  await transaction.saveTools([{ tool, change }]);
  return tool;
}

function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** Takes the step that follows from where the request is now, if one does, and keeps the link. */
async function takeStage(
  desk: Desk,
  transaction: Transaction,
  request: Request,
  { isNew, ...link }: Link,
): Promise<void> {
  const tool = await transaction.tool(link.tool);
  if (!tool) throw new Error(`${link.tool} is gone`);
  const state = stateAfter(link, tool);
  if (state) await move(transaction, request, tool, state, desk.clock.now());
  await transaction.saveToolRequest(desk.workspace, link);
  if (isNew && link.wish === 'bought') await beginReview(desk, transaction, request, tool);
}

async function move(
  transaction: Transaction,
  request: Request,
  before: Tool,
  state: ToolState,
  at: number,
): Promise<void> {
  const history = await transaction.history(request.id);
  const tool: Tool = {
    ...before,
    ...{ revision: before.revision + 1, state },
    stateReason: state === 'rejected' ? await whyNot(transaction, request) : null,
    technicalOwner: before.technicalOwner ?? request.assignee,
  };
  const changes = changesBetween(await sheetIn(transaction, before), await sheetIn(transaction, tool));
  const change = { at, by: history.at(-1)?.actor ?? null, changes, request: request.id };
  await transaction.saveTools([{ tool, change }]);
}

async function whyNot(transaction: Transaction, { number, state }: Request): Promise<string> {
  const key = requestKey(number);
  if (state.status !== 'declined') return `${key} was taken back`;
  const words = (await transaction.words([state.words])).get(state.words);
  return words ? cut(`${key}: ${words.replace(/\s+/g, ' ')}`, 200) : `${key} was declined`;
}

/** What was joined to another request goes on with it. */
async function goOnWith(
  desk: Desk,
  transaction: Transaction,
  { isNew: _, ...link }: Link,
  into: string,
): Promise<void> {
  if (await transaction.toolRequest(into)) return;
  await transaction.saveToolRequest(desk.workspace, { ...link, request: into, stage: 'asked' });
  await transaction.followForStack(into);
}
