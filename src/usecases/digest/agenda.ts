import { type AgendaItem, aboutOf, agenda, repeatedBreaches } from '../../domain/digest/agenda.ts';
import type { Figures } from '../../domain/digest/figures.ts';
import { isKept } from '../../domain/stack/kept-pair.ts';
import { overlapsWith } from '../../domain/stack/overlap.ts';
import { isAgreed, type Term } from '../../domain/terms/term.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import { renewalsAhead } from '../stack/renewals.ts';
import { dictionary } from '../terms/terms.ts';

/** Notice that is due sooner than this is a matter for this week. */
const daysToDecide = 30;
/** Comparing a large stack with itself takes long: those with a contract that ends are looked at first. */
const pairsCompared = 20_000;
const candidatesOfAKind = 3;

/** What the leads could decide this week, and have not yet. */
export async function weeklyAgenda(
  desk: Desk,
  { figures, week, today }: { figures: Figures; week: string; today: LocalDate },
): Promise<AgendaItem[]> {
  const { store, workspace } = desk;
  const candidates = [
    ...(await contested()),
    ...(await renewals()),
    ...(await overlaps()),
    ...repeatedBreaches(figures),
    ...(await terms()),
  ];
  const decided = await store.decidedBefore(
    workspace,
    candidates.map((item) => aboutOf(item, week)),
  );
  return agenda(candidates.filter((item) => !decided.has(aboutOf(item, week))));

  async function contested(): Promise<AgendaItem[]> {
    const rows = figures.open.contested.rows.slice(0, candidatesOfAKind);
    const requests = await Promise.all(rows.map((row) => store.requestByNumber(workspace, row.request)));
    return requests.flatMap((request) => (request ? [{ kind: 'contested', request: request.id }] : []));
  }

  async function renewals(): Promise<AgendaItem[]> {
    const open = (await renewalsAhead(desk, daysToDecide)).filter(
      ({ standing }) => standing.is !== 'decided',
    );
    return open
      .slice(0, candidatesOfAKind)
      .map(({ tool, noticeOn }) => ({ kind: 'renewal', tool: tool.id, noticeOn }));
  }

  async function overlaps(): Promise<AgendaItem[]> {
    const tools = await store.allTools(workspace);
    const ending = new Set(figures.renewals.map(({ tool }) => tool));
    const first = tools.toSorted((a, b) => Number(ending.has(b.id)) - Number(ending.has(a.id)));
    const found = new Map<string, AgendaItem>();
    for (const one of first.slice(0, Math.ceil(pairsCompared / Math.max(tools.length, 1)))) {
      if (found.size >= candidatesOfAKind) break;
      const kept = await store.keptBeside(one.id);
      for (const { tools: pair } of overlapsWith(one.id, tools)) {
        const other = tools.find(({ id }) => id === pair[1]);
        const item: AgendaItem = { kind: 'overlap', tools: pair };
        if (other && !isKept(kept, one, other, today)) found.set(aboutOf(item, week), item);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return [...found.values()];
  }

  async function terms(): Promise<AgendaItem[]> {
    const open = (await dictionary(store, workspace)).filter((term) => !isAgreed(term));
    return open
      .toSorted((a, b) => progress(b) - progress(a))
      .slice(0, candidatesOfAKind)
      .map(({ id }) => ({ kind: 'term', term: id }));
  }
}

/** What one lead has agreed to comes first, then what was written here; of what the app brought along, what promises a time. */
function progress({ agreed, revision, promise }: Term): number {
  if (agreed.it || agreed.marketing) return 3;
  return revision > 0 ? 2 : promise ? 1 : 0;
}
