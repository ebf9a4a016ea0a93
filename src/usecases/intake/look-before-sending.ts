import type { AskedCheck } from '../../domain/checks/check.ts';
import type { Hurry } from '../../domain/intake/hurry.ts';
import { termsForWish, thatDo } from '../../domain/stack/owned.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Term } from '../../domain/terms/term.ts';
import { termOfHurry } from '../../domain/terms/term-of-hurry.ts';
import { withGroups } from '../checks/check-groups.ts';
import { checksFor } from '../checks/checks-asked.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { alikeTo } from '../request/find-requests.ts';
import type { RequestLine } from '../request/request-line.ts';
import { dictionary } from '../terms/terms.ts';
import type { Submission } from './submission.ts';

/** What somebody is about to ask for. */
export type Wish = Pick<Submission, 'kind' | 'headsUp' | 'brief' | 'neededBy' | 'requester' | 'author'>;

/** What the desk knows about a wish, and whoever has it may not. */
export interface Found {
  /** Open and recent requests for much the same. */
  alike: RequestLine[];
  /** Tools of the stack that do this already, the surest first. */
  owned: Tool[];
  /** The checks that it will need. */
  checks: AskedCheck[];
  /** What the dictionary says of its word of hurry. */
  terms: Term[];
}

const ownedShown = 3;
/** Tools are compared with a wish from so many that share the most words with it. */
const toolsSearched = 25;
const mostTerms = 10;

/**
 * Looks around before a wish is sent. It keeps nobody from sending: while many people wait at once it finds nothing, and
 * whatever cannot be read counts, with a word in the log, as not found.
 */
export async function lookAround(desk: Desk, wish: Wish, hurry: Hurry | null): Promise<Found> {
  if (desk.isCrowded()) return { alike: [], owned: [], checks: [], terms: [] };
  const [alike, owned, checks, terms] = await Promise.all([
    orNone(desk, 'look-alikes', () => alikeTo(desk, wish.brief.title)),
    orNone(desk, 'tools that do this', () => ownedFor(desk, wish)),
    orNone(desk, 'the checks that it needs', () => checksOf(desk, wish)),
    orNone(desk, 'words of the dictionary', () => termsFor(desk, hurry)),
  ]);
  return { alike, owned, checks, terms };
}

async function termsFor({ store, workspace }: Desk, hurry: Hurry | null): Promise<Term[]> {
  const term = hurry && termOfHurry(await dictionary(store, workspace), hurry);
  return term ? [term] : [];
}

async function checksOf(desk: Desk, wish: Wish): Promise<AskedCheck[]> {
  const { store, workspace } = desk;
  const settings = await settingsInForce(desk, store);
  return withGroups(desk.directory, () => checksFor(desk, store, settings, { ...wish, workspace }));
}

/** The names of the tools that a look showed, as far as they can be read. */
export async function namesOfTools(desk: Desk, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const tools = await orNone(desk, 'the tools that were shown', () => desk.store.toolsById(ids));
  return tools.filter(({ workspace }) => workspace === desk.workspace).map(({ name }) => name);
}

async function orNone<Item>(desk: Desk, what: string, read: () => Promise<Item[]>): Promise<Item[]> {
  try {
    return await read();
  } catch (error) {
    desk.log.warn({ error }, `${what} could not be looked up; the request goes on without them`);
    return [];
  }
}

/** Only whoever is after a tool is shown others; the one that they name from the stack is no news to them. */
async function ownedFor({ store, workspace }: Desk, { kind, brief }: Wish): Promise<Tool[]> {
  if (kind !== 'tool') return [];
  const text = [brief.title, brief.outcome, brief.details?.tool].filter(Boolean).join('\n');
  const terms = termsForWish(text, mostTerms);
  if (terms.length === 0) return [];
  const hits = await store.searchTools(workspace, terms, toolsSearched);
  const tools = hits.map(({ tool }) => tool).filter(({ id }) => id !== brief.tool);
  return thatDo(text, tools).slice(0, ownedShown);
}
