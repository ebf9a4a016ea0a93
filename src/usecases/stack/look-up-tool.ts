import { daysAfter } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import { type Category, categories, categoryIds } from '../../domain/stack/category.ts';
import { isKept } from '../../domain/stack/kept-pair.ts';
import { type OverlapReason, overlapsWith } from '../../domain/stack/overlap.ts';
import type { Sheet, ToolChange } from '../../domain/stack/sheet.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import { termsOf } from '../../domain/stack/words.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { todayOf } from '../today.ts';
import { type Dealings, dealingsWith } from './tool-dealings.ts';
import { sheetIn } from './tool-sheet.ts';

/** The stack at a glance. */
export interface StackOverview {
  total: number;
  /** The day it is for the reader. */
  today: LocalDate;
  /** Those that have tools, in the order of the list, with their first names. */
  categories: { category: Category; count: number; first: string[] }[];
  /** Whose notice date is near, the earliest first. */
  due: Tool[];
}

const namesShown = 3;
const noticesShown = 5;
const noticeDays = 60;

export async function stackOverview(desk: Desk, person: PersonId): Promise<StackOverview> {
  const { store, workspace } = desk;
  const today = await todayOf(desk, person);
  const rows = await store.toolCategories(workspace, namesShown);
  const shown = categoryIds.flatMap((category) => {
    const own = rows.filter((row) => row.category === category);
    return own[0] ? [{ category, count: own[0].count, first: own.map(({ name }) => name) }] : [];
  });
  return {
    today,
    total: shown.reduce((sum, { count }) => sum + count, 0),
    categories: shown,
    due: await store.toolsByNotice(
      workspace,
      { from: today, to: daysAfter(today, noticeDays) },
      noticesShown,
    ),
  };
}

export interface FoundTools {
  tools: Tool[];
  /** Whether there are more than were asked for. */
  more: boolean;
  /** True if none has all the words: these have the most of them. */
  partly: boolean;
}

const hitsShown = 20;

/** Tools by words; where none has them all, those that have most. */
export async function searchStack(desk: Desk, typed: string): Promise<FoundTools> {
  const terms = termsOf(typed);
  const hits = await desk.store.searchTools(desk.workspace, terms, hitsShown + 1);
  const most = hits[0]?.terms ?? 0;
  const tools = hits.filter((hit) => hit.terms === most).map(({ tool }) => tool);
  return { tools: tools.slice(0, hitsShown), more: tools.length > hitsShown, partly: most < terms.length };
}

/** A tool as it is shown. */
export interface ToolView {
  tool: Tool;
  sheet: Sheet;
  /** The newest changes, newest first. */
  history: ToolChange[];
  /** Owners who are no longer members of the workspace. */
  left: PersonId[];
  /** Others that may do the same job and were not yet kept on purpose, the surest first. */
  rivals: { tool: Tool; reasons: OverlapReason[] }[];
  today: LocalDate;
  /** What is going on about it. */
  dealings: Dealings;
}

const rivalsShown = 3;

const changesShown = 20;

export async function seeTool(desk: Desk, person: PersonId, id: string): Promise<Outcome<ToolView>> {
  const { store, directory } = desk;
  const { isMember } = await directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  const tool = await store.tool(id);
  if (!tool || tool.workspace !== desk.workspace) return refusal({ code: 'no-such-tool' });
  const owners = [tool.businessOwner, tool.technicalOwner, tool.backup].filter((owner) => owner !== null);
  const profiles = await Promise.all([...new Set(owners)].map((owner) => directory.person(owner)));
  return done({
    tool,
    sheet: await sheetIn(store, tool),
    history: await store.toolHistory(id, changesShown),
    left: profiles.filter(({ isMember }) => !isMember).map(({ id }) => id),
    ...(await rivalsOf(desk, person, tool)),
    dealings: await dealingsWith(desk, tool),
  });
}

async function rivalsOf(
  desk: Desk,
  person: PersonId,
  one: Tool,
): Promise<Pick<ToolView, 'rivals' | 'today'>> {
  const { store, workspace } = desk;
  const today = await todayOf(desk, person);
  const [tools, kept] = [await store.allTools(workspace), await store.keptBeside(one.id)];
  const rivals = overlapsWith(one.id, tools).flatMap(({ tools: [, other], reasons }) => {
    const tool = tools.find((each) => each.id === other);
    return tool && !isKept(kept, one, tool, today) ? [{ tool, reasons }] : [];
  });
  return { today, rivals: rivals.slice(0, rivalsShown) };
}

/** One page of a category. */
export async function toolsOfCategory(
  desk: Desk,
  category: Category,
  page: { limit: number; offset: number },
): Promise<{ name: string; tools: Tool[]; more: boolean }> {
  const { limit, offset } = page;
  const tools = await desk.store.toolsInCategory(desk.workspace, category, { limit: limit + 1, offset });
  return { name: categories[category].name, tools: tools.slice(0, limit), more: tools.length > limit };
}
